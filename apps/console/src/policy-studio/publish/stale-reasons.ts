import type { DraftRow } from '@clearance/contract';
import { staleNumbers } from '../model/stale-reason.ts';

/** A rule whose reason says a number that the rule itself does not. */
export interface StaleReasonOf {
  readonly ruleId: string;
  /** As the policy page counts; undefined for what happens otherwise. */
  readonly place: number | undefined;
  readonly reason: string;
  readonly number: string;
  readonly sentence: string;
}

/** The rules of a draft whose reasons no longer say what they do. */
export function staleReasonsOf({ body, check }: Pick<DraftRow, 'body' | 'check'>): readonly StaleReasonOf[] {
  const rules = [
    ...body.rules.map(({ id, title }, index) => ({ ruleId: id, reason: title, place: index + 1 })),
    { ruleId: 'otherwise', reason: body.otherwise.title, place: undefined },
  ];
  return rules.flatMap(({ place, reason, ruleId }) => {
    const sentence = check.sentences.find((one) => one.ruleId === ruleId)?.sentence;
    const [number] = sentence ? staleNumbers(reason, sentence) : [];
    return sentence && number ? [{ ruleId, place, reason, number, sentence }] : [];
  });
}
