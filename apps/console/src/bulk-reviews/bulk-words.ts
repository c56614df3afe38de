import { isReleased, type BulkReviewRow, type ConvictionSet, type Decision } from '@clearance/contract';
import { sectionWord } from '../convictions/section-word.ts';
import { counted, number } from '../ui/format.ts';
import { decisionWords } from '../ui/words.ts';

const noun = (decision: Decision) => decisionWords[decision].word.toLowerCase();

/** `Recommend dismissal for 412` */
export const recommendVerb = (decision: Decision, count: number): string =>
  `Recommend ${noun(decision)} for ${number(count)}`;

/** `Withdraw my recommendations for 412` */
export const withdrawVerb = (count: number): string =>
  count === 1 ? 'Withdraw my recommendation' : `Withdraw my ${number(count)} recommendations`;

/** What withdrawing leads to, before it is done. */
export const withdrawConsequence = (count: number): string =>
  `${counted(count, 'conviction')} ${count === 1 ? 'goes' : 'go'} back to the queue. What you recommended stays on each record as withdrawn.`;

/** What recommending leads to, before it is done. */
export const recommendConsequence = (count: number): string =>
  `${counted(count, 'conviction')} ${count === 1 ? 'goes' : 'go'} to approval. You cannot approve ${count === 1 ? 'it' : 'these'} yourself.`;

/** The one decision that everything in the set was recommended for; undefined when there are several. */
export function onlyDecision(set: Pick<ConvictionSet, 'decisions'>): Decision | undefined {
  const found = Object.entries(set.decisions).filter(([, count]) => count > 0);
  const [first] = found;
  return found.length === 1 && first && first[0] in decisionWords ? (first[0] as Decision) : undefined;
}

/** `Approve dismissal of 412` */
export const approveVerb = (decision: Decision | undefined, count: number): string =>
  decision ? `Approve the ${noun(decision)} of ${number(count)}` : `Approve ${number(count)} as recommended`;

const approvedTo: Readonly<Record<Decision, string>> = {
  dismiss: 'approved for dismissal',
  reduce: 'approved for reduction',
  refer: 'referred to the office that prosecuted them',
  challenge: 'challenged',
  exclude: 'excluded from relief',
};

/** What approving leads to, before it is done. */
export function approveConsequence(decision: Decision | undefined, count: number): string {
  const what = decision ? approvedTo[decision] : 'decided as recommended';
  return `${counted(count, 'conviction')} will be ${what}, with your name as the second signature on each.`;
}

const titles = {
  recommend: 'recommended',
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
  undo: 'taken back',
} as const;

/** `Take back all 412`, `Take back the other 9` once some were released or taken back */
export function takeBackVerb({
  undoable,
  done,
  skipped,
}: Pick<BulkReviewRow, 'undoable' | 'done' | 'skipped'>): string {
  if (undoable === 1) return 'Take the one back';
  return `Take back ${undoable === decidedOf({ done, skipped }) ? 'all' : 'the remaining'} ${number(undoable)}`;
}

/** So many sections are named; of more, one fewer. */
const few = 3;

/** What a bulk review is called by what it was about: `Dismissal · HS 11357 · 412 approved`. */
export function bulkTitle({
  verb,
  decision,
  decisions,
  sections,
  count,
}: Pick<BulkReviewRow, 'verb' | 'decision' | 'decisions' | 'sections' | 'count'>): string {
  const only = decision ?? onlyDecision({ decisions });
  const kinds = Object.keys(decisions).length;
  const what = only
    ? decisionWords[only].word
    : kinds > 1
      ? counted(kinds, 'kind of decision', 'kinds of decision')
      : '';
  return [what, sectionsWords(sections), `${number(count)} ${titles[verb]}`].filter(Boolean).join(' · ');
}

