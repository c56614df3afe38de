import type { Permission, Work } from '@clearance/contract';
import { number } from '../ui/format.ts';

export interface CancelWords {
  /** On the button of the dialog. */
  readonly verb: string;
  /** What is kept and what is not, before it is done. */
  readonly keeps: (work: Pick<Work, 'done' | 'total' | 'unit'>) => string;
  /** Any one of these may cancel: those who could have started it. */
  readonly rights: readonly Permission[];
}

const words: Readonly<Record<Work['kind'], CancelWords | undefined>> = {
  import: {
    verb: 'Cancel the import',
    keeps: () =>
      'Nothing of this file will count; what counted before stays. That it was sent and cancelled stays in the log, and you can send it again.',
    rights: ['create import'],
  },
  evaluation: {
    verb: 'Stop the evaluation',
    keeps: ({ done, total }) =>
      `What was evaluated so far (${number(done)} of ${number(total)}) keeps its new determination, the others keep the one they had. Publish again to evaluate everybody.`,
    rights: ['publish policy'],
  },
  bulk_review: {
    verb: 'Stop here',
    keeps: ({ done, total }) =>
      `The ${number(done)} that had their turn stay decided. The other ${number(Math.max(0, total - done))} stay as they were; decide them again from the queue.`,
    rights: ['recommend conviction', 'approve conviction'],
  },
  audit_export: {
    verb: 'Stop the export',
    keeps: () => 'No file is made. Nothing in the log changes; you can export again.',
    rights: ['create audit_export'],
  },
  simulation: {
    verb: 'Stop the simulation',
    keeps: () => 'It decides nothing, so nothing is lost but its figures. You can try it again.',
    rights: ['draft policy'],
  },
  impact: {
    verb: 'Stop counting',
    keeps: () => 'The figures stay as they were counted last.',
    rights: ['read stats'],
  },
  annotated_export: {
    verb: 'Stop making the file',
    keeps: () => 'No file is made. You can ask for it again.',
    rights: ['export import'],
  },
  // What is due is released by itself.
  release: undefined,
};

/** How a kind of work is cancelled; undefined where it cannot be. */
export const cancelWords = (kind: Work['kind']): CancelWords | undefined => words[kind];
