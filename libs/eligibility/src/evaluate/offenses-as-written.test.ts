import { describe, expect, test } from 'vitest';

import { smallHistory } from '../testing/small-history.ts';
import type { SmallCase, SmallCount } from '../testing/small-history.ts';
import { context, preset } from '../testing/small-policy.ts';
import { evaluate, evaluateSpokenOf } from './evaluate.ts';

function determined(policy: string, ...cases: SmallCase[]) {
  return evaluate(smallHistory({ born: '19820406', cases }), preset(policy), context).at(-1);
}

/** What is determined of one conviction. */
function of(policy: string, count: SmallCount, more: Partial<SmallCase> = {}) {
  return determined(policy, { date: '20040607', counts: [count], ...more });
}

/** What `la-2020` says of a sale in 2004 after this conviction of 1999. */
function after(count: SmallCount) {
  const prior = { date: '20010305', counts: [{ sentence: ['060M'], ...count }] };
  return determined('la-2020', prior, { date: '20040607', counts: [{ offense: '11360(A) HS-SELL' }] })?.outcome;
}

describe('an earlier offense that takes the relief away is recognized', () => {
  test.each([
    '664-187(A) PC-ATT MURDER',
    '664.187 PC',
    '664187(A) PC',
    '187(A) PC-664',
    '187(A) PC-MURDER:ATTEMPT',
    'PC664/187',
    '215-186.22(B)(4) PC-CARJACK',
    '519.186.22(B)(4) PC',
    '653F-187 PC',
    '187A PC',
    '245D3 PC',
  ])('as %s', (offense) => {
    expect(after({ offense })).toBe('not_eligible');
  });

  test.each(['187.211 PC', '18711358 HS', '187(A) HS', '187', 'I87(A) PC'])('and doubted as %s', (offense) => {
    expect(after({ offense })).toBe('needs_review');
  });

  test('but an attempted burglary is none', () => {
    expect(after({ offense: '664-459 PC' })).toBe('dismiss');
  });

  test.each([
    ['ATTEMPTED', 'not_eligible'],
    ['664', 'not_eligible'],
    ['ACCESSORY', 'needs_review'],
    ['CONSPIRACY', 'needs_review'],
    ['OF SOME KIND', 'needs_review'],
    ['NULL', 'not_eligible'],
  ])('with the qualifier %s it is %s', (OFFENSE_QUAL_LST, outcome) => {
    expect(after({ offense: '187(A) PC-MURDER', cells: { OFFENSE_QUAL_LST } })).toBe(outcome);
  });

  test('an attempt that the law does not name is a doubt', () => {
    expect(after({ offense: '245(D)(3) PC-ADW', cells: { CONV_OFFENSE_QUAL_LST: 'ATTEMPTED' } })).toBe('needs_review');
  });
});

describe('a slip of the pen goes to a person', () => {
  test.each(['11.358 HS', '11 358 HS', '1136O(A) HS', '11,357 HS'])('%s', (offense) => {
    expect(of('prop64-dismiss-all', { offense })?.outcome).toBe('needs_review');
  });

  test.each(['11358HS', 'HS11358', '11358 H.S.', 'H&S 11358', '11357-B HS', '11357.B HS'])('%s is none', (offense) => {
    expect(of('prop64-dismiss-all', { offense })?.outcome).toBe('dismiss');
  });

  test('PC 1170(h) is no offense: the comment may have it, and without one nobody knows', () => {
    const offense = '1170(H) PC-COUNTY JAIL';
    expect(of('prop64-dismiss-all', { offense, comment: 'CT 1 11358 HS' })?.outcome).toBe('needs_review');
    expect(of('prop64-dismiss-all', { offense })?.outcome).toBe('needs_review');
    expect(of('prop64-dismiss-all', { offense, comment: 'CT 1 496(A) PC' })?.outcome).toBe('out_of_scope');
  });
});

describe('an amended charge', () => {
  const amended = (charged: string, disposed: string, policy = 'prop64-dismiss-all') =>
    of(policy, { offense: charged, cells: { DISP_OFFENSE_DESCR: disposed } });

  test.each([
    ['11377 HS', '11357(B) HS'],
    ['11360(A) HS', '32 PC'],
    ['11360(A) HS', '11360(B) HS'],
    ['11359 HS', '11358 HS'],
  ])('%s that became %s contradicts itself', (charged, disposed) => {
    const { outcome, unknownFacts } = amended(charged, disposed) ?? {};
    expect(outcome).toBe('needs_review');
    expect(unknownFacts).toEqual([
      expect.objectContaining({ fact: 'offense', cells: ['2:OFFENSE_DESCR', '2:DISP_OFFENSE_DESCR'] }),
    ]);
  });

  test.each(['11359HS', 'HS 11359', 'POSSESS FOR SALE', 'SEE COMMENT FOR CHARGE'])(
    'written as %s it does not',
    (text) => {
      expect(amended('11359 HS-POSSESS FOR SALE', text)?.outcome).toBe('dismiss');
    },
  );
});

describe('a violation of the terms of a sentence', () => {
  const later = (offense: string): SmallCase => ({
    date: '20140203',
    caseNumber: 'CASE101',
    counts: [{ offense, sentence: ['060D'] }],
  });
  const sale: SmallCase = { date: '20040607', counts: [{ offense: '11360(A) HS-SELL' }] };
  const outcomeWith = (offense: string) =>
    evaluate(smallHistory({ born: '19820406', cases: [sale, later(offense)] }), preset('la-2020'), context)[0]?.outcome;

  test.each(['1203.2(A) PC-PROB VIOL', '3056 PC', '3455(A) PC', '3000.08(F) PC', 'PROBATION VIOLATION', '777 WI'])(
    '%s is no new conviction',
    (offense) => {
      expect(outcomeWith(offense)).toBe('dismiss');
    },
  );

  test.each(['1320(B) PC-FTA', '484(A) PC', '1203.2/496 PC'])('%s is one', (offense) => {
    expect(outcomeWith(offense)).toBe('needs_review');
  });
});

describe('a plea after an arrest for cannabis', () => {
  const plea = (arrestedFor: string) =>
    of('sf-2018', { offense: '11364 HS-PARA', severity: 'MISDEMEANOR' }, { arrestedFor });

  test.each(['11357(B) HS', '664-11359 HS', '11.359 HS', ''])('as %j is looked at', (text) => {
    expect(plea(text)?.outcome).toBe('needs_review');
  });

  test('is none after another arrest', () => {
    expect(plea('11350(A) HS')?.outcome).toBe('out_of_scope');
  });
});

test('a conviction whose comment names cannabis is listed with its flag, and of no other policy', () => {
  const history = smallHistory({
    born: '19820406',
    cases: [
      { date: '20040607', counts: [{ offense: '496(A) PC', comment: 'CT 2 CONVICTED 11358 HS' }] },
      { date: '20050607', counts: [{ offense: '496(A) PC', comment: 'PETITION UNDER 11361.8 HS' }] },
    ],
  });
  const listed = evaluateSpokenOf(history, preset('prop64-dismiss-all'), context);
  expect(listed.map(({ flags, outcome, ruleId }) => [outcome, ruleId, flags])).toEqual([
    ['out_of_scope', 'scope', ['other_p64_in_comment']],
  ]);
});
