import { textOf } from '../cell.ts';
import type { ColumnName } from '../columns.ts';
import type { HistoryRow } from '../history.ts';
import { remembering } from '../remembering.ts';

/** The cells in which a row names offenses. */
export const OFFENSE_CELLS: readonly ColumnName[] = [
  'OFFENSE_DESCR',
  'OFFENSE_QUAL_LST',
  'DISP_OFFENSE_DESCR',
  'DISP_OFFENSE_QUAL_LST',
  'CONV_OFFENSE_DESCR',
  'CONV_OFFENSE_QUAL_LST',
  'COMMENT_TEXT',
];

/** A section that a cell of a row names, in whatever spelling. */
export interface Mention {
  /** One of the sections asked for. */
  readonly section: string;
  readonly column: ColumnName;
}

/**
 * Which of the sections a row's offense cells and comment name, in any spelling: `11359`, `11.359`, `11 359`, `1136O`,
 * `66411358`, with or without a code. It is wider than the reader of offenses, so that nothing of a person whom a law may
 * concern is passed over without a word: what it finds and no determination answers goes to a person.
 *
 * @param sections numbers as the law has them, such as `11357`; `11357.5` and `11361.8` are other sections
 */
export function mentionsOf(row: HistoryRow, sections: readonly string[]): Mention[] {
  return OFFENSE_CELLS.flatMap((column) => {
    const text = textOf(row, column);
    return text === '' ? [] : sectionsIn(text, sections).map((section) => ({ section, column }));
  });
}

/** Which of the sections one text names, as `mentionsOf` finds them. */
export function sectionsIn(text: string, sections: readonly string[]): string[] {
  // Most cells have no digit that could begin a section, and need no search.
  if (!/\d/.test(text)) return [];
  return sections.filter((section) => formOf(section).test(text));
}

/** Digits that are written as letters by mistake. */
const ALIKE: Readonly<Record<string, string>> = { '0': '[0OQ]', '1': '[1IL|]', '5': '[5S]' };

/** Between two digits of a number: nothing, or one sign with blanks around it, as in `11.359`, `11, 359` and `11 359`. */
const BROKEN = String.raw` {0,2}[.,'’\-]? {0,2}`;

/** What may stand right before or behind a section: the numbers of attempt, conspiracy and accessory. */
const GLUED = String.raw`(?:664|182|32)`;

const formOf = remembering((section: string): RegExp => {
  const digits = [...section].map((digit) => ALIKE[digit] ?? digit.replace('.', String.raw`\.`));
  const before = String.raw`(?:(?<!\d)(?<!\d[.,'’\-])|(?<=(?<!\d)${GLUED}[.,\-]?))`;
  const behind = section.includes('.') ? String.raw`(?!\d)` : String.raw`(?!\d)(?![.,]\d(?!\d\d))`;
  return new RegExp(`${before}${digits.join(BROKEN)}(?:${behind}|(?=${GLUED}(?!\\d)))`, 'i');
});
