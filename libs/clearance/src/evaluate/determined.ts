import type { Determination } from '@clearance/eligibility';
import type { Determined } from '../conviction/standing.ts';
import { ROW_UNREADABLE } from '../import/unread-rows.ts';

/** Where a determination is kept, and what the engine was not shown. */
type Beside = Pick<Determined, 'id' | 'policyVersion' | 'termsVersion' | 'dialect'> & { readonly unread: boolean };

/** What a determination makes of where its conviction stands. */
export function determinedOf(
  { facts, flags, outcome, reason, ruleId }: Determination,
  { unread, ...stored }: Beside,
): Determined {
  return {
    ...stored,
    ...{ outcome, ruleId, reason },
    // The engine saw only the rows that could be read; that there were others is for people to see.
    flags: unread ? [...flags, ROW_UNREADABLE] : flags,
    section: facts.section === 'unknown' ? '' : facts.section,
    severity: facts.severity,
  };
}
