import type { Tx } from '@clearance/platform';

/**
 * The file that an evaluation was begun for waits for it no longer; unless another was begun for the same file since, in
 * other words: then that one is what it waits for.
 */
export async function importEvaluated(tx: Tx, importId: string | null, evaluationId: string): Promise<void> {
  if (!importId) return;
  await tx.query(
    `UPDATE import i SET state = 'done' WHERE i.id = $1 AND i.state = 'evaluating' AND NOT EXISTS (
       SELECT 1 FROM evaluation e JOIN evaluation own ON own.county_id = e.county_id AND own.id = $2
        WHERE e.county_id = i.county_id AND e.import_id = i.id AND e.created_at > own.created_at)`,
    [importId, evaluationId],
  );
}
