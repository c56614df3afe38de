import { describe, expect, test } from 'vitest';

import type { Condition } from '../policy/policy.ts';
import type { Term } from '../policy/term.ts';
import { first, policyOf } from '../testing/small-policy.ts';

const sale = { offense: '11359 HS-SALE' };
const burglary = { offense: '459 PC-BURGLARY' };
const only = (order: 'earliest' | 'latest', more: Partial<Extract<Term, { term: 'among_first' }>> = {}): Condition => ({
  term: 'among_first',
  most: 1,
  order,
  ...more,
});

describe('a conviction whose place among the others depends on what is not known of it', () => {
  test('is decided where every severity that it could have leads to the same', () => {
    const policy = policyOf(
      [{ any: [only('earliest', { classes: ['felony'] }), { not: { term: 'severity', is: ['felony'] } }] }, 'dismiss'],
      [{ term: 'severity', is: ['felony', 'misdemeanor', 'infraction'] }, 'not_eligible'],
    );
    const person = (earlier: string) => ({
      born: '19700101',
      cases: [
        { date: '19950615', counts: [{ ...sale, severity: '' }] },
        { date: earlier, counts: [burglary] },
      ],
    });
    expect(first(person('20010101'), policy).outcome).toBe('dismiss');
    expect(first(person('19900101'), policy)).toMatchObject({ outcome: 'needs_review', ruleId: 'undecided' });
  });

  test('is not decided by the first and the last day that it could have been alone', () => {
    const policy = policyOf(
      [{ any: [only('earliest'), only('latest')] }, 'dismiss'],
      [{ not: { any: [only('earliest'), only('latest')] } }, 'not_eligible'],
    );
    const person = (...others: string[]) => ({
      born: '19700101',
      cases: [{ date: '19950000', counts: [sale] }, ...others.map((date) => ({ date, counts: [burglary] }))],
    });
    expect(first(person('19950601'), policy).outcome).toBe('dismiss');
    expect(first(person('19950601', '19950630'), policy)).toMatchObject({ ruleId: 'undecided' });
  });
});

describe('another count whose disposition nobody can read', () => {
  const misdemeanors = policyOf([only('earliest', { classes: ['misdemeanor'] }), 'dismiss']);
  const after = (earlier: { severity: string; disposition: string }) =>
    first(
      {
        born: '19700101',
        cases: [
          { date: '19950615', counts: [{ ...sale, severity: 'MISDEMEANOR' }] },
          { date: '19900101', counts: [{ ...burglary, ...earlier }] },
        ],
      },
      misdemeanors,
    );

  test.each(['', 'HM', 'SEE MINUTE ORDER'])('may have been reduced: %j', (disposition) => {
    expect(after({ severity: 'FELONY', disposition })).toMatchObject({
      ...{ outcome: 'needs_review', ruleId: 'undecided' },
      unknownFacts: [{ fact: 'other_convictions', cells: ['4:DISP_DESCR'] }],
    });
  });

  test('cannot have become more than it was', () => {
    expect(after({ severity: 'INFRACTION', disposition: 'HM' }).outcome).toBe('dismiss');
    expect(after({ severity: 'FELONY', disposition: 'CONVICTED' }).outcome).toBe('dismiss');
  });
});
