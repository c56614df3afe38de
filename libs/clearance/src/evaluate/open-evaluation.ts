import { randomUUID } from 'node:crypto';
import { one, type AuditLog, type Ctx, type Tx, type WorkLedger } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { unsettledRow } from '../facts/fact-store.ts';
import { termsOf } from '../terms/terms-of.ts';
import { overtakeEvaluations } from './overtake.ts';

/** People per evaluation job. */
const CHUNK = 250;

/**
 * Opens the evaluation of everybody of the newest file who was not evaluated yet under the published policy, the
 * county's terms, in the dialect of this program, and with the history and the unread rows that they have now. Answers its id, to be rung after the commit; undefined while no policy is
 * published, or when nobody is left: counting a file evaluates it in the same step. What older evaluations left undone is
 * part of it, so they end.
 */
export async function openEvaluation(
  tx: Tx,
  ctx: Ctx,
  { ledger, auditLog }: { ledger: WorkLedger; auditLog: AuditLog },
  { importId, after }: { readonly importId?: string; readonly after?: 'upgrade' },
): Promise<string | undefined> {
  const policy = await one<{ id: string; version: number }>(
    tx,
    `SELECT id, version FROM policy ORDER BY version DESC LIMIT 1`,
  );
  if (!policy) return undefined;
  const terms = await termsOf(tx);
  await overtakeEvaluations(tx, ctx, { ledger, auditLog }, { policyId: policy.id, terms: terms.version });
  const id = randomUUID();
  await tx.query(
    `INSERT INTO evaluation (county_id, id, policy_id, as_of, terms_version, import_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.countyId, id, policy.id, officeDay(ctx.now), terms.version, importId ?? null, ctx.now],
  );
  const due = await one<{ n: number }>(
    tx,
    `WITH due AS (
       INSERT INTO evaluation_person (county_id, evaluation_id, no, person_id)
       SELECT $1, $2, row_number() OVER (ORDER BY p.person_no, p.id), p.id
         FROM person p JOIN import i ON i.county_id = p.county_id AND i.id = p.import_id AND i.state <> 'superseded'
        WHERE p.evaluated_version IS DISTINCT FROM $3 OR p.evaluated_digest <> p.history_digest OR p.evaluated_terms <> $4
           OR p.evaluated_dialect IS DISTINCT FROM $5
           -- A row of hers that an older file did not have, or had in order.
           OR p.evaluated_unread <> EXISTS (
                SELECT 1 FROM rejected_row x
                 WHERE x.county_id = p.county_id AND x.import_id = p.import_id AND x.person_id = p.id
                   AND ${unsettledRow('x')})
       RETURNING 1)
     SELECT count(*)::int AS n FROM due`,
    [ctx.countyId, id, policy.version, terms.version, DIALECT],
  );
  const total = due?.n ?? 0;
  if (total === 0) {
    await close(tx, id, ctx.now, importId);
    return undefined;
  }
  await tx.query(`UPDATE evaluation SET people = $2 WHERE id = $1`, [id, total]);
  await ledger.open(tx, ctx, {
    id,
    kind: 'evaluation',
    subjectId: id,
    title: `Evaluating ${after ? 'everybody again after the upgrade, ' : ''}under policy version ${policy.version}`,
    total,
    unit: 'people',
    nextJob: 'evaluate.finish',
    chunked: { job: 'evaluate.chunk', keys: total, chunkSize: CHUNK },
  });
  return id;
}

/** Everybody was evaluated while the file was counted: the evaluation tells how many, and there is nothing to do. */
async function close(tx: Tx, id: string, at: Date, importId: string | undefined): Promise<void> {
  await tx.query(
    `UPDATE evaluation SET finished_at = $2,
            people = (SELECT count(*) FROM person WHERE import_id = $3),
            convictions = (SELECT count(*) FROM conviction WHERE import_id = $3 AND NOT vanished)
      WHERE id = $1`,
    [id, at, importId ?? null],
  );
}

/** The calendar day in the offices that this installation serves: what "as of today" means there. */
export const officeDay = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(at);
