import { describe, expect, test } from 'vitest';

import type { Condition, Policy } from '../policy/policy.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, felony, first, personWith, policyOf, preset, stepOf } from '../testing/small-policy.ts';
import { evaluate } from './evaluate.ts';

describe('which convictions', () => {
  test('determines those of the county only, in the order of the history', () => {
    const history = smallHistory({
      born: '19800101',
      cases: [
        { date: '20050101', counts: [{ offense: '11359 HS' }, { offense: '459 PC' }] },
        { date: '20060101', county: 'FRESNO', counts: [{ offense: '11359 HS' }] },
        { date: '20070101', counts: [{ offense: '11360 HS' }] },
      ],
    });
    const found = evaluate(history, preset('prop64-dismiss-all'), context);
    expect(found.map(({ facts }) => facts.section)).toEqual(['HS 11359', 'PC 459', 'HS 11360']);
  });

  test('takes the county as people write it', () => {
    const history = smallHistory(personWith({}));
    const found = evaluate(history, preset('prop64-dismiss-all'), { ...context, county: ' Los Angeles ' });
    expect(found).toHaveLength(1);
  });

  test('leaves out what a policy for another county is not about', () => {
    const policy = { ...preset('la-2020'), scope: { statutes: 'cannabis', county: 'FRESNO' } };
    expect(first(personWith({}), policy)).toMatchObject({ outcome: 'out_of_scope', ruleId: 'other-county' });
  });
});

describe('an unknown fact', () => {
  test('does not matter where every way it could turn out leads to the same outcome', () => {
    const policy = policyOf([felony, 'dismiss'], [{ not: felony }, 'dismiss']);
    const determination = first(personWith({ severity: '' }), policy);
    expect(determination).toMatchObject({ outcome: 'dismiss', ruleId: 'rule-1', unknownFacts: [] });
    expect(determination.reason).toBe('Whichever applies: Rule 1. Rule 2.');
  });

  test('does not matter where two comparisons of one date take every day of it', () => {
    const before: Condition = { term: 'convicted', compare: 'before', date: '1979-06-01' };
    const after: Condition = { term: 'convicted', compare: 'on_or_after', date: '1979-06-01' };
    const person = personWith({}, { date: '19790000', born: '19500101' });
    expect(first(person, policyOf([before, 'dismiss'], [after, 'dismiss'])).outcome).toBe('dismiss');
    const gap: Condition = { term: 'convicted', compare: 'after', date: '1979-06-01' };
    expect(first(person, policyOf([before, 'dismiss'], [gap, 'dismiss'])).outcome).toBe('needs_review');
  });

  test('is settled by what the agency would be under every severity', () => {
    const policy = policyOf([
      { any: [{ term: 'agency', in: ['Los Angeles County District Attorney'] }, { not: felony }] },
      'dismiss',
    ]);
    expect(first(personWith({ severity: '' }), policy).outcome).toBe('dismiss');
  });

  test('sends the conviction to a person, with the fact, the reason and the cells', () => {
    const determination = first(personWith({ severity: 'WOBBLER' }), policyOf([felony, 'dismiss']));
    expect(determination).toMatchObject({
      outcome: 'needs_review',
      ruleId: 'undecided',
      reason: 'Not known: the severity.',
      unknownFacts: [
        {
          fact: 'severity',
          why: 'the severity "WOBBLER" is not one that is recognised',
          cells: ['2:CONV_STAT_DESCR'],
        },
      ],
    });
  });

  test('is not named where another condition of its rule fails anyway', () => {
    const under: Condition = { term: 'age_at_conviction', compare: 'under', years: 21 };
    const policy = policyOf([{ all: [felony, under] }, 'dismiss']);
    const determination = first(personWith({ severity: 'MISDEMEANOR' }, { born: '' }), policy);
    expect(determination).toMatchObject({ outcome: 'needs_review', ruleId: 'otherwise', unknownFacts: [] });
  });

  test('counts as the policy says, and the trace says that it did', () => {
    const policy = policyOf([{ term: 'severity', is: ['felony'], unknown: 'fails' }, 'dismiss']);
    const determination = first(personWith({ severity: '' }), policy);
    expect(determination).toMatchObject({ outcome: 'needs_review', ruleId: 'otherwise' });
    expect(stepOf(determination, 'rule-1').terms[0]).toMatchObject({
      value: 'unknown; the severity is not given; unknown fails by this policy',
      result: false,
    });
  });

  test('of who prosecutes keeps a referral from going anywhere', () => {
    const policy = policyOf([felony, 'refer']);
    const routing = { county: 'LOS ANGELES', version: '1', cite: 'none', routes: [] };
    const [determination] = evaluate(smallHistory(personWith({})), policy, { ...context, routing });
    expect(determination).toMatchObject({ outcome: 'needs_review', unknownFacts: [{ fact: 'agency' }] });
    expect(first(personWith({}), policy)).toMatchObject({
      outcome: 'refer',
      agency: 'Los Angeles County District Attorney',
    });
  });

  test('about another conviction is named with that conviction', () => {
    const person: SmallPerson = {
      born: '19800101',
      cases: [
        { date: '20050101', counts: [{ offense: '11359 HS' }] },
        { date: '20150101', counts: [{ offense: '484 PC', severity: '' }] },
      ],
    };
    expect(first(person, preset('la-2020')).unknownFacts).toEqual([
      {
        fact: 'other_convictions',
        why: '484 PC, 2015-01-01 (line 4): the severity is not given',
        cells: ['4:CONV_STAT_DESCR', '4:OFFENSE_TOC'],
        of: { conviction: 'CASE102|001|484 PC|20150101', fact: 'severity' },
      },
    ]);
  });
});

