import { rows, type Tx, type WorkLedger } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import type { Run } from './run.ts';

/** Runs that failed and are started again now: nobody resumes them, and what they had counted goes. */
export async function overtakeRuns(
  tx: Tx,
  ledger: WorkLedger,
  { kind, candidate }: { readonly kind: 'simulation' | 'impact'; readonly candidate: string | null },
): Promise<void> {
  const failed = await rows<{ id: string }>(
    tx,
    `SELECT s.id FROM simulation s JOIN work w ON w.county_id = s.county_id AND w.id = s.id
      WHERE s.kind = $1 AND s.candidate_digest IS NOT DISTINCT FROM $2 AND w.state = 'failed' ORDER BY s.id`,
    [kind, candidate],
  );
  for (const { id } of failed) {
    if (await ledger.overtake(tx, id, 'It was started again.')) await dropRun(tx, id);
  }
}

/** Ends a run that was begun before an upgrade, whose figures would be of two dialects. Answers whether it was one. */
export async function overtakeOlder(tx: Tx, ledger: WorkLedger, { dialect, id }: Run): Promise<boolean> {
  if (dialect === DIALECT) return false;
  const why = 'The program was upgraded while it was counted, so that it would be of two versions. Start it again.';
  if (await ledger.overtake(tx, id, why)) await dropRun(tx, id);
  return true;
}

/** Deletes what a run has counted so far, and whom it was about. */
export async function dropRun(tx: Tx, id: string): Promise<void> {
  for (const table of ['simulation_move', 'simulation_part', 'simulation_people']) {
    await tx.query(`DELETE FROM ${table} WHERE simulation_id = $1`, [id]);
  }
}
