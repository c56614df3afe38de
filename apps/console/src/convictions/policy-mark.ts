import { policyRelation, type ConvictionRow, type Decision } from '@clearance/contract';
import { outcomeWords, type StatusWord } from '../ui/words.ts';

/** What has to be said of a recommendation beside the policy: that the two differ, or that there is no answer to follow. */
export function policyMark(decision: Decision, outcome: ConvictionRow['outcome']): StatusWord | undefined {
  const relation = policyRelation(decision, outcome);
  if (relation === 'follows') return undefined;
  if (relation === 'undecided' || outcome === null)
    return { tone: 'act', sign: 'question', word: 'The policy could not decide' };
  return { tone: 'act', sign: 'warning', word: `Policy says: ${outcomeWords[outcome].word.toLowerCase()}` };
}
