import { one, Refused, type Tx } from '@clearance/platform';

/**
 * Whether a conviction was determined under the policy and the terms that hold now, as SQL. After a policy was published, or
 * the terms changed, it is not until the evaluation has come to it. `alias` is a fixed text.
 */
export const inForce = (alias: string): string =>
  `(${alias}.policy_version, ${alias}.terms_version) IS NOT DISTINCT FROM
     ((SELECT max(version) FROM policy), (SELECT coalesce(max(version), 0) FROM county_terms))`;

/** Nobody approves what another policy determined. Throws `evaluation_unfinished`. */
export async function mustBeInForce(tx: Tx, id: string): Promise<void> {
  if (!(await one(tx, `SELECT 1 FROM conviction c WHERE c.id = $1 AND ${inForce('c')}`, [id]))) {
    throw evaluationUnfinished(1, 1);
  }
}

/** `count` of the `total` that were to be approved wait for the evaluation. */
export const evaluationUnfinished = (count: number, total: number): Refused =>
  new Refused('evaluation_unfinished', { count, total });

/** What an entry of the log says of the policy under which it was decided. */
export const underPolicy = ({ policyVersion }: { readonly policyVersion: number | null }) =>
  policyVersion === null ? {} : { policyVersion: String(policyVersion) };
