import type { Tx } from '@clearance/platform';
import { normalWording, type History } from '@clearance/record';

/** Counts the dispositions of a county's court steps that no dictionary holds, by their wording, into `found`. */
export function countUnknownDispositions(found: Record<string, number>, { cycles }: History, county: string): void {
  for (const step of cycles.flatMap((cycle) => cycle.steps)) {
    if (step.kind !== 'court' || step.agency.county !== county) continue;
    for (const { disposition } of step.counts) {
      if (disposition.kind !== 'unknown') continue;
      const wording = normalWording(disposition.text);
      found[wording] = (found[wording] ?? 0) + 1;
    }
  }
}

/** Adds them to what other chunks of the import have found. */
export async function addUnknownDispositions(tx: Tx, importId: string, found: Record<string, number>): Promise<void> {
  if (Object.keys(found).length === 0) return;
  await tx.query(
    `UPDATE import SET unknown_dispositions = (
       SELECT jsonb_object_agg(key, n) FROM (
         SELECT key, sum(value::int) AS n FROM (
           SELECT * FROM jsonb_each_text(unknown_dispositions) UNION ALL SELECT * FROM jsonb_each_text($2::jsonb)
         ) AS terms GROUP BY key) AS summed)
     WHERE id = $1`,
    [importId, JSON.stringify(found)],
  );
}
