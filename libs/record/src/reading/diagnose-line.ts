import { WIDTH } from '../columns.ts';
import type { RejectReason } from './batch.ts';

export interface LineProblem {
  readonly reason: RejectReason;
  readonly detail: string;
}

const TAB = 0x09;
const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * What is wrong with a line, cell by cell and exactly; undefined where nothing is. `LineScanner` finds the lines that
 * are in order much faster, and asks here about the others.
 */
export function diagnoseLine(line: Uint8Array): LineProblem | undefined {
  const problem = diagnoseCells(line);
  if (!problem || countOf(line, COMMA) >= WIDTH - 1 || LETTERS_ASIDE.includes(problem.reason)) return problem;
  // Its quotes stand around cells that no comma divides.
  const separator = otherSeparator(line);
  if (separator === undefined) return problem;
  const detail = `the cells stand between ${separator} instead of commas: export the file anew with commas`;
  return { reason: 'wrong_width', detail };
}

/** What no text has, whatever stands between its cells. */
const LETTERS_ASIDE: readonly RejectReason[] = ['nul_byte', 'control_character'];

function diagnoseCells(line: Uint8Array): LineProblem | undefined {
  let width = 0;
  let pastLast = line.length;
  for (let start = 0; start <= line.length; width++) {
    const quoted = line[start] === QUOTE;
    const end = quoted ? afterClosingQuote(line, start) : indexOr(line, COMMA, start);
    const control = controlCharacter(line, start, Math.min(end, line.length), width + 1);
    if (control) return control;
    if (end > line.length) {
      const detail = `the quote opened in column ${width + 1} is not closed on its line`;
      return { reason: 'unclosed_quote', detail };
    }
    const isStray = quoted ? end < line.length && line[end] !== COMMA : indexOr(line, QUOTE, start) < end;
    if (isStray) return { reason: 'stray_quote', detail: `a quote stands in the middle of column ${width + 1}` };
    start = end + 1;
    if (width === WIDTH - 1) pastLast = start;
  }
  return width === WIDTH ? undefined : { reason: 'wrong_width', detail: widthWords(line, width, pastLast) };
}

/** Other signs that tables are cut with. */
export const SEPARATORS: readonly (readonly [name: string, byte: number])[] = [
  ['semicolons', 0x3b],
  ['tabs', TAB],
  ['vertical bars', 0x7c],
];

/** The sign that stands between the cells instead of commas; undefined where commas do, or nobody can tell. */
export function otherSeparator(line: Uint8Array): string | undefined {
  return SEPARATORS.find(([, byte]) => countOf(line, byte) >= WIDTH - 1)?.[0];
}

/** @param pastLast where the cells begin that a row does not have */
function widthWords(line: Uint8Array, width: number, pastLast: number): string {
  if (width < WIDTH) return `${width} ${width === 1 ? 'column' : 'columns'} instead of ${WIDTH}`;
  if (line.subarray(pastLast).every((byte) => byte === COMMA || byte === QUOTE || byte === 0x20)) {
    return `${width} cells: the line ends with extra commas, as a spreadsheet writes`;
  }
  if (!line.includes(QUOTE)) {
    return `${width} ${width === 1 ? 'column' : 'columns'} instead of ${WIDTH}: a comma stands in a cell, and the quotes around the cell were lost`;
  }
  return `${width} ${width === 1 ? 'column' : 'columns'} instead of ${WIDTH}`;
}

export function countOf(line: Uint8Array, sign: number): number {
  return line.reduce((count, byte) => (byte === sign ? count + 1 : count), 0);
}

/** Where the cell opened by the quote at `start` ends; beyond the line where nothing closes it. */
function afterClosingQuote(line: Uint8Array, start: number): number {
  let at = start + 1;
  for (;;) {
    at = line.indexOf(QUOTE, at);
    if (at < 0) return line.length + 1;
    if (line[at + 1] !== QUOTE) return at + 1;
    at += 2;
  }
}

function indexOr(line: Uint8Array, byte: number, from: number): number {
  const at = line.indexOf(byte, from);
  return at < 0 ? line.length : at;
}

function controlCharacter(line: Uint8Array, start: number, end: number, column: number): LineProblem | undefined {
  for (let at = start; at < end; at++) {
    const byte = line[at] ?? TAB;
    if (byte === 0) return { reason: 'nul_byte', detail: `column ${column} holds a NUL byte` };
    if (byte < 0x20 && byte !== TAB) {
      const code = byte.toString(16).padStart(2, '0');
      return { reason: 'control_character', detail: `column ${column} holds the control character 0x${code}` };
    }
  }
  return undefined;
}
