import type { Policy } from '@clearance/eligibility';
import { one, type Tx } from '@clearance/platform';
import { localDate, type LocalDate } from '@clearance/record';
import { termsOf, type CountyTerms } from '../terms/terms-of.ts';

/** What people are evaluated under. */
export interface Run {
  readonly policy: Policy;
  readonly version: number;
  readonly asOf: LocalDate;
  readonly county: string;
  readonly terms: CountyTerms;
}

interface Found {
  policy: Policy;
  version: number;
  asOf: string;
  county: string;
}

const runOf = (found: Found | undefined, terms: CountyTerms): Run | undefined => {
  if (!found) return undefined;
  const asOf = localDate(found.asOf);
  if (!asOf) throw new Error('The as-of date of an evaluation is not a date.');
  return { ...found, asOf, terms };
};

/**
 * The run of an evaluation; undefined when a newer policy was published since, or the county's terms changed: their
 * evaluation has the last word.
 */
export async function runOfEvaluation(tx: Tx, id: string): Promise<Run | undefined> {
  const terms = await termsOf(tx);
  const found = await one<Found>(
    tx,
    `SELECT p.body AS policy, p.version, e.as_of::text AS "asOf", c.name AS county
       FROM evaluation e JOIN policy p ON p.county_id = e.county_id AND p.id = e.policy_id JOIN county c ON c.id = e.county_id
      WHERE e.id = $1 AND p.version = (SELECT max(version) FROM policy) AND e.terms_version = $2`,
    [id, terms.version],
  );
  return runOf(found, terms);
}

/** A run under the policy and the terms that hold now, as of a day; undefined while no policy is published. */
export async function runAsOf(tx: Tx, asOf: string, terms: CountyTerms): Promise<Run | undefined> {
  const found = await one<Omit<Found, 'asOf'>>(
    tx,
    `SELECT p.body AS policy, p.version, c.name AS county FROM policy p JOIN county c ON c.id = p.county_id
      ORDER BY p.version DESC LIMIT 1`,
  );
  return runOf(found && { ...found, asOf }, terms);
}

/** A run under the policy and the terms that hold now; undefined while no policy is published. */
export async function runOfToday(tx: Tx, importId: string, terms: CountyTerms): Promise<Run | undefined> {
  const found = await one<Found>(
    tx,
    `SELECT p.body AS policy, p.version, i.as_of::text AS "asOf", c.name AS county
       FROM import i JOIN county c ON c.id = i.county_id, policy p
      WHERE i.id = $1 ORDER BY p.version DESC LIMIT 1`,
    [importId],
  );
  return runOf(found, terms);
}
