import type { Determination } from '@clearance/eligibility';
import { buildHistory, COLUMN, WIDTH, type ColumnName, type HistoryRow } from '@clearance/record';
import { describe, expect, test } from 'vitest';
import { askedFacts } from './asked-facts.ts';

const row = (line: number, cells: Partial<Record<ColumnName, string>>): HistoryRow => {
  const all = new Array<string>(WIDTH).fill('');
  const base = {
    STP_TYPE_DESCR: 'COURT ACTION',
    DISP_DESCR: 'CONVICTED',
    STP_EVENT_DATE: '20050101',
    OFN: `CASE${line}`,
  };
  for (const [name, value] of Object.entries({ ...base, ...cells })) all[COLUMN[name as ColumnName]] = value;
  return { line, cells: all };
};
const history = buildHistory([
  row(1, { CNT_ORDER: '101002001000', OFFENSE_DESCR: '11359 HS', PRI_DOB: '19600101', CONV_STAT_DESCR: 'FELONY' }),
  row(2, { CNT_ORDER: '101002001000', OFFENSE_DESCR: '11359 HS', PRI_DOB: '19800101', CONV_STAT_DESCR: 'MISDEMEANOR' }),
  row(3, { CNT_ORDER: '102002001000', OFFENSE_DESCR: '459 PC', PRI_DOB: '19600101', CONV_STAT_DESCR: '' }),
]);
const [own, other] = history.convictions;
type Unknown = Determination['unknownFacts'][number];
const asked = (unknownFacts: readonly Unknown[], lines: readonly number[] = []) => {
  if (!own) throw new RangeError('no conviction');
  return askedFacts(history, { unknownFacts }, own, lines);
};
const missing = (fact: Unknown['fact'], of?: Unknown['of']): Unknown => ({
  ...{ fact, why: `why of ${fact}`, cells: [] },
  ...(of ? { of } : {}),
});

describe('what can be entered for a missing fact', () => {
  test('is the value of one of the rows, where rows contradict each other', () => {
    expect(asked([missing('birth_date')])[0]?.choices).toEqual([
      { value: '1960-01-01', says: '1960-01-01 (line 1)' },
      { value: '1980-01-01', says: '1980-01-01 (line 2)' },
    ]);
    expect(asked([missing('severity')])[0]?.choices.map(({ value }) => value)).toEqual(['felony', 'misdemeanor']);
  });

  test('names another conviction by its key and in words', () => {
    const key = other?.key ?? '';
    const [found] = asked([missing('other_convictions', { conviction: key, fact: 'severity' })]);
    expect(found).toMatchObject({ kind: 'severity', conviction: key, of: '459 PC, case CASE3', choices: [] });
  });

  test('is asked once, and nothing is asked that only the record can tell', () => {
    const twice = [missing('amount'), missing('amount'), missing('offense'), missing('county'), missing('identity')];
    expect(asked(twice).map(({ kind }) => kind)).toEqual(['amount']);
    expect(asked([missing('other_convictions', { conviction: 'X|1|2|3', fact: 'severity' })])).toEqual([]);
  });

  test('is what an unread row says, by its line', () => {
    expect(asked([], [1200])).toMatchObject([{ kind: 'unread_row', line: 1200 }]);
    expect(asked([], [1200])[0]?.why).toContain('Line 1,200');
  });
});
