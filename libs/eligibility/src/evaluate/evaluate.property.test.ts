import { buildHistory, COLUMN, localDate } from '@clearance/record';
import type { ColumnName, HistoryRow } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import type { Policy } from '../policy/policy.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import { smallHistory, smallRows } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
const policy = fc.oneof(fc.constantFrom(...presets), anyPolicy);

function bytesOf(rows: readonly HistoryRow[], by: Policy): string[] {
  return evaluate(buildHistory(rows), by, context).map(traceBytes);
}

test('gives the same bytes for the same history, however often and in whatever order people come', () => {
  fc.assert(
    fc.property(fc.array(smallPerson, { minLength: 2, maxLength: 4 }), policy, (people, by) => {
      const rows = people.map(smallRows);
      const forwards = rows.map((each) => bytesOf(each, by));
      const backwards = [...rows].reverse().map((each) => bytesOf(each, by));
      expect(backwards.reverse()).toEqual(forwards);
    }),
    { numRuns: 100 },
  );
});

test('gives one determination for each conviction of the county, in the order of the history', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const history = smallHistory(person);
      const own = history.convictions.filter(({ county }) => county === context.county);
      expect(evaluate(history, by, context).map(({ convictionKey }) => convictionKey)).toEqual(
        own.map(({ key }) => key),
      );
    }),
    { numRuns: 100 },
  );
});

test('names the facts exactly where they keep it from deciding', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      for (const { outcome, ruleId, unknownFacts } of evaluate(smallHistory(person), by, context)) {
        expect(unknownFacts.length > 0).toBe(ruleId === 'undecided');
        if (ruleId === 'undecided') expect(outcome).toBe('needs_review');
      }
    }),
    { numRuns: 300 },
  );
});

/** Ways to make a fact of a count or a person unknown, by the cells that hold it. */
const blanks: readonly (readonly [Partial<Record<ColumnName, string>>, 'person' | 'step' | 'count'])[] = [
  [{ PRI_DOB: '' }, 'person'],
  [{ STP_EVENT_DATE: '' }, 'step'],
  [{ CONV_STAT_DESCR: 'WOBBLER' }, 'count'],
  [{ CONV_STAT_DESCR: '', OFFENSE_TOC: '' }, 'count'],
  [{ OFFENSE_DESCR: 'ILLEGIBLE' }, 'count'],
  [{ OFFENSE_DESCR: '' }, 'count'],
  [{ SENT_LENGTH: '', SENT_TIME_CODE: '' }, 'count'],
  [{ STP_ORI_DESCR: '' }, 'step'],
];

function forget(rows: readonly HistoryRow[], which: number, where: number): HistoryRow[] {
  const [cells, scope] = blanks[which % blanks.length] ?? [{}, 'person'];
  const target = rows[where % rows.length]?.cells[COLUMN.CNT_ORDER] ?? '';
  const length = { person: 0, step: 6, count: 12 }[scope];
  return rows.map((row) => {
    const order = row.cells[COLUMN.CNT_ORDER] ?? '';
    if (order.slice(0, length) !== target.slice(0, length)) return row;
    const forgotten = [...row.cells];
    for (const [name, value] of Object.entries(cells)) forgotten[COLUMN[name as ColumnName]] = value;
    return { ...row, cells: forgotten };
  });
}

test('never turns what is no relief into relief because a fact is missing', () => {
  const worth = ({ outcome }: Determination) => ({ dismiss: 2, reduce: 1 })[outcome as string] ?? 0;
  fc.assert(
    fc.property(smallPerson, policy, fc.nat(), fc.nat(), (person, by, which, where) => {
      const rows = smallRows(person);
      const known = evaluate(buildHistory(rows), by, context);
      const missing = evaluate(buildHistory(forget(rows, which, where)), by, context);
      known.forEach((before, index) => {
        const after = missing[index];
        if (after && worth(after) > worth(before)) {
          expect.unreachable(`${before.outcome} became ${after.outcome}: ${traceBytes(before)} ${traceBytes(after)}`);
        }
      });
    }),
    { numRuns: 1500 },
  );
});
