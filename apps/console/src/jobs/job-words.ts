import type { Work } from '@clearance/contract';
import { number } from '../ui/format.ts';

type Came = Pick<Work, 'done' | 'total'>;

/** What ending a kind of job means, and letting it go on again, in the office's words. */
export interface JobWords {
  /** On the button of the dialog. */
  readonly verb: string;
  /** What is kept and what is not, before it is done. */
  readonly keeps: (came: Came) => string;
  /** What it left behind, once it is cancelled. */
  readonly left: (came: Came) => string;
  /** What comes of letting it go on, before it is done. */
  readonly goesOn: (came: Came) => string;
}

const left = ({ done, total }: Came) => number(Math.max(0, total - done));
const begins = 'It begins again from the beginning; nothing of it is there twice.';
const where = 'It goes on where it stands; nothing is done twice.';

const words: Readonly<Record<Work['kind'], JobWords>> = {
  import: {
    verb: 'Stop the import',
    keeps: () =>
      'Nothing of this file will count; what counted before stays. That it was sent and cancelled stays in the log, and you can send it again.',
    left: () => 'Nothing of this file counts. Send it again to import it.',
    goesOn: () => where,
  },
  evaluation: {
    verb: 'Stop the evaluation',
    keeps: ({ done, total }) =>
      `What was evaluated so far (${number(done)} of ${number(total)}) keeps its new determination, the others keep the one they had. It can be resumed until something newer is evaluated.`,
    left: (came) =>
      `${number(came.done)} people have their new determination. The other ${left(came)} keep the one they had, until this goes on or everybody is evaluated again.`,
    goesOn: (came) => `The other ${left(came)} people are evaluated as well. ${where}`,
  },
  bulk_review: {
    verb: 'Stop here',
    keeps: (came) =>
      `What has had its turn by then stays decided: ${number(came.done)} so far. The rest stays as it was; whoever started this can resume it, or decide it again from the queue.`,
    left: (came) =>
      `The ${number(came.done)} that had their turn stay decided. The other ${left(came)} are as they were.`,
    goesOn: (came) =>
      `The other ${left(came)} are decided the same way, under your name as before. Those that somebody changed meanwhile are left as they are.`,
  },
  audit_export: {
    verb: 'Stop the export',
    keeps: () => 'No file is made. Nothing in the log changes; you can resume it, or export again.',
    left: () => 'No file was made, and nothing in the log changed.',
    goesOn: () => `The same entries are exported, for the same purpose. ${begins}`,
  },
  simulation: {
    verb: 'Stop the simulation',
    keeps: () => 'It decides nothing, so nothing is lost but its figures. You can try it again.',
    left: () => 'Nothing was kept of it. It can be simulated again.',
    goesOn: () => where,
  },
  impact: {
    verb: 'Stop counting',
    keeps: () => 'The figures stay as they were counted last. You can count again.',
    left: () => 'The figures are those that were counted before. They can be counted again.',
    goesOn: () => where,
  },
  annotated_export: {
    verb: 'Stop making the file',
    keeps: () => 'No file is made. You can resume it, or ask for another one.',
    left: () => 'No file was made.',
    goesOn: () => 'The file is made for the same recipient. What was found already is not looked for again.',
  },
  court_list: {
    verb: 'Stop making the list',
    keeps: () => 'No list is made. You can resume it, or ask for another one.',
    left: () => 'No list was made.',
    goesOn: () => `The list is made for the same recipient, of the same convictions. ${begins}`,
  },
  people_index: {
    verb: 'Stop',
    keeps: () => '',
    left: () => '',
    goesOn: () => where,
  },
  release: {
    verb: 'Stop',
    keeps: () => '',
    left: () => '',
    goesOn: () => where,
  },
};

/** On the way back from ending a job: what stays as it is then. */
export const wayBack = ({ state }: Pick<Work, 'state'>): string =>
  state === 'running' ? 'Keep it running' : 'Leave it as it is';

export const jobWords = (kind: Work['kind']): JobWords => words[kind];

/** What is said of a job that has stopped: why it did, or what somebody who ended it left behind, unless more came of it since. */
export function saying({
  kind,
  state,
  problem,
  done,
  total,
}: Pick<Work, 'kind' | 'state' | 'problem'> & Came): string | null {
  return state === 'cancelled' ? (problem ?? words[kind].left({ done, total })) : state === 'running' ? null : problem;
}
