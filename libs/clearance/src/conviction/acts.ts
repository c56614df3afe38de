import type { ConvictionView } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';

type Act = ConvictionView['acts'][number];

/** What people did to each of these convictions, the oldest act first. */
export async function actsOn(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Act[]>> {
  const found = await rows<Act & { id: string }>(
    tx,
    `SELECT t.id, t.at, coalesce(m.name, '') AS by, t.verb, t.decision, t.note, t.bulk_review_id AS "bulkReviewId" FROM (
       SELECT conviction_id AS id, at, recommender_id AS who,
              CASE WHEN decision IN ('ask_for_facts', 'withdraw') THEN decision ELSE 'recommend' END AS verb,
              CASE WHEN decision IN ('ask_for_facts', 'withdraw') THEN NULL ELSE decision END AS decision, note, bulk_review_id
         FROM recommendation WHERE conviction_id = ANY ($1::uuid[])
       UNION ALL
       SELECT conviction_id, at, approver_id, verdict, NULL, note, bulk_review_id
         FROM approval WHERE conviction_id = ANY ($1::uuid[])
     ) AS t LEFT JOIN member m ON m.id = t.who ORDER BY t.at`,
    [ids],
  );
  const acts = new Map<string, Act[]>(ids.map((id) => [id, []]));
  for (const { id, ...act } of found) acts.get(id)?.push(act);
  return acts;
}
