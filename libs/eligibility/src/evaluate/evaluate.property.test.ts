import { buildHistory, COLUMN, concernsCounty, localDate } from '@clearance/record';
import type { ColumnName, HistoryRow } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import type { Policy } from '../policy/policy.ts';
import { la2020 } from '../presets/la-2020.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, REDUCED, smallPerson } from '../testing/arbitraries.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory, smallRows } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';
import { tries } from '../testing/tries.ts';

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
    tries(100),
  );
});

test('gives one determination for each conviction of the county, in the order of the history', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const history = smallHistory(person);
      const own = history.convictions.filter((conviction) => concernsCounty(conviction, context.county));
      expect(evaluate(history, by, context).map(({ convictionKey }) => convictionKey)).toEqual(
        own.map(({ key }) => key),
      );
    }),
    tries(100),
  );
});

test('never gives relief to what may be no conviction, or none of this county', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const history = smallHistory(person);
      const doubtful = history.convictions.filter(({ certain, county }) => !certain || county === '');
      const found = new Map(evaluate(history, by, context).map((one) => [one.convictionKey, one]));
      for (const { county, key } of doubtful) {
        if (county !== '' && county !== context.county) continue;
        expect(['needs_review', 'out_of_scope']).toContain(found.get(key)?.outcome);
      }
    }),
    tries(500),
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
    tries(300),
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
  [{ DISP_DESCR: '' }, 'count'],
  [{ DISP_DESCR: 'SEE MINUTE ORDER' }, 'count'],
  [{ STP_ORI_CNTY_NAME: '' }, 'step'],
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

function worth({ outcome }: Determination): number {
  if (outcome === 'dismiss') return 2;
  return outcome === 'reduce' ? 1 : 0;
}

/** The first conviction that would get more because the file says less; undefined where there is none. */
function gainsByMissing(person: SmallPerson, by: Policy, which: number, where: number): string | undefined {
  const rows = smallRows(person);
  const missing = evaluate(buildHistory(forget(rows, which, where)), by, context);
  const count = ({ convictionKey }: Determination) => convictionKey.split('|', 2).join('|');
  return evaluate(buildHistory(rows), by, context).flatMap((before) => {
    const after = missing.find((one) => count(one) === count(before));
    return after && worth(after) > worth(before) ? [`${traceBytes(before)} became ${traceBytes(after)}`] : [];
  })[0];
}

test('never turns what is no relief into relief because a fact is missing', () => {
  fc.assert(
    fc.property(smallPerson, policy, fc.nat(), fc.nat(), (person, by, which, where) => {
      expect(gainsByMissing(person, by, which, where)).toBeUndefined();
    }),
    tries(1500),
  );
});

test('would find the fault if a missing fact counted as true', () => {
  const faulty: Policy = {
    ...la2020,
    rules: [
      {
        id: 'faulty',
        title: 'Faulty.',
        when: { term: 'age_as_of', compare: 'at_least', years: 58, unknown: 'holds' },
        then: { outcome: 'dismiss' },
        cite: 'none',
      },
    ],
  };
  const found = fc.check(
    fc.property(smallPerson, fc.nat(), fc.nat(), (person, which, where) => {
      expect(gainsByMissing(person, faulty, which, where)).toBeUndefined();
    }),
    tries(200),
  );
  expect(found.failed).toBe(true);
});

/** A person whose first conviction is of this county, with or without others behind it. */
const withFirst = fc.tuple(smallPerson, fc.boolean()).map(([person, isAlone]): SmallPerson => {
  const [own, ...others] = person.cases;
  const [count] = own?.counts ?? [];
  if (!own || !count) return person;
  const first = { ...own, county: 'LOS ANGELES', counts: [{ ...count, disposition: 'CONVICTED' }] };
  return { ...person, cases: [first, ...(isAlone ? [] : others)] };
});

/** What is determined of the first conviction, with this severity or date. */
function first(person: SmallPerson, by: Policy, changes: { severity?: string; date?: string }): Determination {
  const { date, severity } = changes;
  const cases = person.cases.map((each, index) => {
    if (index > 0) return each;
    const counts = each.counts.map((count) => ({ ...count, severity: severity ?? count.severity ?? '' }));
    return { ...each, date: date ?? each.date, counts };
  });
  const [determination] = evaluate(smallHistory({ ...person, cases }), by, context);
  if (!determination) throw new RangeError('no conviction');
  return determination;
}

/** What the first conviction may have been; an infraction cannot be reduced to a misdemeanor. */
function severitiesOf({ cases }: SmallPerson): string[] {
  const isReduced = cases[0]?.counts.some(({ later }) => later?.[0] === REDUCED);
  return ['FELONY', 'MISDEMEANOR', ...(isReduced ? [] : ['INFRACTION'])];
}

test('lets an outcome stand on an unknown severity only when every severity leads to it, and then always', () => {
  fc.assert(
    fc.property(withFirst, policy, (person, by) => {
      const each = severitiesOf(person).map((severity) => first(person, by, { severity }));
      const unknown = first(person, by, { severity: '' });
      const ways = new Set(each.map(({ agency, outcome }) => `${outcome} ${agency ?? ''}`));
      if (unknown.ruleId !== 'undecided') expect([...ways]).toEqual([`${unknown.outcome} ${unknown.agency ?? ''}`]);
      if (ways.size === 1 && each.every(({ ruleId }) => ruleId !== 'undecided')) {
        expect(unknown.outcome).toBe(each[0]?.outcome);
        expect(unknown.ruleId).not.toBe('undecided');
      }
    }),
    tries(500),
  );
});

test('lets an outcome stand on a year only when every day of it leads to it', () => {
  fc.assert(
    fc.property(withFirst, fc.integer({ min: 1985, max: 2017 }), policy, (person, year, by) => {
      const vague = first(person, by, { date: `${year}0000` });
      if (vague.ruleId === 'undecided') return;
      for (let month = 1; month <= 12; month += 1) {
        for (const day of ['01', '13', '14', '15', '28']) {
          const exact = first(person, by, { date: `${year}${String(month).padStart(2, '0')}${day}` });
          expect([exact.outcome, exact.agency]).toEqual([vague.outcome, vague.agency]);
        }
      }
    }),
    tries(200),
  );
});
