import type { ConvictionFilter, Decision } from '@clearance/contract';
import { noteNeeded } from '../record/choices.ts';

/** Whether recommending a whole set needs a reason: unless every one of it has that very determination. */
export function bulkNoteNeeded(filter: ConvictionFilter, decision: Decision): boolean {
  const outcomes = filter.outcome ?? [];
  if (outcomes.length === 0) return true;
  return outcomes.some((outcome) => noteNeeded({ outcome, decision: null, returned: null }, decision));
}
