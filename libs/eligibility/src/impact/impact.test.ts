import { describe, expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import type { SmallCase, SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, preset } from '../testing/small-policy.ts';
import type { Impact } from './figures.ts';
import { impact, ImpactCount } from './impact.ts';
import { sumOfImpacts } from './sum.ts';

const dismissAll = preset('prop64-dismiss-all');
const reduceFelonies = preset('san-diego-2020');

function impactOn(people: readonly SmallPerson[], policy = dismissAll): Impact {
  const evaluated = people.map(smallHistory).map((history) => ({
    history,
    determinations: evaluate(history, policy, context),
  }));
  return impact(evaluated, policy, context);
}

/** As-of is 13 February 2020. */
const sale = (date: string, more: Partial<SmallCase> = {}): SmallCase => ({
  date,
  counts: [{ offense: '11359 HS-SALE' }],
  ...more,
});
const misdemeanor = (date: string): SmallCase => ({
  date,
  counts: [{ offense: '11357(B) HS', severity: 'MISDEMEANOR' }],
});
const burglary = (date: string, county = 'LOS ANGELES'): SmallCase => ({
  date,
  county,
  counts: [{ offense: '459 PC' }],
});
const person = (...cases: SmallCase[]): SmallPerson => ({ born: '19800101', cases });

test('says of which policy, county and day it is, and what each figure counts', () => {
  const { asOf, countingRules, county, policy, policyVersion } = impactOn([]);
  expect({ asOf, county, policy, policyVersion }).toEqual({
    asOf: '2020-02-13',
    county: 'LOS ANGELES',
    policy: 'prop64-dismiss-all',
    policyVersion: dismissAll.version,
  });
  expect(countingRules.noneInSevenYears).toContain('a day after 2013-02-13');
});

test('counts nothing of people of whom the policy does not speak', () => {
  expect(impactOn([person(burglary('20050101')), person(sale('20050101', { county: 'FRESNO' }))])).toMatchObject({
    convictions: 0,
    earliestConviction: null,
    people: { all: 0 },
  });
});

test('counts convictions by outcome, section, severity, decade, race, age and agency', () => {
  const found = impactOn([
    person(sale('20050101'), misdemeanor('19990101')),
    person(sale('20150000'), burglary('20150101')),
  ]);
  expect(found).toMatchObject({
    convictions: 3,
    felonies: 2,
    nonFelonies: 1,
    earliestConviction: '1999-01-01',
    byOutcome: { dismiss: 3, needs_review: 0 },
    people: { all: 2, withRelief: 2 },
  });
  const dismissed = Object.fromEntries(
    Object.entries(found.by).map(([dimension, values]) => [
      dimension,
      Object.fromEntries(Object.entries(values).map(([value, counts]) => [value, counts.dismiss])),
    ]),
  );
  expect(dismissed).toEqual({
    section: { 'HS 11357': 1, 'HS 11359': 2 },
    severity: { felony: 2, misdemeanor: 1 },
    decade: { '1990s': 1, '2000s': 1, '2010s': 1 },
    race: { unknown: 3 },
    age: { '40–49': 3 },
    agency: { 'Los Angeles County District Attorney': 3 },
  });
});

test('counts a count that may be a conviction, and says that it only may be', () => {
  const unread = { offense: '11359 HS', disposition: 'SEE MINUTE ORDER' };
  expect(impactOn([person({ date: '20050101', counts: [unread] })])).toMatchObject({
    convictions: 1,
    possible: 1,
    byOutcome: { needs_review: 1 },
    people: { all: 1, withRelief: 0 },
  });
});

describe('people with', () => {
  const figures = (one: SmallPerson, policy = dismissAll) => {
    const { noConvictionLeft, noFelonyLeft, noneInSevenYears, withRelief } = impactOn([one], policy).people;
    return { relief: withRelief, noFelony: noFelonyLeft, none: noConvictionLeft, noneRecent: noneInSevenYears };
  };

  test('everything dismissed have nothing left', () => {
    expect(figures(person(sale('20140101')))).toEqual({ relief: 1, noFelony: 1, none: 1, noneRecent: 1 });
  });

  test('nothing but old convictions had none in seven years to lose', () => {
    expect(figures(person(sale('20130213'))).noneRecent).toBe(0);
    expect(figures(person(sale('20130214'))).noneRecent).toBe(1);
    expect(figures(person(sale('20130213'), sale('20130214'), burglary('20130213')))).toMatchObject({
      none: 0,
      noneRecent: 1,
    });
  });

  test('a felony reduced have no felony left, but a conviction', () => {
    expect(figures(person(sale('20140101')), reduceFelonies)).toEqual({
      relief: 1,
      noFelony: 1,
      none: 0,
      noneRecent: 0,
    });
  });

  test('no felony to begin with are not counted among those with none left', () => {
    expect(figures(person(misdemeanor('20140101')))).toEqual({ relief: 1, noFelony: 0, none: 1, noneRecent: 1 });
  });

  test('a felony in another county have one left', () => {
    const both = person(sale('20140101'), burglary('19990101', 'FRESNO'));
    expect(figures(both)).toEqual({ relief: 1, noFelony: 0, none: 0, noneRecent: 1 });
  });

  test('a conviction that is gone already do not have it left', () => {
    const vacated = { offense: '459 PC', later: ['CONV VACATED'] };
    expect(figures(person(sale('20140101'), { date: '20150101', counts: [vacated] }))).toEqual({
      relief: 1,
      noFelony: 1,
      none: 1,
      noneRecent: 1,
    });
  });

  test('what may be a conviction, a felony or recent are not counted as free of it', () => {
    const unread = { date: '20150101', counts: [{ offense: '459 PC', disposition: '' }] };
    expect(figures(person(sale('20140101'), unread))).toEqual({ relief: 1, noFelony: 0, none: 0, noneRecent: 0 });
    const unsaid = { date: '19990101', counts: [{ offense: '484 PC', severity: '' }] };
    expect(figures(person(sale('20140101'), unsaid))).toEqual({ relief: 1, noFelony: 0, none: 0, noneRecent: 1 });
    const undated = { ...burglary('00000000'), counts: [{ offense: '484 PC', severity: 'MISDEMEANOR' }] };
    expect(figures(person(sale('20140101'), undated))).toEqual({ relief: 1, noFelony: 1, none: 0, noneRecent: 0 });
  });
});

describe('parts', () => {
  const people = [
    person(sale('20050101')),
    person(misdemeanor('19990101'), burglary('20150101')),
    person(sale('20160101')),
  ];

  test('add up to the whole', () => {
    expect(sumOfImpacts(people.map((one) => impactOn([one])))).toEqual(impactOn(people));
  });

  test('of different policies do not add up', () => {
    expect(() => sumOfImpacts([impactOn(people), impactOn(people, reduceFelonies)])).toThrow(RangeError);
    expect(() => sumOfImpacts([])).toThrow(RangeError);
  });
});

test('can be asked at any time, and refuses a determination of another history', () => {
  const count = new ImpactCount(dismissAll, { ...context, county: ' los angeles ' });
  const history = smallHistory(person(sale('20050101')));
  const determinations = evaluate(history, dismissAll, context);
  expect(count.result().people.all).toBe(0);
  count.add({ history, determinations });
  expect(count.result()).toMatchObject({ county: 'LOS ANGELES', people: { all: 1 } });
  const other = smallHistory(person(misdemeanor('19990101')));
  expect(() => count.add({ history: other, determinations })).toThrow(RangeError);
});
