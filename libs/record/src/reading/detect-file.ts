import { COLUMNS, WIDTH } from '../columns.ts';
import type { ColumnName } from '../columns.ts';
import type { RejectReason } from './batch.ts';
import { decodeLine, decodeUtf8, looksWindows1252 } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import { binaryFormat } from './file-formats.ts';
import type { BinaryFormat } from './file-formats.ts';
import { diagnoseLine } from './diagnose-line.ts';
import { splitCells } from './split-cells.ts';

/** How a file is to be read; it can be given to `DojReader` as it stands. */
export interface DetectedFile {
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  readonly hasHeader: boolean;
  readonly width: number;
}

/** Why a file as a whole cannot be the state's. `detail` says it in a sentence. */
export type FileProblem = { readonly detail: string } & (
  | { readonly problem: 'empty_file' }
  | { readonly problem: 'not_text'; readonly found: BinaryFormat }
  | { readonly problem: 'wrong_columns'; readonly width: number }
  | { readonly problem: 'wrong_header'; readonly column: number; readonly expected: ColumnName; readonly found: string }
);

const SAMPLE = 65_536;
const HEADER_START = /^"?RECORD_ID/;

/**
 * Recognises a file by its first 64 KiB (or all of it, when it is shorter).
 *
 * A row that is damaged does not condemn its file: without a header, a file is refused only when not one line of the
 * sample is a row, or could be one but for its damage.
 */
export function detectFile(first: Uint8Array): DetectedFile | FileProblem {
  const found = binaryFormat(first.subarray(0, SAMPLE));
  if (found) return notText(found);
  const byteOrderMark = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
  const lines = linesOf(first.subarray(byteOrderMark ? 3 : 0, SAMPLE), first.length < SAMPLE);
  const [firstLine] = lines;
  if (!firstLine) {
    if (first.length < SAMPLE) return { problem: 'empty_file', detail: 'the file holds nothing but blank lines' };
    const width = commasIn(first.subarray(0, SAMPLE)) + 1;
    return { problem: 'wrong_columns', width, detail: 'the first line is longer than any record' };
  }
  const encoding = byteOrderMark ? 'utf-8' : encodingOf(lines);
  const header = decodeLine(firstLine.subarray(0, 128), 'windows-1252')?.text ?? '';
  const hasHeader = HEADER_START.test(header);
  const problem = hasHeader ? headerProblem(firstLine) : rowsProblem(lines);
  return problem ?? { encoding, byteOrderMark, hasHeader, width: WIDTH };
}

/** The lines of the sample that are not blank. Its last line counts only where the sample is the whole file. */
function linesOf(sample: Uint8Array, isWhole: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < sample.length;) {
    let end = sample.indexOf(0x0a, start);
    if (end < 0) {
      if (!isWhole) break;
      end = sample.length;
    }
    const line = sample.subarray(start, sample[end - 1] === 0x0d && end > start ? end - 1 : end);
    if (line.some((byte) => byte !== 0x20 && byte !== 0x09)) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/**
 * Every line that is not ASCII has a vote: valid UTF-8 (which Windows-1252 hardly ever is by chance), or what looks
 * like Windows-1252. Damaged bytes have none.
 */
function encodingOf(lines: readonly Uint8Array[]): Encoding {
  const foreign = lines.filter((line) => line.some((byte) => byte >= 0x80));
  const utf8 = foreign.filter((line) => decodeUtf8(line) !== undefined);
  const windows1252 = foreign.filter((line) => !utf8.includes(line) && looksWindows1252(line));
  if (utf8.length === 0 && windows1252.length === 0) return 'ascii';
  return utf8.length >= windows1252.length ? 'utf-8' : 'windows-1252';
}

function headerProblem(line: Uint8Array): FileProblem | undefined {
  const names = splitCells(decodeLine(line, 'ascii')?.text ?? '').map((name) => name.trim());
  if (names.length === WIDTH + 1 && names[WIDTH] === '') names.pop();
  if (names.length !== WIDTH) return wrongColumns(names.length);
  const index = names.findIndex((name, position) => name !== COLUMNS[position]);
  if (index < 0) return undefined;
  const expected = COLUMNS[index] ?? 'RECORD_ID';
  const found = names[index] ?? '';
  const detail = `column ${index + 1} of the header is "${found.slice(0, 40)}" instead of ${expected}`;
  return { problem: 'wrong_header', column: index + 1, expected, found, detail };
}

function rowsProblem(lines: readonly Uint8Array[]): FileProblem | undefined {
  const problems = lines.map((line) => ({ line, reason: diagnoseLine(line)?.reason }));
  if (problems.some(({ line, reason }) => couldBeRow(line, reason))) return undefined;
  // No line of text holds them; what has them and no row in its whole head is a picture, a program, a recording.
  const isBinary = problems.some(({ reason }) => reason === 'nul_byte' || reason === 'control_character');
  return isBinary ? notText('binary') : wrongColumns(commasIn(lines[0] ?? new Uint8Array()) + 1);
}

/**
 * Whether a line is a row, or one with a damage that hides where its cells end: as many commas as a row has at least
 * stand in that as well, and hardly ever in anything else.
 */
function couldBeRow(line: Uint8Array, reason: RejectReason | undefined): boolean {
  return reason === undefined || (reason !== 'wrong_width' && commasIn(line) >= WIDTH - 1);
}

function notText(found: BinaryFormat): FileProblem {
  const looks = found === 'binary' ? 'it holds characters that no text has' : `it looks like ${found}`;
  return { problem: 'not_text', found, detail: `not a text file: ${looks}` };
}

function wrongColumns(width: number): FileProblem {
  return { problem: 'wrong_columns', width, detail: `the first line has ${width} columns instead of ${WIDTH}` };
}

function commasIn(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0x2c ? count + 1 : count), 0);
}
