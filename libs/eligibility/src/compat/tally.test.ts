import { localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';
import { bearFlow } from './bear.ts';
import { evaluateCompat } from './columns.ts';
import type { CompatRow } from './row.ts';
import { relatedFlow } from './related.ts';
import { CompatTally } from './tally.ts';

const options = {
  baselineEligibility: { dismiss: ['11357', '11358'], reduce: ['11359'] },
  additionalRelief: {
    subjectUnder21AtConviction: false,
    subjectHasOnlyProp64Charges: false,
    subjectIsDeceased: true,
    subjectAgeThreshold: 0,
    yearsSinceConvictionThreshold: 0,
    yearsCrimeFreeThreshold: 0,
  },
};
const flow = bearFlow(options, 'YOLO', localDate('2020-01-01'));

const convicted = (offense: string, more: Partial<CompatRow> = {}): CompatRow => ({
  birth: '19800101',
  date: '20150101',
  step: 'COURT ACTION',
  county: 'YOLO',
  order: `101001${offense.slice(0, 5)}0`,
  caseNumber: 'C1',
  offense,
  offenseClass: '',
  disposition: 'CONVICTED',
  severity: 'FELONY',
  sentenceLength: '',
  sentenceUnit: '',
  comment: '',
  ...more,
});

const people = [
  // Everything dismissed, and all of it recent.
  [convicted('11357 HS'), convicted('11358 HS', { severity: 'MISDEMEANOR' })],
  // A felony reduced, and no other; the conviction stays.
  [convicted('11359 HS', { date: '19810411' })],
  // A felony elsewhere stays; only the one in the county is recent.
  [convicted('11357 HS'), convicted('459 PC', { county: 'NAPA', date: '20130101' })],
  // One that no choice reaches, but that dismissing everything would.
  [convicted('11360 HS')],
  // The same of someone who has died.
  [convicted('11360 HS', { date: 'unknown' }), convicted('', { step: 'DECEASED', disposition: '', offense: '' })],
  // Another county's only.
  [convicted('11357 HS', { county: 'NAPA' })],
];

function tallyOf(some: readonly CompatRow[][]): CompatTally {
  const tally = new CompatTally(flow);
  for (const rows of some) tally.add(evaluateCompat(rows, flow));
  return tally;
}

describe('the summary of the old tools', () => {
  test('counts convictions of the county, and people by what they would have left', () => {
    expect(tallyOf(people).summary()).toEqual({
      county: 'YOLO',
      earliestConviction: '0001-01-01T00:00:00Z',
      prop64ConvictionsCountInCountyByCodeSection: { 11357: 2, 11358: 1, 11359: 1, 11360: 2 },
      subjectsWithProp64ConvictionCountInCounty: 5,
      prop64FelonyConvictionsCountInCounty: 5,
      prop64NonFelonyConvictionsCountInCounty: 1,
      subjectsWithSomeReliefCount: 4,
      convictionDismissalCountByCodeSection: { 11357: 2, 11358: 0 },
      convictionReductionCountByCodeSection: { 11359: 1 },
      convictionDismissalCountByAdditionalRelief: { 'Individual is deceased': 1 },
      reliefWithCurrentEligibilityChoices: {
        CountSubjectsNoFelony: 3,
        CountSubjectsNoConviction: 2,
        CountSubjectsNoConvictionLast7Years: 2,
      },
      reliefWithDismissAllProp64: {
        CountSubjectsNoFelony: 4,
        CountSubjectsNoConviction: 4,
        CountSubjectsNoConvictionLast7Years: 3,
      },
    });
  });

  test('counts seven years strictly', () => {
    const since = (date: string) =>
      tallyOf([[convicted('11357 HS', { date })]]).summary().reliefWithCurrentEligibilityChoices
        .CountSubjectsNoConvictionLast7Years;
    expect([since('20130101'), since('20130102')]).toEqual([0, 1]);
  });

  test('of two files is the sum of both, and the earlier of the earliest', () => {
    const [first, second] = [tallyOf(people.slice(0, 2)), tallyOf(people.slice(2))];
    first.absorb(second.counts());
    expect(first.summary()).toEqual(tallyOf(people).summary());
    expect(new CompatTally(flow).summary().earliestConviction).toBeNull();
  });
});

test('counts a related charge as in scope and as relieved, and as none of Proposition 64', () => {
  const tally = new CompatTally(relatedFlow('contra-costa-2020', localDate('2020-01-01')));
  const county = 'CONTRA COSTA';
  const arrest = convicted('11359 HS', { county, disposition: '', step: 'ARREST/DETAINED/CITED' });
  tally.add(
    evaluateCompat(
      [arrest, convicted('602 PC', { county })],
      relatedFlow('contra-costa-2020', localDate('2020-01-01')),
    ),
  );
  expect([tally.inScope, tally.peopleInScope]).toEqual([1, 1]);
  expect(tally.summary()).toMatchObject({
    earliestConviction: null,
    subjectsWithProp64ConvictionCountInCounty: 0,
    prop64FelonyConvictionsCountInCounty: 0,
    subjectsWithSomeReliefCount: 1,
    convictionDismissalCountByAdditionalRelief: { '602 PC': 1 },
    reliefWithCurrentEligibilityChoices: { CountSubjectsNoFelony: 1 },
    reliefWithDismissAllProp64: { CountSubjectsNoFelony: 0 },
  });
});