describe('a count whose disposition cannot be read', () => {
  const unread = (disposition: string, offense = '11359 HS-SALE') => personWith({ disposition, offense });

  test.each([
    ['DISPO 47B', 'what the disposition "DISPO 47B" means is not known'],
    ['', 'the disposition is not given'],
  ])('goes to a person where it is in scope, with the disposition named: %j', (disposition, why) => {
    expect(first(unread(disposition), preset('prop64-dismiss-all'))).toMatchObject({
      outcome: 'needs_review',
      ruleId: 'undecided',
      reason: 'Not known: the disposition.',
      unknownFacts: [{ fact: 'disposition', why, cells: ['2:DISP_DESCR'] }],
      flags: ['disposition_unknown'],
      wouldQualifyIf: [`the count ended in a conviction (${why})`],
    });
  });

  test('is out of scope where the offense certainly is', () => {
    const determination = first(unread('DISPO 47B', '459 PC-BURGLARY'), preset('prop64-dismiss-all'));
    expect(determination).toMatchObject({ outcome: 'out_of_scope', ruleId: 'scope', unknownFacts: [] });
  });

  test('is out of scope where it was relieved later, whatever it was', () => {
    const relieved = { offense: '11359 HS', disposition: 'CONV SET ASIDE & DISM PER 1203.4 PC', sentence: [] };
    const first11359 = { offense: '11359 HS', disposition: 'DISPO 47B' };
    const history = smallHistory({
      born: '19800101',
      cases: [{ date: '20050101', counts: [{ offense: '459 PC' }, first11359], laterSteps: [[relieved]] }],
    });
    const found = evaluate(history, preset('prop64-dismiss-all'), context);
    expect(found.map(({ outcome, ruleId }) => [outcome, ruleId])).toEqual([
      ['out_of_scope', 'scope'],
      ['out_of_scope', 'already-relieved'],
    ]);
  });

  test('may be a prior of the convictions beside it', () => {
    const person: SmallPerson = {
      born: '19600101',
      cases: [
        { date: '19990101', counts: [{ offense: '4500 PC', disposition: 'DISPO 47B' }] },
        { date: '20050101', counts: [{ offense: '11359 HS' }] },
      ],
    };
    const [, sale] = evaluate(smallHistory(person), preset('la-2020'), context);
    expect(sale).toMatchObject({ outcome: 'needs_review', unknownFacts: [{ fact: 'other_convictions' }] });
  });
});

describe('a conviction of a court whose county is not given', () => {
  const unsaid = (offense: string): SmallPerson => ({
    born: '19800101',
    cases: [{ date: '20050101', county: '', counts: [{ offense }] }],
  });

  test('goes to a person of whatever county the file is, with the county named', () => {
    for (const county of ['LOS ANGELES', 'YOLO']) {
      const found = evaluate(smallHistory(unsaid('11359 HS')), preset('prop64-dismiss-all'), { ...context, county });
      expect(found).toMatchObject([
        {
          outcome: 'needs_review',
          unknownFacts: [
            { fact: 'county', why: 'the county of the court is not given', cells: ['2:STP_ORI_CNTY_NAME'] },
          ],
          flags: ['county_unknown'],
        },
      ]);
    }
  });

  test('goes to a person under a policy that is for one county only', () => {
    const policy = { ...preset('la-2020'), scope: { statutes: 'cannabis', county: 'LOS ANGELES' } };
    expect(first(unsaid('11359 HS'), policy)).toMatchObject({
      outcome: 'needs_review',
      unknownFacts: [{ fact: 'county' }],
    });
  });

  test('is out of scope where the offense certainly is', () => {
    expect(first(unsaid('459 PC'), preset('la-2020'))).toMatchObject({ outcome: 'out_of_scope', ruleId: 'scope' });
  });
});

describe('rules', () => {
  test('are tried only while they are in force', () => {
    const policy = policyOf([felony, 'dismiss']);
    const dated = (effective: Policy['rules'][number]['effective']): Policy => ({
      ...policy,
      rules: policy.rules.map((rule) => ({ ...rule, ...(effective ? { effective } : {}) })),
    });
    expect(first(personWith({}), dated({ from: '2020-02-13', to: '2020-02-13' })).outcome).toBe('dismiss');
    expect(first(personWith({}), dated({ from: '2020-02-14' })).ruleId).toBe('otherwise');
    expect(first(personWith({}), dated({ to: '2020-02-12' })).ruleId).toBe('otherwise');
  });

  test('decide by their own legal basis where they name one', () => {
    const policy = policyOf([felony, 'dismiss']);
    const [rule] = policy.rules;
    if (!rule) throw new RangeError('no rule');
    const own = { ...policy, rules: [{ ...rule, legalBasis: 'HS 11361.8(e)' }] };
    expect(first(personWith({}), own).legalBasis).toBe('HS 11361.8(e)');
    expect(first(personWith({}), policy).legalBasis).toBe('HS 11361.9');
  });
});
