import type { AuditExportRow } from '@clearance/contract';
import { number } from '../../ui/format.ts';

/** What an export proves to somebody else, and what not, in a sentence or two. */
export function provesInWords({
  proves,
  firstSequence,
  lastSequence,
  count,
}: Pick<AuditExportRow, 'proves' | 'firstSequence' | 'lastSequence' | 'count'>): string {
  if (proves === 'entries') {
    return 'It proves that each of its entries stands in the log exactly so. It does not prove that nothing was left out.';
  }
  return count === 1
    ? `It proves that entry ${number(firstSequence)} stands in the log exactly so.`
    : `It proves that these are all entries from ${number(firstSequence)} to ${number(lastSequence)}: none is missing, added or changed.`;
}
