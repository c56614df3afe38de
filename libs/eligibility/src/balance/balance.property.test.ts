import { readDispositions, sectionsIn, textOf } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerLines } from '../annotate/annotated.ts';
import { compilePolicy } from '../evaluate/compile.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { isSpokenOf } from '../evaluate/ruling.ts';
import { presets } from '../presets/presets.ts';
import { smallPerson } from '../testing/arbitraries.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context } from '../testing/small-policy.ts';
import { BalanceCount, isBalanced, sumOfBalances } from './balance-count.ts';
import { balanceOf } from './balance.ts';
import { tries } from '../testing/tries.ts';

const COVERED = ['11357', '11358', '11359', '11360'];
const dictionary = readDispositions();
const californian = presets.filter(({ jurisdiction }) => jurisdiction === 'CA');

const comment = fc.constantFrom('', '', 'AND 11359 HS', 'CT 2 1136O', '11.358HS', '11361.8 HS GRANTED', 'NO PRIORS');
const disposed = fc.constantFrom(undefined, 'CONTINUED', 'PROB REVOKED', 'CONVICTED-SOMEHOW', 'DISMISSED', 'ACQUITTED');
const person: fc.Arbitrary<SmallPerson> = fc
  .tuple(smallPerson, fc.array(fc.tuple(comment, disposed), { minLength: 8, maxLength: 8 }))
  .map(([one, more]) => ({
    ...one,
    cases: one.cases.map((each, index) => ({
      ...each,
      counts: each.counts.map((count, number) => {
        const [words, disposition] = more[(index * 2 + number) % more.length] ?? [''];
        return { ...count, comment: words, ...(disposition === undefined ? {} : { disposition }) };
      }),
    })),
  }));

test('every row that says CONVICTED or names a covered section becomes exactly one thing, and the sums are right', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), fc.constantFrom(...californian), (people, policy) => {
      const compiled = compilePolicy(policy, context.asOf);
      const together = new BalanceCount();
      const apart = people.map((one) => {
        const history = smallHistory(one);
        const determined = evaluate(history, policy, context);
        const accounts = balanceOf(history, determined, compiled, context.county);
        const lines = accounts.map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        for (const row of history.rows) {
          const texts = [textOf(row, 'OFFENSE_DESCR'), textOf(row, 'COMMENT_TEXT')];
          const isCourt = textOf(row, 'STP_TYPE_DESCR') === 'COURT ACTION';
          const isConvicted = isCourt && dictionary.kindOf(textOf(row, 'DISP_DESCR')) === 'convicted';
          if (isConvicted || texts.some((text) => sectionsIn(text, COVERED).length > 0))
            expect(lines).toContain(row.line);
        }
        const answers = answerLines(history);
        for (const { convictionKey, outcome, ruleId } of determined) {
          if (!isSpokenOf({ ruleId })) continue;
          const account = accounts.find(({ line }) => line === answers.get(convictionKey));
          const expected = { needs_review: 'needs_review', out_of_scope: 'outside' }[outcome as string];
          expect(account?.became).toBe(expected ?? 'determination');
        }
        together.add(accounts);
        const count = new BalanceCount();
        count.add(accounts);
        return count.result();
      });
      expect(apart.every(isBalanced)).toBe(true);
      expect(together.result()).toEqual(sumOfBalances(apart));
    }),
    tries(200),
  );
});
