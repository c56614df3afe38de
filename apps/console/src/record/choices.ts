import { policyRelation, startsOf, type ConvictionRow, type Decision } from '@clearance/contract';
import { agreeing } from './agreeing.ts';

/** What a person can do to one conviction. */
export type Choice = Decision | 'ask_for_facts' | 'withdraw' | 'approve' | 'return' | 'undo';

/** The part of a conviction that decides which choices there are. */
export type Decidable = Pick<
  ConvictionRow,
  'id' | 'state' | 'version' | 'outcome' | 'decision' | 'recommendedByMe' | 'recommendedBy' | 'releasesAt' | 'returned'
>;

export interface Rights {
  /** Who acts, as convictions name people. */
  readonly name: string;
  readonly recommend: boolean;
  readonly approve: boolean;
}

export interface ChoiceWords {
  /** What it does, in full: on a button of its own, in a dialog's title. */
  readonly verb: string;
  /** Where it stands in a row of others of its kind. */
  readonly short: string;
  /** Afterwards: "Dismissal recommended". */
  readonly done: string;
  readonly key: string;
}

export const choiceWords: Readonly<Record<Choice, ChoiceWords>> = {
  dismiss: { verb: 'Recommend dismissal', short: 'Dismissal', done: 'Dismissal recommended', key: 'd' },
  reduce: { verb: 'Recommend reduction', short: 'Reduction', done: 'Reduction recommended', key: 'r' },
  refer: { verb: 'Recommend referral', short: 'Referral', done: 'Referral recommended', key: 'f' },
  challenge: { verb: 'Recommend a challenge', short: 'Challenge', done: 'Challenge recommended', key: 'c' },
  exclude: { verb: 'Recommend exclusion', short: 'Exclusion', done: 'Exclusion recommended', key: 'x' },
  ask_for_facts: { verb: 'Ask for facts', short: 'Ask for facts', done: 'Facts asked for', key: 'a' },
  withdraw: { verb: 'Withdraw', short: 'Withdraw', done: 'Taken back to review', key: 'w' },
  approve: { verb: 'Approve', short: 'Approve', done: 'Approved', key: 'y' },
  undo: { verb: 'Take the approval back', short: 'Take back', done: 'Approval taken back', key: 'u' },
  return: { verb: 'Return', short: 'Return', done: 'Returned to the reviewer', key: 'b' },
};

/** What this person may do to this conviction now, in the order of the buttons. */
export function choicesFor(row: Decidable, rights: Rights): readonly Choice[] {
  const choices: Choice[] = [];
  if (rights.approve && row.state === 'recommended' && !row.recommendedByMe) choices.push('approve', 'return');
  if (rights.approve && undoable(row) && !row.recommendedByMe) choices.push('undo');
  if (!rights.recommend) return choices;
  if (startsOf('recommend').includes(row.state)) choices.push(...inOrderFor(row));
  if (startsOf('ask_for_facts').includes(row.state)) choices.push('ask_for_facts');
  // Who recommended at some time before can approve no more, and has nothing to withdraw either.
  const own = row.state !== 'recommended' || (row.recommendedByMe && row.recommendedBy === rights.name);
  if (startsOf('withdraw').includes(row.state) && own) choices.push('withdraw');
  return choices;
}

/** Whether an approval stands that can be taken back until it is released. */
const undoable = ({ state, releasesAt }: Decidable) => releasesAt !== null && startsOf('undo').includes(state);

/** The decisions, the one that follows the policy first. */
function inOrderFor(row: Decidable): readonly Decision[] {
  const usual: readonly Decision[] = ['dismiss', 'reduce', 'refer', 'challenge', 'exclude'];
  const first = agreeing(row.outcome);
  return first ? [first, ...usual.filter((decision) => decision !== first)] : usual;
}

/**
 * Whether the record has to say in a sentence why: against the policy, to the person's disadvantage, where somebody
 * else has to act on it, and where an approver returned it. The API asks for the same.
 */
export function noteNeeded(row: Pick<Decidable, 'outcome' | 'decision' | 'returned'>, choice: Choice): boolean {
  if (choice === 'withdraw') return false;
  if (choice === 'approve') return isAgainstPolicy(row);
  if (choice === 'exclude' || choice === 'challenge' || choice === 'return' || choice === 'ask_for_facts') return true;
  if (choice === 'undo') return true;
  return row.returned !== null || row.outcome !== choice;
}

/** Whether the policy did not lead to what was recommended: whoever approves that has to say why, and to have looked. */
export const isAgainstPolicy = ({ decision, outcome }: Pick<Decidable, 'outcome' | 'decision'>): boolean =>
  decision !== null && policyRelation(decision, outcome) !== 'follows';

/**
 * Whether a dialog comes before the choice: where it needs a note, where what somebody did is undone, and where an approval
 * cannot be taken back.
 */
export const asksFirst = (
  row: Pick<Decidable, 'outcome' | 'decision' | 'returned'>,
  choice: Choice,
  undoHours?: number,
): boolean => choice === 'withdraw' || noteNeeded(row, choice) || (choice === 'approve' && undoHours === 0);

/** The way back out of such a dialog, where "Cancel" could be taken for the choice itself. */
export const wayBack: Readonly<Partial<Record<Choice, string>>> = {
  withdraw: 'Keep it',
  undo: 'Keep the approval',
};

/** What the choice leads to, said before it is made. */
export function consequenceOf(choice: Choice, { state }: Pick<Decidable, 'state'>): string {
  if (choice === 'withdraw' && state === 'needs_facts')
    return 'It goes back to review. That facts were asked for stays on the record as withdrawn.';
  if (choice === 'ask_for_facts') return 'It waits until somebody has the fact. Nobody has to approve this.';
  if (choice === 'withdraw')
    return 'It goes back to the queue and no longer waits for approval. What you recommended stays on the record as withdrawn.';
  if (choice === 'approve') return 'It is decided as recommended. Your name stands beside the reviewer’s.';
  if (choice === 'undo')
    return 'It waits for an approver again, as it was recommended. The approval stays on the record as taken back.';
  if (choice === 'return') return 'It goes back to review with your reason.';
  return 'It goes to approval. You cannot approve it yourself.';
}
