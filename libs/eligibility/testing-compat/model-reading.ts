import { COLUMN } from '@clearance/record';
import type { ColumnName } from '@clearance/record';

/** How the literal model reads the cells of one row. */
export const DAY = 86_400_000;
export const P64 = ['11357', '11358', '11359', '11360'];

export const cell = (cells: readonly string[], name: ColumnName): string => cells[COLUMN[name]] ?? '';

export function date(year: number, month: number, day: number): Date {
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  return made;
}
export const yearOne = date(1, 1, 1);

export function read(text: string): Date {
  if (text.length !== 8 || [...text].some((character) => !'0123456789'.includes(character))) return yearOne;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  const made = date(year, month, day);
  const isReal = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isReal && year > 0 ? made : yearOne;
}

export const plusYears = (from: Date, years: number) =>
  date(from.getUTCFullYear() + years, from.getUTCMonth() + 1, from.getUTCDate());

function inComment(cells: readonly string[]): boolean {
  const trimmed = cell(cells, 'OFFENSE_DESCR').trim();
  return trimmed === '' || trimmed === 'SEE COMMENT FOR CHARGE';
}

export function sectionText(cells: readonly string[]): string {
  const from = cell(cells, inComment(cells) ? 'COMMENT_TEXT' : 'OFFENSE_DESCR');
  return from.split('-')[0] ?? '';
}

export function firstNumber(text: string): string | undefined {
  for (let at = 0; at < text.length; at++) {
    const found = P64.find((number) => text.startsWith(number, at));
    if (found !== undefined) return found;
  }
  return undefined;
}

export const isFelony = (cells: readonly string[]) =>
  cell(cells, 'CONV_STAT_DESCR') === 'FELONY' ||
  (cell(cells, 'CONV_STAT_DESCR') === '' && cell(cells, 'OFFENSE_TOC') === 'F');

/** In milliseconds. */
export function part(cells: readonly string[]): number {
  const text = cell(cells, 'SENT_LENGTH');
  const length = /^[-+]?[0-9]+$/.test(text) ? parseInt(text, 10) : 0;
  const unit = cell(cells, 'SENT_TIME_CODE');
  if (unit === 'D') return length * DAY;
  if (unit === 'M') return length * 30.5 * DAY;
  return unit === 'Y' ? length * 366 * DAY : 0;
}

export function otherCharge(cells: readonly string[]): string {
  const offense = cell(cells, 'OFFENSE_DESCR');
  const comment = cell(cells, 'COMMENT_TEXT');
  const named = firstNumber(comment);
  if (inComment(cells) || named === undefined) return '';
  const charged = firstNumber(offense);
  if (charged === undefined || charged !== named) return comment;
  if (charged !== '11357') return '';
  const letter = (text: string) => /11357\(([ABCD])\)/.exec(text)?.[1];
  const [a, b] = [letter(offense), letter(comment)];
  if (a !== undefined && b !== undefined) return 'AB'.includes(a) === 'AB'.includes(b) ? '' : comment;
  return b === undefined ? '' : comment;
}
