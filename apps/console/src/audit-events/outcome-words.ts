import type { AuditEventRow } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

/** How an act ended. */
export const outcomeOfAct: Readonly<Record<AuditEventRow['outcome'], StatusWord>> = {
  success: { word: 'Done', tone: 'quiet', sign: 'check' },
  refused: { word: 'Refused', tone: 'act', sign: 'cross' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
};
