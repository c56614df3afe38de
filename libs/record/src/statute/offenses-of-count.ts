import { textOf } from '../cell.ts';
import type { HistoryRow } from '../history.ts';
import type { OffenseText, StatuteRef } from '../statute.ts';
import { isSameQualifier, qualified } from './qualifiers.ts';
import { isInComment, readOffense } from './read-offense.ts';
import type { OffenseColumn } from './read-offense.ts';

/** What a person was charged with, and what they were convicted of: the same object where nothing else is said. */
export interface OffensesOfCount {
  readonly charged: OffenseText;
  readonly offense: OffenseText;
}

type QualifierColumn = 'OFFENSE_QUAL_LST' | 'DISP_OFFENSE_QUAL_LST' | 'CONV_OFFENSE_QUAL_LST';

/**
 * Reads the offense of one count from its rows: as charged (OFFENSE_…), as convicted of (CONV_OFFENSE_…), each with its
 * qualifiers. Where the offense at disposition (DISP_OFFENSE_…) is another one and no conviction offense is given, the
 * record contradicts itself.
 *
 * @param rows those of the count, in file order
 */
export function readOffenses(rows: readonly HistoryRow[]): OffensesOfCount {
  const saying = rows.find(saysOffense) ?? rows[0];
  if (!saying) throw new RangeError('a count has no rows');
  const plain = readOffense(saying, 'OFFENSE_DESCR');
  const pleaded = rows.find((row) => textOf(row, 'CONV_OFFENSE_DESCR') !== '');
  const convicted = pleaded && readOffense(pleaded, 'CONV_OFFENSE_DESCR');
  if (!convicted || isSameText(convicted, plain)) {
    const charged = asDisposedOf(withQualifiers(plain, rows), plain, rows);
    return { charged, offense: charged };
  }
  return {
    charged: withQualifier(plain, rows, 'OFFENSE_QUAL_LST', 'surely'),
    offense: withQualifier(convicted, rows, 'CONV_OFFENSE_QUAL_LST', 'surely'),
  };
}

/** A later row of a count may leave out the charge that its first row has. */
function saysOffense(row: HistoryRow): boolean {
  return !isInComment(textOf(row, 'OFFENSE_DESCR')) || textOf(row, 'COMMENT_TEXT') !== '';
}

function isSameText(one: OffenseText, other: OffenseText): boolean {
  return one.text.toUpperCase() === other.text.toUpperCase();
}

/** Those of the conviction count; else those of the charge, unless the disposition has others: then nobody can tell. */
function withQualifiers(offense: OffenseText, rows: readonly HistoryRow[]): OffenseText {
  const convicted = cellIn(rows, 'CONV_OFFENSE_QUAL_LST');
  if (convicted) return withQualifier(offense, rows, 'CONV_OFFENSE_QUAL_LST', 'surely');
  const disposed = cellIn(rows, 'DISP_OFFENSE_QUAL_LST');
  const charged = cellIn(rows, 'OFFENSE_QUAL_LST');
  if (!disposed) return charged ? withQualifier(offense, rows, 'OFFENSE_QUAL_LST', 'surely') : offense;
  const isSame = charged !== undefined && isSameQualifier(charged.text, disposed.text);
  if (isSame) return withQualifier(offense, rows, 'OFFENSE_QUAL_LST', 'surely');
  const hinted = withQualifier(offense, rows, 'OFFENSE_QUAL_LST', 'perhaps');
  return withQualifier(hinted, rows, 'DISP_OFFENSE_QUAL_LST', 'perhaps');
}

function withQualifier(
  offense: OffenseText,
  rows: readonly HistoryRow[],
  column: QualifierColumn,
  how: 'surely' | 'perhaps',
): OffenseText {
  const cell = cellIn(rows, column);
  return cell ? qualified(offense, cell.text, { line: cell.row.line, column }, how) : offense;
}

function cellIn(
  rows: readonly HistoryRow[],
  column: QualifierColumn | OffenseColumn,
): { readonly row: HistoryRow; readonly text: string } | undefined {
  for (const row of rows) {
    const text = textOf(row, column);
    if (text !== '') return { row, text };
  }
  return undefined;
}

function asDisposedOf(charged: OffenseText, plain: OffenseText, rows: readonly HistoryRow[]): OffenseText {
  const disposed = cellIn(rows, 'DISP_OFFENSE_DESCR');
  if (!disposed || isInComment(disposed.text)) return charged;
  const other = readOffense(disposed.row, 'DISP_OFFENSE_DESCR');
  if (charged.text === '' || saysTheSame(plain, other)) return charged.text === '' ? other : charged;
  const own = withQualifier(plain, rows, 'OFFENSE_QUAL_LST', 'surely');
  const instead = withQualifier(other, rows, 'DISP_OFFENSE_QUAL_LST', 'surely');
  return saysTheSame(own, instead) ? charged : { ...charged, contradicted: instead };
}

/** The same sections, one perhaps with less detail; or only words, which the other has too. */
function saysTheSame(charged: OffenseText, other: OffenseText): boolean {
  if (wordsOf(charged.text) === wordsOf(other.text)) return true;
  if (other.references.length === 0) return wordsOf(charged.text).includes(wordsOf(other.text));
  const [ones, others] = [charged.references, other.references];
  const isIn = (one: StatuteRef, among: readonly StatuteRef[]) => among.some((each) => isSameSection(one, each));
  return ones.length > 0 && ones.every((one) => isIn(one, others)) && others.every((one) => isIn(one, ones));
}

function wordsOf(text: string): string {
  return ` ${text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()} `;
}

function isSameSection(one: StatuteRef, other: StatuteRef): boolean {
  if (one.section !== other.section) return false;
  if (one.code !== undefined && other.code !== undefined && one.code !== other.code) return false;
  if ((one.attempt ?? false) !== (other.attempt ?? false)) return false;
  if ((one.conspiracy ?? false) !== (other.conspiracy ?? false)) return false;
  if ((one.accessory ?? false) !== (other.accessory ?? false)) return false;
  const shared = Math.min(one.subdivisions.length, other.subdivisions.length);
  return one.subdivisions.slice(0, shared).join() === other.subdivisions.slice(0, shared).join();
}
