import type { ConvictionRow, PersonOverview } from '@clearance/contract';
import { Refused, rows, type CountyKeys, type Ctx, type Tx } from '@clearance/platform';
import { actsOn } from '../conviction/acts.ts';
import { convictionId } from '../conviction/found-conviction.ts';
import { personView } from '../conviction/person-view.ts';
import { rowColumns, rowTables } from '../conviction/queue.ts';
import { enteredRows } from '../facts/entered-rows.ts';
import { historyWithFacts } from '../facts/evaluate-person.ts';
import { unsettledRow } from '../facts/fact-store.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { termsOf } from '../terms/terms-of.ts';

/** Everything about one person: the history, every conviction with what was done to it, every fact, file and name. */
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
      WHERE p.id = $1 AND ${unsettledRow('r')} ORDER BY r.line_no`,
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
    entered: await enteredOf(tx, keys, ctx, id),
  };
}

async function enteredOf(tx: Tx, keys: CountyKeys, ctx: Ctx, id: string): Promise<PersonOverview['entered']> {
  const [stored] = await historiesOfPeople(tx, [id]);
  if (!stored) throw new Refused('not_found');
  const history = await historyWithFacts(tx, { id, stored, terms: await termsOf(tx) });
  const key = await keys.of(tx, ctx.countyId);
  return (await enteredRows(tx, id, history)).map(({ key: about, ...fact }) => ({
    ...fact,
    convictionId: about === null ? null : convictionId(key, id, { key: about }),
  }));
}
