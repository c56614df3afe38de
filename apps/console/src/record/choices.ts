import { decisions, startsOf, type ConvictionRow, type Decision } from '@clearance/contract';

/** What a person can do to one conviction. */
export type Choice = Decision | 'ask_for_facts' | 'withdraw' | 'approve' | 'return';

/** The part of a conviction that decides which choices there are. */
export type Decidable = Pick<ConvictionRow, 'id' | 'state' | 'version' | 'outcome' | 'decision' | 'recommendedByMe'>;

export interface Rights {
  readonly recommend: boolean;
  readonly approve: boolean;
}

export interface ChoiceWords {
  /** On the button. */
  readonly verb: string;
  /** Afterwards: "Dismissal recommended". */
  readonly done: string;
  readonly key: string;
}

export const choiceWords: Readonly<Record<Choice, ChoiceWords>> = {
  dismiss: { verb: 'Recommend dismissal', done: 'Dismissal recommended', key: 'd' },
  reduce: { verb: 'Recommend reduction', done: 'Reduction recommended', key: 'r' },
  refer: { verb: 'Refer', done: 'Referral recommended', key: 'f' },
  challenge: { verb: 'Challenge', done: 'Challenge recommended', key: 'c' },
  exclude: { verb: 'Exclude', done: 'Exclusion recommended', key: 'x' },
  ask_for_facts: { verb: 'Ask for facts', done: 'Facts asked for', key: 'a' },
  withdraw: { verb: 'Withdraw', done: 'Taken back to review', key: 'w' },
  approve: { verb: 'Approve', done: 'Approved', key: 'y' },
  return: { verb: 'Return', done: 'Returned to the reviewer', key: 'b' },
};

/** What this person may do to this conviction now, in the order of the buttons. */
export function choicesFor(row: Decidable, rights: Rights): readonly Choice[] {
  const choices: Choice[] = [];
  if (rights.approve && row.state === 'recommended' && !row.recommendedByMe) choices.push('approve', 'return');
  if (!rights.recommend) return choices;
  if (startsOf('recommend').includes(row.state)) choices.push(...inOrderFor(row));
  if (startsOf('ask_for_facts').includes(row.state)) choices.push('ask_for_facts');
  const own = row.state === 'recommended' ? row.recommendedByMe : true;
  if (startsOf('withdraw').includes(row.state) && own) choices.push('withdraw');
  return choices;
}

/** The decisions, the one that follows the policy first. */
function inOrderFor(row: Decidable): readonly Decision[] {
  const usual: readonly Decision[] = ['dismiss', 'reduce', 'refer', 'challenge', 'exclude'];
  const first = decisions.find((decision) => decision === row.outcome);
  return first ? [first, ...usual.filter((decision) => decision !== first)] : usual;
}

/** Whether the record has to say in a sentence why: against the policy, to the person's disadvantage, or a return. */
export function noteNeeded(row: Pick<Decidable, 'outcome'>, choice: Choice): boolean {
  if (choice === 'exclude' || choice === 'challenge' || choice === 'return') return true;
  if (choice === 'ask_for_facts' || choice === 'withdraw' || choice === 'approve') return false;
  return row.outcome !== choice;
}

/** Whether the choice is asked about first, because a note is needed or helps whoever comes next. */
export const asksFirst = (row: Pick<Decidable, 'outcome'>, choice: Choice): boolean =>
  noteNeeded(row, choice) || choice === 'ask_for_facts';

/** What the choice leads to, said before it is made. */
export function consequenceOf(choice: Choice): string {
  if (choice === 'ask_for_facts') return 'It waits until somebody has the fact. Nobody has to approve this.';
  if (choice === 'withdraw') return 'It goes back to review. What you recommended stays on the record as withdrawn.';
  if (choice === 'approve') return 'It is decided as recommended. Your name stands beside the reviewer’s.';
  if (choice === 'return') return 'It goes back to review with your reason.';
  return 'It goes to approval. You cannot approve it yourself.';
}
