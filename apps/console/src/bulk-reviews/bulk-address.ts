import { bulkVerbs, decisions, type ConvictionFilter, type Decision } from '@clearance/contract';
import { narrowedFor, readFilter, type BulkVerb } from '../convictions/filter.ts';

/** What the address of a bulk act says: what to do, and to which set. */
export interface BulkIntent {
  readonly verb: BulkVerb;
  /** What to recommend; an approval approves what was recommended. */
  readonly decision: Decision | undefined;
  readonly filter: ConvictionFilter;
}

/** Reads the part of the address after `?`; undefined when it does not say what to do and to what. */
export function readBulkIntent(search: string): BulkIntent | undefined {
  const query = new URLSearchParams(search);
  const verb = bulkVerbs.find((name) => name === query.get('verb'));
  const filter = readFilter(query.get('filter') ?? '');
  if (!verb || !filter) return undefined;
  return {
    verb,
    decision: decisions.find((name) => name === query.get('decision')),
    filter: narrowedFor(verb, filter),
  };
}
