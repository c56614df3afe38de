import type { EvaluationRow, PolicyRow } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

/** Whether a version is the one in force. */
export const policyStatusWords: Readonly<Record<PolicyRow['status'], StatusWord>> = {
  published: { word: 'In force', tone: 'done', sign: 'check' },
  retired: { word: 'Replaced', tone: 'quiet', sign: 'ring' },
};

/** How an evaluation stands. */
export const evaluationStateWords: Readonly<Record<EvaluationRow['state'], StatusWord>> = {
  running: { word: 'Running', tone: 'wait', sign: 'clock' },
  done: { word: 'Done', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'plain', sign: 'cross' },
  overtaken: { word: 'Overtaken', tone: 'quiet', sign: 'arrow' },
};
