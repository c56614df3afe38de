import { randomUUID } from 'node:crypto';
import { one, type Ctx, type Tx, type WorkLedger } from '@clearance/platform';
import { ROW_UNREADABLE } from '../import/unread-rows.ts';
import { termsOf } from '../terms/terms-of.ts';

/** People per evaluation job. */
const CHUNK = 250;

/**
 * Opens the evaluation of everybody who has a conviction without a determination under the published policy, the
 * county's present terms and the present history. Answers its id, to be rung after the commit; undefined while no policy is published.
 */
export async function openEvaluation(
  tx: Tx,
  ctx: Ctx,
  ledger: WorkLedger,
  { importId }: { importId?: string },
): Promise<string | undefined> {
  const policy = await one<{ id: string; version: number }>(
    tx,
    `SELECT id, version FROM policy ORDER BY version DESC LIMIT 1`,
  );
  if (!policy) return undefined;
  const terms = await termsOf(tx);
  const id = randomUUID();
  await tx.query(
    `INSERT INTO evaluation (county_id, id, policy_id, as_of, terms_version, import_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.countyId, id, policy.id, officeDay(ctx.now), terms.version, importId ?? null, ctx.now],
  );
  const people = await one<{ n: number }>(
    tx,
    `WITH due AS (
       INSERT INTO evaluation_person (county_id, evaluation_id, no, person_id)
       SELECT $1, $2, row_number() OVER (ORDER BY p.person_no, p.id), p.id FROM person p
        WHERE EXISTS (
          SELECT 1 FROM conviction c WHERE c.county_id = p.county_id AND c.person_id = p.id AND NOT c.vanished
             AND (c.state IN ('imported', 'superseded') OR NOT EXISTS (
                   SELECT 1 FROM determination d
                    WHERE d.county_id = c.county_id AND d.conviction_id = c.id AND d.policy_version = $3
                      AND d.history_digest = c.history_digest AND d.terms_version = $5
                      -- Where nobody has decided, it must also be the one that the conviction stands on.
                      AND (d.id = c.determination_id OR c.state NOT IN ('evaluated', 'needs_facts', 'returned')))
               -- A row of hers that an older file did not have, or had in order.
               OR c.state IN ('evaluated', 'needs_facts', 'returned') AND ($4 = ANY (c.flags)) <> EXISTS (
                    SELECT 1 FROM rejected_row x
                     WHERE x.county_id = p.county_id AND x.import_id = p.import_id AND x.person_id = p.id)
               -- A recommendation made on a history that changed back to one of old falls, as one on any other change.
               OR c.state = 'recommended' AND EXISTS (
                    SELECT 1 FROM recommendation r WHERE r.county_id = c.county_id AND r.id = c.recommendation_id
                       AND r.history_digest <> c.history_digest)))
       RETURNING 1)
     SELECT count(*)::int AS n FROM due`,
    [ctx.countyId, id, policy.version, ROW_UNREADABLE, terms.version],
  );
  const total = people?.n ?? 0;
  await tx.query(`UPDATE evaluation SET people = $2 WHERE id = $1`, [id, total]);
  await ledger.open(tx, ctx, {
    id,
    kind: 'evaluation',
    subjectId: id,
    title: `Evaluating under policy version ${policy.version}`,
    total,
    unit: 'people',
    nextJob: 'evaluate.finish',
    chunked: { job: 'evaluate.chunk', keys: total, chunkSize: CHUNK },
  });
  return id;
}

/** The calendar day in the offices that this installation serves: what "as of today" means there. */
export const officeDay = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(at);
