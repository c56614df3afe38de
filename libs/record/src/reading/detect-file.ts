import { COLUMNS, WIDTH } from '../columns.ts';
import type { ColumnName } from '../columns.ts';
import type { RejectReason } from './batch.ts';
import { decodeLine, decodeUtf8, looksWindows1252 } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import { binaryFormat } from './file-formats.ts';
import type { BinaryFormat } from './file-formats.ts';
import { assignmentProblem } from './assign-row.ts';
import { countOf, diagnoseLine, otherSeparator, SEPARATORS } from './diagnose-line.ts';
import type { LineProblem } from './diagnose-line.ts';
import { excerpt } from './excerpt.ts';
import { maskedLine } from './masked-line.ts';
import { splitCells } from './split-cells.ts';

/** How a file is to be read; it can be given to `DojReader` as it stands. */
export interface DetectedFile {
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  readonly hasHeader: boolean;
  readonly width: number;
}

/** A line that shows what is wrong. What looks like a social security number or a licence is masked. */
export interface LineShown {
  readonly line: number;
  readonly text: string;
}

/** Why a file as a whole cannot be the state's. `detail` says it in a sentence, `shown` is the first such line. */
export type FileProblem = { readonly detail: string; readonly shown?: LineShown } & (
  | { readonly problem: 'empty_file' }
  | { readonly problem: 'not_text'; readonly found: BinaryFormat }
  | { readonly problem: 'wrong_columns'; readonly width: number }
  | { readonly problem: 'wrong_header'; readonly column: number; readonly expected: ColumnName; readonly found: string }
  /** Most of its rows have the same damage, so that it happened to the file and not to a row. */
  | { readonly problem: 'damaged_rows'; readonly reason: RejectReason }
);

const SAMPLE = 65_536;
const HEADER_START = /^"?RECORD_ID/;

/**
 * Recognises a file by its first 64 KiB (or all of it, when it is shorter).
 *
 * A row that is damaged does not condemn its file: without a header, a file is refused only when not one line of the
 * sample is a row, or could be one but for its damage; and when most rows have the same damage, which then happened to
 * the file, as when a spreadsheet saved it.
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
  const encoding = byteOrderMark ? 'utf-8' : encodingOf(lines.map(({ bytes }) => bytes));
  const hasHeader = isHeader(firstLine.bytes);
  const problem =
    (hasHeader ? headerProblem(firstLine) : undefined) ??
    damageOfMost(lines.slice(hasHeader ? 1 : 0)) ??
    (hasHeader ? undefined : rowsProblem(lines));
  return problem ?? { encoding, byteOrderMark, hasHeader, width: WIDTH };
}

interface NumberedLine {
  readonly bytes: Uint8Array;
  /** As a text editor counts. */
  readonly number: number;
}

