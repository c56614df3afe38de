import { expect, test } from 'vitest';
import { RefusalError } from '../../providers/refusal.ts';
import { lookAtHeads } from './look-at-head.ts';
import { UnreadableFileError } from './trouble.ts';

const row = `${'x,'.repeat(94)}EOR`.replace(/^x,x,x,/, '1,MATCHED,7,');
const named = (name: string, ...content: BlobPart[]) => new File(content, name);
const refusal = async (...files: File[]) => {
  const error = await lookAtHeads(files).catch((found: unknown) => found);
  return error instanceof RefusalError ? [error.code, error.details['problem']] : error;
};

test('refuses before anything is sent what is plainly another format', async () => {
  const pdf = named('a.pdf', '%PDF-1.7\n', 'x'.repeat(100));
  expect(await refusal(pdf)).toEqual(['wrong_file_type', 'not a text file: it looks like pdf']);
  expect(await refusal(named('a.dat', new Uint8Array([0x50, 0x4b, 3, 4])))).toEqual([
    'wrong_file_type',
    'not a text file: it looks like zip',
  ]);
  expect(await refusal(named('a.csv', 'name,age\nA,1\n'))).toEqual([
    'wrong_file_type',
    'the first line has 2 columns instead of 95',
  ]);
  expect(await refusal(named('a.dat'))).toEqual(['empty_file', undefined]);
});

test('names the file where it is one of several, and shows its line masked', async () => {
  const good = named('a.dat', `${row}\n`);
  expect(await refusal(good)).toBeUndefined();
  expect(await refusal(good, named('b.pdf', '%PDF-1.7'))).toEqual([
    'wrong_file_type',
    'b.pdf: not a text file: it looks like pdf',
  ]);
  const error = await lookAtHeads([named('a.txt', 'DOE,A12345678\n')]).catch((found: unknown) => found);
  expect((error as RefusalError).details).toMatchObject({ line: 1, text: 'DOE,••••5678' });
});

test('reads no more than the beginning, and says so where it cannot', async () => {
  const read: [number | undefined, number | undefined][] = [];
  const large = named('a.dat', `${row}\n`);
  const slice = large.slice.bind(large);
  large.slice = (start, end) => (read.push([start, end]), slice(start, end));
  await lookAtHeads([large]);
  expect(read).toEqual([[0, 65_536]]);
  large.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob;
  await expect(lookAtHeads([large])).rejects.toBeInstanceOf(UnreadableFileError);
});
