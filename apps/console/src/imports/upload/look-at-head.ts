import { detectFile, sentenceOf } from '@clearance/contract';
import { RefusalError } from '../../providers/refusal.ts';
import { UnreadableFileError } from './trouble.ts';

/** As much as the server looks at: with the same eyes, so that nothing is refused here that it would take. */
const HEAD_BYTES = 64 * 1024;

/**
 * Looks at the first bytes of each file before any of them is sent: to send a gigabyte takes longer than to see that it is
 * a workbook. Rejects with the refusal that the server would give, or where a file cannot be read.
 */
export async function lookAtHeads(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const head = await headOf(file);
    const found = head.length === 0 ? EMPTY : detectFile(head);
    if (!('problem' in found)) continue;
    if (found.problem === 'empty_file' && files.length === 1) throw refused('empty_file', {});
    const problem = files.length === 1 ? found.detail : `${file.name}: ${found.detail}`;
    throw refused('wrong_file_type', { problem, ...found.shown });
  }
}

const EMPTY = { problem: 'empty_file' as const, detail: 'it is empty', shown: undefined };

async function headOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    throw new UnreadableFileError();
  }
}

const refused = (code: 'empty_file' | 'wrong_file_type', details: Record<string, string | number>) =>
  new RefusalError(422, { code, message: sentenceOf(code, details), details });