/** The lines of the sample that are not blank. Its last line counts only where the sample is the whole file. */
function linesOf(sample: Uint8Array, isWhole: boolean): NumberedLine[] {
  const lines: NumberedLine[] = [];
  for (let start = 0, number = 1; start < sample.length; number++) {
    let end = sample.indexOf(0x0a, start);
    if (end < 0) {
      if (!isWhole) break;
      end = sample.length;
    }
    const bytes = sample.subarray(start, sample[end - 1] === 0x0d && end > start ? end - 1 : end);
    if (bytes.some((byte) => byte !== 0x20 && byte !== 0x09)) lines.push({ bytes, number });
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

/** Names as they are compared to see whether a line is a header at all, in whatever spelling. */
const spelled = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '');
const SPELLED: ReadonlySet<string> = new Set(COLUMNS.map(spelled));
/** Of the cells of a line so many names of columns make a header of it: no row has a name of a column. */
const LEAST_NAMES = 10;

function isHeader(line: Uint8Array): boolean {
  const text = decodeLine(line, 'windows-1252')?.text ?? '';
  if (HEADER_START.test(text)) return true;
  const names = text.split(/[,;\t|]/).filter((name) => SPELLED.has(spelled(name)));
  return names.length >= LEAST_NAMES;
}

function headerProblem(line: NumberedLine): FileProblem | undefined {
  const names = splitCells(decodeLine(line.bytes, 'ascii')?.text ?? '').map((name) => name.trim());
  if (names.length === WIDTH + 1 && names[WIDTH] === '') names.pop();
  if (names.length > WIDTH && names.slice(WIDTH).every((name) => name === '')) {
    const detail = `${names.length} cells: the header ends with extra commas, as a spreadsheet writes`;
    return { problem: 'wrong_columns', width: names.length, detail, shown: shownLine(line) };
  }
  if (names.length !== WIDTH) return wrongColumns(line, names.length);
  const index = names.findIndex((name, position) => name !== COLUMNS[position]);
  if (index < 0) return undefined;
  const expected = COLUMNS[index] ?? 'RECORD_ID';
  const found = names[index] ?? '';
  const marked = /^['’‘`]/.test(found) && found.slice(1) === expected;
  const advice = marked ? ': a spreadsheet put an apostrophe before it, so export the file anew as text' : '';
  const detail = `column ${index + 1} of the header is "${found.slice(0, 40)}" instead of ${expected}${advice}`;
  return { problem: 'wrong_header', column: index + 1, expected, found, detail };
}

/** So many rows tell that it is not their damage but the file's. All rows do, however few. */
const LEAST_ROWS = 20;
/** What happens to a whole file; other damage happens to rows. */
const OF_FILES: readonly RejectReason[] = ['wrong_width', 'wrong_count_order', 'rewritten_number'];

/** The damage that most rows have in common, as when the file was saved by a spreadsheet. */
function damageOfMost(lines: readonly NumberedLine[]): FileProblem | undefined {
  const damages = new Map<string, { readonly reason: RejectReason; readonly first: NumberedLine; count: number }>();
  for (const line of lines) {
    const problem = diagnoseLine(line.bytes) ?? assignmentOf(line.bytes);
    if (!problem || !OF_FILES.includes(problem.reason)) continue;
    // Each row may have been rewritten to another number: the first one stands for all.
    const kind = problem.detail.replace(/\d[\d.,]*(?:E\+?\d+)?/gi, '#');
    const known = damages.get(kind);
    if (known) known.count += 1;
    else damages.set(kind, { reason: problem.reason, first: line, count: 1 });
  }
  const [most] = [...damages.values()].sort((a, b) => b.count - a.count);
  if (!most) return undefined;
  const { count, first, reason } = most;
  const problem = diagnoseLine(first.bytes) ?? assignmentOf(first.bytes);
  const isOfFile = count === lines.length || (count >= LEAST_ROWS && count * 2 > lines.length);
  if (!problem || !isOfFile || !isRowLike(first.bytes)) return undefined;
  return { problem: 'damaged_rows', reason, detail: problem.detail, shown: shownLine(first) };
}

/** What is wrong with a number by which rows are told apart, where a program has rewritten it. */
function assignmentOf(line: Uint8Array): LineProblem | undefined {
  const text = decodeLine(line, 'windows-1252')?.text;
  const problem = text === undefined ? undefined : assignmentProblem(splitCells(text), 'CII_NUMBER');
  return problem?.detail.startsWith('a spreadsheet') ? problem : undefined;
}

/** About as many cells as a row has, whatever stands between them. */
function isRowLike(line: Uint8Array): boolean {
  return Math.max(countOf(line, 0x2c), ...SEPARATORS.map(([, byte]) => countOf(line, byte))) >= WIDTH - 5;
}

function rowsProblem(lines: readonly NumberedLine[]): FileProblem | undefined {
  const problems = lines.map(({ bytes }) => ({ line: bytes, reason: diagnoseLine(bytes)?.reason }));
  if (problems.some(({ line, reason }) => couldBeRow(line, reason))) return undefined;
  // No line of text holds them; what has them and no row in its whole head is a picture, a program, a recording.
  const isBinary = problems.some(({ reason }) => reason === 'nul_byte' || reason === 'control_character');
  if (isBinary) return notText('binary');
  const [first] = lines;
  return wrongColumns(first, commasIn(first?.bytes ?? new Uint8Array()) + 1);
}

/**
 * Whether a line is a row, or one with a damage that hides where its cells end: as many commas as a row has at least
 * stand in that as well, and hardly ever in anything else.
 */
function couldBeRow(line: Uint8Array, reason: RejectReason | undefined): boolean {
  return reason === undefined || (reason !== 'wrong_width' && commasIn(line) >= WIDTH - 1);
}

const LOOKS: Readonly<Partial<Record<BinaryFormat, string>>> = {
  binary: 'it holds characters that no text has',
  'utf-16': 'it is saved as UTF-16 ("Unicode text"); save it as UTF-8',
  xlsx: 'it is a workbook of a spreadsheet; give the file as the state sent it',
  xls: 'it is a workbook of a spreadsheet; give the file as the state sent it',
};

function notText(found: BinaryFormat): FileProblem {
  const looks = LOOKS[found] ?? `it looks like ${found}`;
  return { problem: 'not_text', found, detail: `not a text file: ${looks}` };
}

function wrongColumns(line: NumberedLine | undefined, width: number): FileProblem {
  const separator = line && otherSeparator(line.bytes);
  const instead =
    separator === undefined ? '' : `; its cells stand between ${separator} instead of commas: export the file anew`;
  const detail = `the first line has ${width} ${width === 1 ? 'column' : 'columns'} instead of ${WIDTH}${instead}`;
  return { problem: 'wrong_columns', width, detail, ...(line ? { shown: shownLine(line) } : {}) };
}

function shownLine({ bytes, number }: NumberedLine): LineShown {
  return { line: number, text: maskedLine(excerpt(bytes, 'windows-1252')) };
}

function commasIn(bytes: Uint8Array): number {
  return countOf(bytes, 0x2c);
}
