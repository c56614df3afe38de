import type { Determination } from '@clearance/eligibility';
import { rows, type Tx } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { inForce } from '../conviction/in-force.ts';
import { redetermine } from '../conviction/standing.ts';
import { determinedOf } from './determined.ts';
import { traceOf } from './determination-store.ts';

/**
 * While an approval stood, evaluations passed the conviction by and were kept beside it. Once it is taken back the newest
 * of them is what the next approver has to see: under another policy, or on a history that a newer file or an entered fact
 * changed.
 */
export async function takeNewest(tx: Tx, at: Date, convictionIds: readonly string[]): Promise<void> {
  const newer = await rows<{
    convictionId: string;
    id: string;
    policyVersion: number;
    termsVersion: number;
    dialect: string;
    body: Buffer;
    unread: boolean;
  }>(
    tx,
    `SELECT c.id AS "convictionId", d.*, p.evaluated_unread AS unread
       FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id
       CROSS JOIN LATERAL (
         SELECT x.id, x.policy_version AS "policyVersion", x.terms_version AS "termsVersion", x.dialect, x.body
           FROM determination x
          WHERE x.county_id = c.county_id AND x.conviction_id = c.id AND x.history_digest = c.history_digest
          ORDER BY x.policy_version DESC, x.terms_version DESC, x.dialect = $2 DESC, x.at DESC LIMIT 1) AS d
      WHERE c.id = ANY ($1::uuid[]) AND c.state = 'recommended' AND (c.changed OR NOT ${inForce('c')}) AND d.id <> c.determination_id`,
    [convictionIds, DIALECT],
  );
  await redetermine(
    tx,
    at,
    newer.map(({ body, convictionId, ...stored }) => ({
      id: convictionId,
      determination: determinedOf(JSON.parse(traceOf(body)) as Determination, stored),
    })),
  );
}
