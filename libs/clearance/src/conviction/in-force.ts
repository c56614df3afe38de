import { one, Refused, type Tx } from '@clearance/platform';
import { DIALECT } from '@clearance/record';

/**
 * Whether a conviction was determined under the policy and the terms that hold now, in the dialect of this program, as SQL.
 * After a policy was published, the terms changed or the program was upgraded, it is not until the evaluation has come to it. `alias` is a fixed text.
 */
export const inForce = (alias: string): string =>
  `(${alias}.policy_version, ${alias}.terms_version, ${alias}.dialect) IS NOT DISTINCT FROM
     ((SELECT max(version) FROM policy), (SELECT coalesce(max(version), 0) FROM county_terms), '${DIALECT}')`;

/** Whether somebody of an import was evaluated last in an older dialect, as SQL. Both are fixed texts. */
export const inOlderDialect = (importId: string, dialect: string): string =>
  `EXISTS (SELECT 1 FROM person o WHERE o.import_id = ${importId} AND o.evaluated_dialect IS DISTINCT FROM ${dialect})`;

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
