import { localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import { presetNamed } from '../presets/presets.ts';
import { smallHistory } from '../testing/small-history.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { ImpactTally } from './impact.ts';

const asOf = localDate('2020-02-13');
const policy = presetNamed('prop64-dismiss-all');

function tallyOf(...people: Partial<SmallPerson>[]): ImpactTally {
  const tally = new ImpactTally(asOf);
  for (const person of people) {
    const history = smallHistory({ born: '19800101', cases: [], ...person });
    if (policy) tally.add(history, evaluate(history, policy, { county: 'LOS ANGELES', asOf }));
  }
  return tally;
}

function values(tally: ImpactTally): Record<string, unknown> {
  return Object.fromEntries(tally.figures('x 1').map(({ figure, value }) => [figure, value]));
}

const cannabis = { date: '20150101', counts: [{ offense: '11359 HS' }] };
const burglary = { date: '20010101', counts: [{ offense: '459 PC' }] };

describe('the impact of a policy', () => {
  test('counts people who have nothing left of a kind', () => {
    const tally = tallyOf({ cases: [cannabis] }, { cases: [cannabis, burglary] }, { cases: [burglary] });
    expect(values(tally)).toMatchObject({
      convictionsByOutcome: { dismiss: 2, reduce: 0, refer: 0, needs_review: 0, not_eligible: 0, out_of_scope: 0 },
      convictionsBySectionAndOutcome: { 'HS 11359': { dismiss: 2 } },
      felonies: 2,
      nonFelonies: 0,
      earliestConviction: '2015-01-01',
      people: 2,
      peopleWithAnyRelief: 2,
      peopleWithNoFelonyLeft: 1,
      peopleWithNoConvictionLeft: 1,
      peopleWithNoneInSevenYears: 2,
    });
  });

  test('takes what is not known for what is left', () => {
    const left = (other: Partial<SmallPerson['cases'][number]>, count = {}) => {
      const {
        peopleWithNoFelonyLeft: felony,
        peopleWithNoConvictionLeft: any,
        peopleWithNoneInSevenYears: recent,
      } = values(tallyOf({ cases: [cannabis, { ...burglary, ...other, counts: [{ offense: '459 PC', ...count }] }] }));
      return [felony, any, recent];
    };
    expect(left({}, { severity: 'WOBBLER' })).toEqual([0, 0, 1]);
    expect(left({}, { severity: 'MISDEMEANOR' })).toEqual([1, 0, 1]);
    expect(left({ date: '' })).toEqual([0, 0, 0]);
    expect(left({}, { disposition: 'DISPO 47B' })).toEqual([0, 0, 1]);
    expect(left({}, { disposition: 'DISMISSED' })).toEqual([1, 1, 1]);
    expect(left({}, { later: ['CONV SET ASIDE & DISM PER 1203.4 PC'] })).toEqual([1, 1, 1]);
  });

  test('says with each figure what it counts, as of when and under which policy', () => {
    for (const figure of tallyOf({ cases: [cannabis] }).figures('prop64-dismiss-all 1.0.0')) {
      expect(figure).toMatchObject({ asOf: '2020-02-13', policyVersion: 'prop64-dismiss-all 1.0.0' });
      expect(figure.rule.length).toBeGreaterThan(20);
    }
  });

  test('of two files is the sum of both', () => {
    const [first, second] = [
      tallyOf({ cases: [cannabis] }),
      tallyOf({ cases: [burglary, { ...cannabis, date: '19990101' }] }),
    ];
    first.absorb(second);
    expect(first.figures('x')).toEqual(
      tallyOf({ cases: [cannabis] }, { cases: [burglary, { ...cannabis, date: '19990101' }] }).figures('x'),
    );
  });
});
