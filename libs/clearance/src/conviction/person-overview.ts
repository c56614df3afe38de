import type { ConvictionRow, PersonOverview } from '@clearance/contract';
import { rows, type CountyKeys, type Ctx, type Tx } from '@clearance/platform';
import { personView } from './person-view.ts';
import { rowColumns, rowTables } from './queue.ts';

type Act = PersonOverview['convictions'][number]['acts'][number];

/** Everything about one person: the history, every conviction with what was done to it, every file and name. */
export async function personOverview(tx: Tx, keys: CountyKeys, ctx: Ctx, id: string): Promise<PersonOverview> {
  const person = await personView(tx, keys, ctx, id);
  const files = await rows<PersonOverview['files'][number] & { name: string }>(
    tx,
    `SELECT f.id, f.file_name AS "fileName", f.created_at AS "importedAt", i.name, f.id = p.import_id AS newest,
            (SELECT coalesce(sum(h.rows), 0)::int FROM history_part h
              WHERE h.county_id = i.county_id AND h.import_id = i.import_id AND h.person_no = i.person_no) AS lines
       FROM person p JOIN import_person i ON i.county_id = p.county_id AND i.person_id = p.id
       JOIN import f ON f.county_id = i.county_id AND f.id = i.import_id
      WHERE p.id = $1 AND f.state IN ('counting', 'evaluating', 'done', 'superseded') ORDER BY f.created_at DESC, f.id`,
    [id],
  );
  const unread = await rows<PersonOverview['unread'][number]>(
    tx,
    `SELECT r.line_no AS line, r.reason, r.detail FROM rejected_row r
       JOIN person p ON p.county_id = r.county_id AND p.import_id = r.import_id AND p.id = r.person_id
      WHERE p.id = $1 ORDER BY r.line_no`,
    [id],
  );
  const convictions = await rows<ConvictionRow & { vanished: boolean }>(
    tx,
    `SELECT ${rowColumns}, c.vanished FROM ${rowTables} WHERE c.person_id = $2 ORDER BY c.date_from NULLS LAST, c.id`,
    [ctx.actor.memberId, id],
  );
  const acts = await actsOn(
    tx,
    convictions.map((one) => one.id),
  );
  return {
    ...person,
    otherNames: [...new Set(files.map(({ name }) => name))].filter((name) => name !== person.name).sort(),
    files: files.map(({ name: _name, ...file }) => file),
    unread,
    convictions: convictions.map((one) => ({ ...one, acts: acts.get(one.id) ?? [] })),
  };
}

/** What people did to these convictions, the oldest act first. */
async function actsOn(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Act[]>> {
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
  return Map.groupBy(found, (act) => act.id);
}
