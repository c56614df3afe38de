import type { AuditExportRow, AuditFilter } from '@clearance/contract';
import { counted } from '../ui/format.ts';
import type { StatusWord } from '../ui/words.ts';

/** How an export stands. */
export const exportStateWords: Readonly<Record<AuditExportRow['state'], StatusWord>> = {
  running: { word: 'Being made', tone: 'wait', sign: 'clock' },
  done: { word: 'Ready', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'quiet', sign: 'ring' },
  expired: { word: 'Expired', tone: 'quiet', sign: 'ring' },
};

/** What an export of this filter can show to somebody else, and what not. */
export const reachOf = (filter: AuditFilter): string =>
  Object.keys(filter).length === 0
    ? 'It holds every entry up to the moment it is asked for. Their numbers run without a gap, so a missing one would show.'
    : 'It holds only what matches. It does not show that nothing else happened; for that, export every entry.';

/** The verb on the button: `Make the export of 1,204 entries`. */
export const makeWords = (count: number | undefined): string =>
  count === undefined ? 'Make the export' : `Make the export of ${counted(count, 'entry', 'entries')}`;

/** Purposes that come up again and again. */
export const usualPurposes: readonly string[] = [
  'Monthly review',
  'Yearly audit',
  'Court order',
  'Public records request',
  'Internal inquiry',
];