/** `HS 11357, HS 11358 and 3 more sections`, the largest first. */
function sectionsWords(sections: BulkReviewRow['sections']): string {
  const names = Object.entries(sections)
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .map(([section]) => sectionWord(section));
  if (names.length <= few) return names.join(', ');
  const named = names.slice(0, few - 1);
  return `${named.join(', ')} and ${number(names.length - named.length)} more sections`;
}

type Became = Pick<
  BulkReviewRow,
  'verb' | 'state' | 'resumable' | 'done' | 'skipped' | 'undoable' | 'takenBack' | 'decisions'
>;

/** Of what is never released: how it stands for good, and that nothing of it goes to the court. */
const stands: Readonly<Partial<Record<Decision, string>>> = {
  refer: 'they stay referred, and the office that prosecuted them decides. They are on no list for the court.',
  challenge: 'they stay challenged. They are on no list for the court.',
  exclude: 'they stay excluded from relief. Nothing is filed with the court.',
};

/** What happens next with the convictions of a bulk review. */
export function whatNext(row: Became): string {
  const { verb, state, resumable, undoable, takenBack = 0 } = row;
  if (state === 'failed')
    return 'The rest is as it was. Resume it, or cancel it and decide the rest again from the queue.';
  if (state === 'cancelled')
    return resumable
      ? 'Whoever started it can resume it; or the rest is decided again from the queue.'
      : 'It does not go on. What is not final waits for an approver again, as it was recommended.';
  if (verb === 'withdraw') return 'They are back in the queue, as if nobody had recommended them.';
  if (verb === 'undo') return 'They wait for an approver again, as they were recommended.';
  if (verb === 'recommend')
    return 'They wait for an approver, who has to be somebody else. Until then whoever recommended can withdraw them.';
  if (verb === 'return') return 'They are back in the queue of the reviewers, with the reason.';
  if (undoable === 0 && finalOf(row) === 0)
    return takenBack > 0
      ? 'All of it was taken back. Each went back to wait for an approver.'
      : 'None of it was approved, so nothing follows.';
  const decision = onlyDecision(row);
  const standing = decision && !isReleased(decision) ? stands[decision] : undefined;
  if (standing)
    return undoable === 0
      ? `Nothing more to do here: ${standing}`
      : `When the time to take them back is over, ${standing}`;
  if (undoable === 0)
    return `Nothing more to do here. ${takenBack > 0 ? 'What was not taken back goes' : 'They go'} on to what follows: the filing with the court, or the other office.`;
  return 'When the time to take them back is over they are released for what follows: the filing with the court, or the other office. A list for the court can be made then, and not before.';
}

/** How many were decided: those that had their turn, without those that were left as they are. */
export const decidedOf = ({ done, skipped }: Pick<BulkReviewRow, 'done' | 'skipped'>): number =>
  Math.max(0, done - skipped);

/** How many of the set are as they were: changed by somebody before their turn, or never reached when it was ended. */
export const leftOf = (row: Pick<BulkReviewRow, 'state' | 'count' | 'done' | 'skipped'>): number =>
  row.state === 'running' ? row.skipped : row.count - decidedOf(row);

/** How many of an approval stand for good: the time to take them back is over. */
export const finalOf = (row: Became): number =>
  row.verb === 'approve' && row.state !== 'running'
    ? Math.max(0, decidedOf(row) - row.undoable - (row.takenBack ?? 0))
    : 0;

/** Whether any of it goes to the court once it is final. */
export const goesToCourt = ({ decisions }: Pick<BulkReviewRow, 'decisions'>): boolean =>
  Object.keys(decisions).some((decision) => isReleased(decision as Decision));

/** Why some were left out. */
export const skippedWords = (skipped: number): string =>
  skipped === 1
    ? 'One was left as it is: somebody changed it between your click and its turn.'
    : `${number(skipped)} were left as they are: somebody changed them between your click and their turn.`;

/** Whether what was typed is the count of the set: digits, with or without commas. */
export const intends = (typed: string, count: number): boolean => typed.replace(/[,.\s]/g, '') === String(count);
