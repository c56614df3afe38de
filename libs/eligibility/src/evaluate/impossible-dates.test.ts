import { buildHistory, COLUMN, type ColumnName, type HistoryRow } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import { smallRows } from '../testing/small-history.ts';
import { context, policyOf } from '../testing/small-policy.ts';
import { evaluate } from './evaluate.ts';

/** Dismissed by the age of the person alone. */
const byAge = policyOf([{ term: 'age_as_of', compare: 'at_least', years: 50 }, 'dismiss']);
const lately = `${Number(context.asOf.slice(0, 4)) - 6}0101`;

const rows = (born: string, date = lately): HistoryRow[] =>
  smallRows({ born, cases: [{ date, counts: [{ offense: '11359 HS', severity: 'FELONY', sentence: ['030D'] }] }] });

const changed = (row: HistoryRow, column: ColumnName, text: string): HistoryRow => ({
  ...row,
  cells: row.cells.with(COLUMN[column], text),
});

function judged(given: readonly HistoryRow[], policy = byAge) {
  const [determination] = evaluate(buildHistory(given), policy, context);
  if (!determination) throw new RangeError('no determination');
  return determination;
}
const whys = (given: readonly HistoryRow[]) => judged(given).unknownFacts.map(({ why }) => why);

describe('a birth date that cannot be', () => {
  test('is one where a possible one dismisses by age', () => {
    expect(judged(rows('19500101')).outcome).toBe('dismiss');
  });

  test.each([
    ['19850231', 'the file gives an impossible birth date 1985-02-31'],
    ['00010101', 'the file gives an impossible birth date 0001-01-01'],
    ['19501301', 'the file gives an impossible birth date 1950-13-01'],
    ['1950AUG1', 'the file gives an impossible birth date "1950AUG1"'],
    ['00000000', 'the birth date is missing or is not a date'],
    ['        ', 'the birth date is missing or is not a date'],
    [
      '18990101',
      `the birth date 1899-01-01 is impossible: the person would be more than 120 years old on ${context.asOf}`,
    ],
  ])('%j is unknown, dismisses nobody, and the reason says so', (born, why) => {
    expect(judged(rows(born)).outcome).toBe('needs_review');
    expect(whys(rows(born))).toContain(why);
    const values = judged(rows(born)).trace.steps.flatMap(({ terms }) => terms.map(({ value }) => value));
    expect(values.join(' ')).toContain(why);
  });

  test('in the future is unknown as well', () => {
    expect(judged(rows('20900101')).outcome).toBe('needs_review');
    expect(judged(rows('20900101', '')).unknownFacts.map(({ why }) => why)).toContain(
      `the birth date 2090-01-01 is impossible: it is later than ${context.asOf}`,
    );
  });

  test('makes the birth date unknown although another row gives a possible one', () => {
    const [first, ...others] = rows('19500101');
    if (!first) throw new RangeError('no row');
    for (const given of [
      [changed(first, 'PRI_DOB', '19500231'), ...others],
      [first, ...others.map((row) => changed(row, 'PRI_DOB', '19500231'))],
    ]) {
      expect(judged(given).outcome).toBe('needs_review');
      expect(whys(given)).toContain('the file gives an impossible birth date 1950-02-31');
    }
    const zeros = [changed(first, 'PRI_DOB', '00000000'), ...others];
    expect(judged(zeros).outcome).toBe('dismiss');
  });
});

describe('a conviction date that cannot be', () => {
  const ofAge = policyOf([{ term: 'age_at_conviction', compare: 'at_least', years: 21 }, 'dismiss']);
  const whysOfAge = (given: readonly HistoryRow[]) => judged(given, ofAge).unknownFacts.map(({ why }) => why);

  test.each([
    ['19850231', 'the file gives an impossible conviction date 1985-02-31'],
    ['20900101', `the conviction date 2090-01-01 is impossible: it is later than ${context.asOf}`],
    ['', 'the conviction date is missing or is not a date'],
  ])('%j is unknown, and dismisses nobody', (date, why) => {
    expect(judged(rows('19500101'), ofAge).outcome).toBe('dismiss');
    expect(judged(rows('19500101', date), ofAge).outcome).toBe('needs_review');
    expect(whysOfAge(rows('19500101', date)).join('; ')).toContain(why);
  });

  test('is not taken from another count of its step', () => {
    const given = rows('19700101', '20050101').map((row) =>
      row.cells[COLUMN.DISP_DESCR] === '' ? row : changed(row, 'STP_EVENT_DATE', '20050231'),
    );
    const second = smallRows({
      born: '',
      cases: [{ date: '20050101', counts: [{ offense: '459 PC', disposition: 'DISMISSED' }] }],
    })
      .slice(1)
      .map((row) => ({ ...changed(row, 'CNT_ORDER', '101002002000'), line: 50 }));
    expect(whysOfAge([...given, ...second]).join('; ')).toContain(
      'the file gives an impossible conviction date 2005-02-31',
    );
  });
});
