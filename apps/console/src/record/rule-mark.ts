import type { Determination } from '@clearance/contract';

/** What the engine settles under every policy, before the policy's own rules are tried. */
const settledFirst: readonly string[] = ['other-county', 'scope', 'not-convicted', 'already-relieved'];

/**
 * How each rule that was tried is called: by its number in the policy, as the policy page says it; what is settled before
 * the rules has a dash, and what happens where none applies is `Else`.
 */
export function ruleMarks(steps: Determination['trace']['steps']): readonly string[] {
  let number = 0;
  return steps.map(({ rule }) => {
    if (settledFirst.includes(rule)) return '–';
    if (rule === 'otherwise') return 'Else';
    number += 1;
    return String(number);
  });
}
