import { one, rows, type AuditLog, type Ctx, type Tx, type WorkLedger } from '@clearance/platform';
import { importEvaluated } from './import-evaluated.ts';

interface Overtaken {
  readonly id: string;
  readonly importId: string | null;
}

const WHY = 'A newer evaluation took its place before it was through, so nobody is left out.';

/**
 * Ends the evaluations that a newer one takes the place of: those under an older policy or in other words, and those that
 * stopped, since whoever they left is due again. What they determined stays.
 */
export async function overtakeEvaluations(
  tx: Tx,
  ctx: Ctx,
  { ledger, auditLog }: { ledger: WorkLedger; auditLog: AuditLog },
  now: { readonly policyId?: string; readonly terms: number },
): Promise<void> {
  const older = await rows<Overtaken>(
    tx,
    `SELECT e.id, e.import_id AS "importId"
       FROM evaluation e JOIN work w ON w.county_id = e.county_id AND w.id = e.id
      WHERE w.resumable AND (w.state IN ('failed', 'cancelled')
            OR w.state = 'running' AND (e.policy_id <> coalesce($1, e.policy_id) OR e.terms_version <> $2))
      ORDER BY e.id`,
    [now.policyId ?? null, now.terms],
  );
  for (const evaluation of older) await overtakeEvaluation(tx, ctx, { ledger, auditLog }, evaluation);
}

export async function evaluationNamed(tx: Tx, id: string): Promise<Overtaken> {
  const found = await one<Overtaken>(tx, `SELECT id, import_id AS "importId" FROM evaluation WHERE id = $1`, [id]);
  if (!found) throw new Error('There is no such evaluation.');
  return found;
}

/** Ends one of them; the file that waited for it waits for none. */
export async function overtakeEvaluation(
  tx: Tx,
  ctx: Ctx,
  { ledger, auditLog }: { ledger: WorkLedger; auditLog: AuditLog },
  { id, importId }: Overtaken,
): Promise<void> {
  const came = await ledger.overtake(tx, id, WHY);
  if (!came) return;
  await tx.query(`UPDATE evaluation SET finished_at = coalesce(finished_at, $2) WHERE id = $1`, [id, ctx.now]);
  await tx.query(`DELETE FROM evaluation_person WHERE evaluation_id = $1`, [id]);
  await importEvaluated(tx, importId, id);
  await auditLog.append(tx, ctx, [
    {
      action: 'evaluation.overtake',
      target: { type: 'evaluation', id },
      detail: { done: came.done, total: came.total },
    },
  ]);
}
