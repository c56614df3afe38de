/** Where a conviction stands. The order is the order of the work. */
export const states = [
  'imported',
  'evaluated',
  'needs_facts',
  'recommended',
  'returned',
  'approved',
  'referred',
  'challenged',
  'excluded',
  'released',
  'filed',
  'ordered',
  'confirmed',
  'sealed',
  'superseded',
] as const;
export type State = (typeof states)[number];

/** What a reviewer can recommend; `needs_facts` asks somebody for a fact and needs no second person. */
export const decisions = ['dismiss', 'reduce', 'challenge', 'refer', 'exclude'] as const;
export type Decision = (typeof decisions)[number];

export type Stage = 'import' | 'evaluate' | 'review' | 'approve' | 'release';
export type Verb =
  | 'import'
  | 'evaluate'
  | 'recommend'
  | 'ask_for_facts'
  | 'withdraw'
  | 'approve'
  | 'return'
  | 'undo'
  | 'release'
  | 'supersede';

/** One arrow in the life of a conviction; `decision` narrows an approval to what had been recommended. */
export interface Move {
  readonly stage: Stage;
  readonly verb: Verb;
  readonly from: readonly State[];
  readonly to: State;
  readonly decision?: readonly Decision[];
}

/**
 * The life of a conviction, written once: the state machine, the console's menu, the permission test and the README
 * read these lines. The stages up to release exist; filing, order and seal join as further lines.
 */
export const lifecycle: readonly Move[] = [
  { stage: 'import', verb: 'import', from: [], to: 'imported' },
  {
    stage: 'evaluate',
    verb: 'evaluate',
    from: ['imported', 'evaluated', 'needs_facts', 'recommended', 'returned', 'superseded'],
    to: 'evaluated',
  },
  { stage: 'review', verb: 'recommend', from: ['evaluated', 'needs_facts', 'returned'], to: 'recommended' },
  { stage: 'review', verb: 'ask_for_facts', from: ['evaluated', 'returned'], to: 'needs_facts' },
  { stage: 'review', verb: 'withdraw', from: ['recommended', 'needs_facts'], to: 'evaluated' },
  { stage: 'approve', verb: 'approve', from: ['recommended'], to: 'approved', decision: ['dismiss', 'reduce'] },
  { stage: 'approve', verb: 'approve', from: ['recommended'], to: 'referred', decision: ['refer'] },
  { stage: 'approve', verb: 'approve', from: ['recommended'], to: 'challenged', decision: ['challenge'] },
  { stage: 'approve', verb: 'approve', from: ['recommended'], to: 'excluded', decision: ['exclude'] },
  { stage: 'approve', verb: 'return', from: ['recommended'], to: 'returned' },
  { stage: 'release', verb: 'undo', from: ['approved', 'referred', 'challenged', 'excluded'], to: 'recommended' },
  { stage: 'release', verb: 'release', from: ['approved'], to: 'released' },
  {
    stage: 'import',
    verb: 'supersede',
    from: ['imported', 'evaluated', 'needs_facts', 'recommended', 'returned'],
    to: 'superseded',
  },
];

/** States from which `verb` may start. */
export function startsOf(verb: Verb): readonly State[] {
  return [...new Set(lifecycle.filter((move) => move.verb === verb).flatMap((move) => move.from))];
}

/** Where `verb` leads from `state`, or undefined when that arrow does not exist. */
export function nextState(state: State, verb: Verb, decision?: Decision): State | undefined {
  return lifecycle.find(
    (move) =>
      move.verb === verb &&
      move.from.includes(state) &&
      (move.decision === undefined || (decision !== undefined && move.decision.includes(decision))),
  )?.to;
}

/** Whether what was approved as this is released for filing once it can no longer be taken back; the rest only stands. */
export function isReleased(decision: Decision): boolean {
  const approved = nextState('recommended', 'approve', decision);
  return approved !== undefined && startsOf('release').includes(approved);
}
