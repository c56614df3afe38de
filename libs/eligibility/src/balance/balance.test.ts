import { expect, test } from 'vitest';

import { compilePolicy } from '../evaluate/compile.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { SmallCase, SmallCount } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, preset } from '../testing/small-policy.ts';
import { balanceOf } from './balance.ts';

const policy = preset('prop64-dismiss-all');
const compiled = compilePolicy(policy, context.asOf);

/** What became of the rows of one case, in the order of the file. */
function became(counts: readonly Partial<SmallCount>[], more: Partial<SmallCase> = {}): string[] {
  const whole = counts.map((count): SmallCount => ({ offense: '11359 HS-SALE', ...count }));
  const history = smallHistory({ born: '19700101', cases: [{ date: '20050101', counts: whole, ...more }] });
  const determined = evaluate(history, policy, context);
  return balanceOf(history, determined, compiled, context.county).map((one) =>
    one.became === 'outside' ? one.reason : one.became,
  );
}

test('a conviction of a covered section has its determination, and the arrest is no conviction', () => {
  expect(became([{}])).toEqual(['arrest', 'determination']);
});

test('a count whose end nobody can read is for a person', () => {
  expect(became([{ disposition: 'SEE MINUTE ORDER' }])).toEqual(['arrest', 'needs_review']);
});

test.each([
  ['a further row of the same count', [{ sentence: ['012M', '030D'] }], {}, ['arrest', 'determination', 'same_count']],
  ['another offense', [{ offense: '459 PC-BURGLARY' }], {}, ['other_offense']],
  ['another county', [{}], { county: 'FRESNO' }, ['arrest', 'other_county']],
  ['a dismissed count', [{ disposition: 'DISMISSED' }], {}, ['arrest', 'not_convicted']],
  ['an open count', [{ disposition: 'CONTINUED' }], {}, ['arrest', 'pending']],
  [
    'a conviction set aside',
    [{ later: ['CONV SET ASIDE & DISM PER 1203.4 PC'] }],
    {},
    ['arrest', 'already_relieved', 'same_count'],
  ],
  [
    'a plea to another offense, whose charge is covered',
    [{ offense: '11359 HS-SALE', convictedOf: '32 PC-ACCESSORY' }],
    {},
    ['arrest', 'other_offense'],
  ],
  [
    'a comment that names another count of the case',
    [{}, { offense: '459 PC-BURGLARY', comment: 'SEE CT 1 11359 HS' }],
    {},
    ['arrest', 'determination', 'other_offense'],
  ],
])('%s is counted outside, with the reason', (_name, counts, more, expected) => {
  expect(became(counts, more)).toEqual(expected);
});

test.each([
  ['a comment that alone names a covered section', { offense: '459 PC-BURGLARY', comment: 'ALSO PLED TO 11359 HS' }],
  ['two slips of the key at once', { offense: '664.1 1359(A)HS', disposition: 'DISMISSED' }],
  ['a covered number under another code', { offense: '11359 VC-SALE' }],
  [
    'a comment of a dismissed count',
    { offense: '459 PC-BURGLARY', disposition: 'DISMISSED', comment: 'PLED 11.359HS' },
  ],
  [
    'a violation for an offense without a row',
    { offense: '1203.2 PC-PROB VIOL', disposition: 'PROB REVOKED', comment: '11358' },
  ],
])('%s is for a person to look at: no rule explains it', (_name, count) => {
  expect(became([count]).filter((one) => one === 'unexplained' || one === 'needs_review').length).toBeGreaterThan(0);
});

test('a number that only looks like a covered one has not to be accounted for', () => {
  expect(became([{ offense: '11357.5 HS-SPICE', disposition: 'DISMISSED', comment: '11361.8 HS PETITION' }])).toEqual(
    [],
  );
});

test('a conviction that the policy does not speak of may be left out of what was determined', () => {
  const counts: SmallCount[] = [{ offense: '11359 HS' }, { offense: '459 PC', disposition: 'CONVICTED-JAIL' }];
  const history = smallHistory({ born: '19700101', cases: [{ date: '20050101', counts }] });
  const all = evaluate(history, policy, context);
  const spoken = all.filter(({ ruleId }) => ruleId !== 'scope');
  expect(spoken.length).toBeLessThan(all.length);
  expect(balanceOf(history, spoken, compiled, context.county)).toEqual(
    balanceOf(history, all, compiled, context.county),
  );
});
