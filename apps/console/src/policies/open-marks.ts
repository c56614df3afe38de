import type { Policy, RuleSentence } from '@clearance/contract';

/** A note that an attorney has not confirmed yet, and where it stands. */
export interface OpenMark {
  readonly place: string;
  readonly note: string;
}

/** The notes about a whole policy and its lists; those of its rules stand with the rules. */
export function marksAround({ confirm, lists }: Policy): readonly OpenMark[] {
  const ofLists = Object.values(lists).flatMap((list) =>
    list.confirm === undefined ? [] : [{ place: `List of ${list.title}`, note: list.confirm }],
  );
  return confirm === undefined ? ofLists : [{ place: 'The policy as a whole', note: confirm }, ...ofLists];
}

/** How many notes of a policy are still open. */
export function countMarks(policy: Policy, rules: readonly RuleSentence[]): number {
  return marksAround(policy).length + rules.filter(({ confirm }) => confirm !== undefined).length;
}

/** What the person who publishes must know; empty where nothing is open. */
export function marksWarning(count: number): string {
  if (count === 0) return '';
  const notes = count === 1 ? '1 note is' : `${count} notes are`;
  return `${notes} marked “To confirm”. An attorney should confirm them before this policy is published.`;
}
