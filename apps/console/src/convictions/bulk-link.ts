import type { ConvictionFilter, Decision } from '@clearance/contract';
import { addressText, narrowedFor, type BulkVerb } from './filter.ts';

/** The page on which a whole set is decided: what and on which set stands in its address. */
export function bulkLink(verb: BulkVerb, filter: ConvictionFilter, decision?: Decision): string {
  const query = new URLSearchParams({ verb, filter: addressText(narrowedFor(verb, filter)) });
  if (decision) query.set('decision', decision);
  return `/bulk-reviews/create?${query.toString()}`;
}
