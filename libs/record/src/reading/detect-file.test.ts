import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../columns.ts';
import { lineWith } from '../testing/rows.ts';
import { detectFile } from './detect-file.ts';

const header = COLUMNS.join(',');
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const spanish = lineWith({ PRI_NAME: 'PEÑA,JOSÉ' });

/** Bytes as they stand in what is compressed, the same at every run: every value, in no order. */
function noise(size: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: size }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >>> 16);
}

const withHead = (head: string) => (size: number) => Uint8Array.from([...latin1(head), ...noise(size)]);
const othersFiles: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'a picture (PNG)': withHead('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  'a photograph (JPEG)': withHead('\xff\xd8\xff\xe0\0\x10JFIF'),
  'a recording (MP3)': withHead('ID3\x04\0\0\0\0'),
  'a program (ELF)': withHead('\x7fELF\x02\x01\x01'),
};

describe('recognises', () => {
  test.each([
    ['a header', `${header}\n${lineWith()}\n`, true],
    ['a header with a comma too many', `${header},\r\n${lineWith()}\n`, true],
    ['a header alone', header, true],
    ['rows without a header', `${lineWith()}\n`, false],
    ['one row without its end', lineWith(), false],
  ])('%s', (_, text, hasHeader) => {
    expect(detectFile(utf8(text))).toEqual({ encoding: 'ascii', byteOrderMark: false, hasHeader, width: 95 });
    const marked = { encoding: 'utf-8', byteOrderMark: true, hasHeader, width: 95 };
    expect(detectFile(utf8(`\ufeff${text}`))).toEqual(marked);
  });

  test.each([
    ['utf-8', utf8(`${lineWith()}\n${spanish}\n`)],
    ['windows-1252', latin1(`${lineWith()}\n${spanish}\n`)],
    ['ascii', utf8(`${lineWith()}\n`)],
  ])('%s', (encoding, bytes) => {
    expect(detectFile(bytes)).toMatchObject({ encoding });
  });

  test('UTF-8 although some lines are damaged, and ASCII although one is', () => {
    const damaged = latin1(lineWith({ OFN: '\xff\xfe' }));
    const good = utf8(`\n${spanish}\n`);
    expect(detectFile(Uint8Array.from([...damaged, ...good]))).toMatchObject({ encoding: 'utf-8' });
    expect(detectFile(Uint8Array.from([...damaged, ...utf8(`\n${lineWith()}\n`)]))).toMatchObject({
      encoding: 'ascii',
    });
  });

  test('a file whose first row is damaged', () => {
    expect(detectFile(utf8(`${lineWith()},x\n${lineWith()}\n`))).toMatchObject({ width: 95, hasHeader: false });
  });

  test('nothing from a character cut in two by the end of the sample', () => {
    const rows = utf8(`${lineWith({ PRI_NAME: 'ÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑ,A' })}\n`.repeat(400));
    for (const shift of [0, 1])
      expect(detectFile(rows.subarray(0, 65_536 + shift))).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('refuses', () => {
  test.each(['', '\ufeff', '\n\r\n  \n'])('the empty file %j', (text) => {
    expect(detectFile(utf8(text))).toMatchObject({ problem: 'empty_file' });
  });

  test.each([
    ['zip', 'PK\x03\x04....data.dat'],
    ['xlsx', 'PK\x03\x04....[Content_Types].xml'],
    ['gzip', '\x1f\x8b\x08'],
    ['pdf', '%PDF-1.7'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['utf-16', '\xff\xfeR\0E\0'],
    ['binary', 'A\0B\0C\0'],
  ])('%s', (found, text) => {
    expect(detectFile(latin1(text))).toMatchObject({ problem: 'not_text', found });
  });

  test('another table', () => {
    expect(detectFile(utf8('name,case\nDOE,1\n'))).toMatchObject({ problem: 'wrong_columns', width: 2 });
    expect(detectFile(utf8('RECORD_ID,NAME\n1,2\n'))).toMatchObject({ problem: 'wrong_columns', width: 2 });
  });

  test('a header with other names', () => {
    const other = header.replace('PRI_DOB', 'BIRTH');
    expect(detectFile(utf8(`${other}\n${lineWith()}\n`))).toMatchObject({
      problem: 'wrong_header',
      column: 15,
      expected: 'PRI_DOB',
      found: 'BIRTH',
    });
  });

  test.each(Object.entries(othersFiles))('%s that was renamed', (_, bytes) => {
    for (const size of [9_000, 170_000]) {
      expect(detectFile(bytes(size))).toMatchObject({ problem: 'not_text', found: 'binary' });
    }
  });

  test('a letter, although it quotes somebody', () => {
    const letter = 'Dear colleague,\nthe file is "large", they say.\n"It comes\n';
    expect(detectFile(utf8(letter))).toMatchObject({ problem: 'wrong_columns', width: 2 });
  });

  test('one endless line', () => {
    expect(detectFile(new Uint8Array(65_536).fill(0x2c))).toMatchObject({ problem: 'wrong_columns', width: 65_537 });
  });
});

describe('takes a file for what it is although', () => {
  const damages: readonly [damage: string, damaged: string][] = [
    ['it has a NUL', lineWith({ OFN: '\0' })],
    ['it has a control character', lineWith({ OFN: '\x07\x1b' })],
    ['a quote is left open', lineWith().replace('A12345678', '"A12345678')],
    ['a quote stands in it', lineWith().replace('A12345678', 'A1"2345678')],
    ['its bytes are no characters', lineWith({ OFN: '\xff\xfe\x81' })],
    ['it is Windows-1252', lineWith({ PRI_NAME: 'PE\xd1A,JOS\xc9' })],
  ];
  test.each(damages)('of a row %s', (_, damaged) => {
    expect(detectFile(latin1(`${damaged}\n${lineWith()}\n`))).toMatchObject({ width: 95 });
    // Reading it says what is wrong with each row; nobody could have told from a picture.
    expect(detectFile(latin1(`${damaged}\n`.repeat(200)))).toMatchObject({ width: 95 });
  });

  test('of three hundred lines one is a row', () => {
    const dirt = ['\x01\x02 0,1\n', 'x,"y" z\n', '\n', 'end of page\f\n'].join('').repeat(75);
    expect(detectFile(latin1(`${dirt}${lineWith()}\n${dirt}`))).toMatchObject({ width: 95 });
  });
});
