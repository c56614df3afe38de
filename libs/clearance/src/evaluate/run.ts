import type { Policy } from '@clearance/eligibility';
import { one, type Tx } from '@clearance/platform';
import { localDate, type LocalDate } from '@clearance/record';

/** What people are evaluated under. */
export interface Run {
  readonly policy: Policy;
  readonly version: number;
  readonly asOf: LocalDate;
  readonly county: string;
}

interface Found {
  policy: Policy;
  version: number;
  asOf: string;
  county: string;
}

const runOf = (found: Found | undefined): Run | undefined => {
  if (!found) return undefined;
  const asOf = localDate(found.asOf);
  if (!asOf) throw new Error('The as-of date of an evaluation is not a date.');
  return { ...found, asOf };
};

/** The run of an evaluation; undefined when a newer policy was published since, whose evaluation has the last word. */
export async function runOfEvaluation(tx: Tx, id: string): Promise<Run | undefined> {
  return runOf(
    await one<Found>(
      tx,
      `SELECT p.body AS policy, p.version, e.as_of::text AS "asOf", c.name AS county
         FROM evaluation e JOIN policy p ON p.county_id = e.county_id AND p.id = e.policy_id JOIN county c ON c.id = e.county_id
        WHERE e.id = $1 AND p.version = (SELECT max(version) FROM policy)`,
      [id],
    ),
  );
}

/** A run under the policy that is published now; undefined while none is. */
export async function runOfToday(tx: Tx, importId: string): Promise<Run | undefined> {
  return runOf(
    await one<Found>(
      tx,
      `SELECT p.body AS policy, p.version, i.as_of::text AS "asOf", c.name AS county
         FROM import i JOIN county c ON c.id = i.county_id, policy p
        WHERE i.id = $1 ORDER BY p.version DESC LIMIT 1`,
      [importId],
    ),
  );
}
