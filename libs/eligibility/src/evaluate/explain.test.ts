import { describe, expect, test } from 'vitest';

import type { SmallPerson } from '../testing/small-history.ts';
import { felony, first, personWith, policyOf, preset, stepOf } from '../testing/small-policy.ts';

describe('would qualify if', () => {
  test('names the nearest missing condition with its arithmetic', () => {
    const person: SmallPerson = {
      born: '19700214',
      cases: [
        { date: '20150101', counts: [{ offense: '11359 HS' }] },
        { date: '20160101', counts: [{ offense: '459 PC' }] },
      ],
    };
    expect(first(person, preset('la-2020')).wouldQualifyIf).toEqual([
      'the person is 50 or older on the as-of date (born 1970-02-14 + 50 years = 2020-02-14, after as-of 2020-02-13)',
    ]);
  });

  test('says what a rule in front would have to find, and never a "not" of a "not"', () => {
    const person: SmallPerson = {
      born: '19600101',
      cases: [
        { date: '20050101', counts: [{ offense: '11359 HS' }] },
        { date: '19990101', counts: [{ offense: '4500 PC' }] },
      ],
    };
    expect(first(person, preset('la-2020')).wouldQualifyIf).toEqual([
      'the person has no earlier conviction for one of the super-strikes (PC 667(e)(2)(C)(iv))',
    ]);
  });

  test('never asks for what the conviction was not', () => {
    const policy = preset('la-2020');
    const asked = (severity: string) =>
      first(
        {
          born: '19700214',
          cases: [
            { date: '20150101', counts: [{ offense: '11359 HS', severity }] },
            { date: '20160101', counts: [{ offense: '459 PC' }] },
          ],
        },
        policy,
      ).wouldQualifyIf ?? [];
    for (const severity of ['FELONY', 'MISDEMEANOR']) {
      expect(asked(severity).join(' ')).not.toMatch(/the conviction is an? (felony|misdemeanor)|years? old when/);
    }
  });

  test('is absent where relief is given, and where the offense is none of the law', () => {
    expect(first(personWith({}), preset('prop64-dismiss-all')).wouldQualifyIf).toBeUndefined();
    expect(first(personWith({ offense: '459 PC' }), preset('la-2020')).wouldQualifyIf).toBeUndefined();
  });
});

describe('flags', () => {
  const flagsOf = (person: SmallPerson) => first(person, preset('prop64-dismiss-all')).flags;

  test('show what a person should see beside the outcome', () => {
    expect(flagsOf(personWith({}))).toEqual([]);
    expect(flagsOf(personWith({}, { deceased: true }))).toEqual(['deceased']);
    expect(flagsOf(personWith({}, { registered: { date: '20100101', text: '290 PC' } }))).toEqual(['registered_290']);
    expect(flagsOf(personWith({}, { registered: { date: '20100101', text: '11590 HS' } }))).toEqual([]);
    expect(flagsOf(personWith({ comment: 'ALSO 11358 HS' }))).toEqual(['other_p64_in_comment']);
    expect(flagsOf(personWith({ sentence: ['16Y'] }))).toEqual(['serving']);
    expect(flagsOf(personWith({ offense: '459 PC', convictedOf: '11359 HS' }))).toEqual(['plea_down']);
    expect(flagsOf(personWith({ later: ['REDUCED TO MISD PER 17(B) PC'] }))).toEqual(['reduced']);
    expect(flagsOf(personWith({ later: ['VACATED'] }))).toEqual(['already_relieved']);
    expect(flagsOf(personWith({}, { born: '20040101' }))).toEqual(['dates_contradict']);
  });

  test('speak of 9 November 2016 and later from the day itself on', () => {
    expect(flagsOf(personWith({}, { date: '20161108' }))).toEqual([]);
    expect(flagsOf(personWith({}, { date: '20161109' }))).toEqual(['after_2016_11_09']);
  });
});

describe('facts for lists', () => {
  test('show what the person was convicted of and charged with', () => {
    const person = personWith({
      offense: '11360(A) HS-SELL',
      convictedOf: '11357(C) HS-POSSESS',
      convictedToc: 'M',
      severity: '',
    });
    expect(first(person, preset('la-2020')).facts).toMatchObject({
      offense: '11357(C) HS-POSSESS',
      charged: '11360(A) HS-SELL',
      section: 'HS 11357',
      severity: 'misdemeanor',
      date: '2005-01-01',
      ageAtConviction: 25,
      caseNumber: 'CASE101',
    });
  });

  test('leave out what is not known', () => {
    const { facts } = first(
      personWith({ offense: 'SOMETHING', severity: '' }, { born: '', date: '19790000' }),
      preset('la-2020'),
    );
    expect(facts).toMatchObject({
      section: 'unknown',
      severity: 'unknown',
      dateText: 'between 1979-01-01 and 1979-12-31',
    });
    expect(facts).not.toHaveProperty('date');
    expect(facts).not.toHaveProperty('ageAtConviction');
  });
});

describe('the trace', () => {
  test('groups nested conditions and turns labels round', () => {
    const policy = policyOf([
      { all: [{ not: { all: [felony, { term: 'deceased' }] } }, { any: [felony, { term: 'deceased' }] }] },
      'dismiss',
    ]);
    const { terms } = stepOf(first(personWith({}), policy), 'rule-1');
    expect(terms.map(({ group, label, result }) => [group, label, result])).toEqual([
      ['any 1', 'the conviction is a misdemeanor or infraction', false],
      ['any 1', 'the person is not recorded as deceased', true],
      ['any 2', 'the conviction is a felony', true],
      ['any 2', 'the person is recorded as deceased', false],
    ]);
  });

  test('writes the arithmetic out', () => {
    const policy = policyOf([{ term: 'age_at_conviction', compare: 'under', years: 21 }, 'dismiss']);
    const person = personWith({}, { born: '19900302', date: '20100501' });
    expect(stepOf(first(person, policy), 'rule-1')).toEqual({
      rule: 'rule-1',
      title: 'Rule 1.',
      outcome: 'dismiss',
      cite: 'HS 11361.9',
      result: true,
      terms: [
        {
          label: 'the person was under 21 at conviction',
          value: 'born 1990-03-02, convicted 2010-05-01',
          cells: ['1:PRI_DOB', '2:STP_EVENT_DATE'],
          arithmetic: 'born 1990-03-02 + 21 years = 2011-03-02, after conviction 2010-05-01',
          result: true,
        },
      ],
    });
  });
});
