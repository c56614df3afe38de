import type { CellRef, ColumnName, Count, HistoryRow } from '@clearance/record';
import { textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';
import type { Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import type { Relief } from './relief.ts';

const BY_WORD: Readonly<Record<string, Severity>> = {
  FELONY: 'felony',
  MISDEMEANOR: 'misdemeanor',
  INFRACTION: 'infraction',
};
const BY_LETTER: Readonly<Record<string, Severity>> = { F: 'felony', M: 'misdemeanor', I: 'infraction' };

/** The severity a row states in words; undefined where the cell is blank. */
function statedSeverity(row: HistoryRow): Fact<Severity> | undefined {
  return read(row, 'CONV_STAT_DESCR', BY_WORD, 'the severity');
}

/**
 * What the conviction was for: the words of the convicting rows, else the class of the offense. Anything that is not
 * one of the three known words or letters is unknown, and so are rows of one count that disagree.
 *
 * @param deciding the row whose disposition decided the count; where nobody can read it, any row may speak of the severity
 */
export function severityOf(count: Count, deciding: HistoryRow): Fact<Severity> {
  const convicting = new Set([deciding.line]);
  for (const { cell, kind } of count.dispositions) if (kind === 'convicted') convicting.add(cell.line);
  const isUnread = count.disposition.kind === 'unknown';
  let stated: Fact<Severity> | undefined;
  for (const row of count.rows) {
    if (!isUnread && !convicting.has(row.line)) continue;
    const next = statedSeverity(row);
    if (!next) continue;
    if (next.state !== 'known') return next;
    if (stated?.state === 'known' && stated.value !== next.value) {
      return unknown('the rows of this count give different severities', [...stated.cells, ...next.cells]);
    }
    stated ??= next;
  }
  return stated ?? classOfOffense(count, deciding);
}

function classOfOffense(count: Count, row: HistoryRow): Fact<Severity> {
  const ofConviction = count.offense !== count.charged;
  const column: ColumnName = ofConviction ? 'CONV_OFFENSE_TOC' : 'OFFENSE_TOC';
  const found = read(row, column, BY_LETTER, 'the class of the offense');
  if (found) return found;
  const cells = [cellOf(row, 'CONV_STAT_DESCR'), cellOf(row, column)];
  // The class of the charge says nothing about the lesser offense that the person was convicted of.
  return unknown(
    ofConviction ? 'only the severity of the original charge is given' : 'the severity is not given',
    cells,
  );
}

/** This severity, and what it can be reduced to. */
const atMost = (severity: Severity): readonly Severity[] => severities.slice(severities.indexOf(severity));

/**
 * Every severity that a conviction may have now: what nobody can read can have reduced it, and raised it never.
 *
 * @param original what it was for
 * @param now what it is by all that can be read
 * @param isCertain whether the disposition can be read
 */
export function possibleSeverities(
  original: Fact<Severity>,
  now: Fact<Severity>,
  isCertain: boolean,
): readonly Severity[] {
  if (now.state === 'known') return isCertain ? [now.value] : atMost(now.value);
  // Of an infraction nothing is left to be unknown, unless the rows contradict each other.
  return original.state === 'known' && original.value !== 'infraction' ? atMost(original.value) : severities;
}

/**
 * What a conviction is once a later row has reduced it, by the wording of that row: a felony reduced under PC 17(b) or
 * 1170.18 is a misdemeanor for all purposes. The same where the severity it had before is unknown.
 */
export function reducedSeverity(
  original: Fact<Severity>,
  relief: { readonly value: Relief; readonly cells: readonly CellRef[] },
): Fact<Severity> {
  const { how, text } = relief.value;
  if (how !== 'reduced') return original;
  if (/\bINFR/i.test(text)) return known('infraction', relief.cells);
  if (/\bMISD|\b17\b|\b1170\.18\b/i.test(text)) {
    const isLess = original.state === 'known' && original.value === 'infraction';
    return isLess ? unknown(`an infraction cannot be "${text}"`, relief.cells) : known('misdemeanor', relief.cells);
  }
  return unknown(`what "${text}" reduced the conviction to is not said`, relief.cells);
}

function read(
  row: HistoryRow,
  column: ColumnName,
  words: Readonly<Record<string, Severity>>,
  what: string,
): Fact<Severity> | undefined {
  const text = textOf(row, column);
  if (text === '') return undefined;
  const severity = words[text.toUpperCase()];
  const cells = [cellOf(row, column)];
  return severity ? known(severity, cells) : unknown(`${what} "${text}" is not one that is recognised`, cells);
}

function cellOf(row: HistoryRow, column: ColumnName): CellRef {
  return { line: row.line, column };
}
