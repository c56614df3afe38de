import { one, rows, toldStates, type Tx } from '@clearance/platform';

/** A conviction that does not stand where the log has it, and the last entry that tells of it. */
export interface OddState {
  readonly id: string;
  readonly seq: number;
  readonly why: 'state_without_act' | 'lost_from_table';
}

/**
 * Compares the convictions behind `after`, by id, with the log. Answers the last one that was compared, undefined where the
 * round is through, and the first that does not stand where the log has it.
 */
export async function statesWithoutAct(
  tx: Tx,
  countyId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<{ readonly last: string | undefined; readonly odd: OddState | undefined }> {
  const found = await rows<{ id: string; state: string }>(
    tx,
    `SELECT id, state FROM conviction WHERE county_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [countyId, after ?? null, limit],
  );
  const told = await toldStates(
    tx,
    'conviction',
    found.map(({ id }) => id),
  );
  const odd = found.find(({ id, state }) => told.get(id)?.state !== state);
  return {
    last: found.length < limit ? undefined : found.at(-1)?.id,
    odd: odd && { id: odd.id, seq: told.get(odd.id)?.seq ?? 0, why: 'state_without_act' },
  };
}

/** A conviction that the log tells was taken up and that stands in no table; undefined where all are there. */
export async function lostConviction(tx: Tx, countyId: string): Promise<OddState | undefined> {
  const same = await one<{ same: boolean }>(
    tx,
    `SELECT (SELECT count(*) FROM audit_entry WHERE county_id = $1 AND action = 'conviction.import'
                AND outcome = 'success') <= (SELECT count(*) FROM conviction WHERE county_id = $1) AS same`,
    [countyId],
  );
  if (same?.same) return undefined;
  const lost = await one<{ id: string; seq: string }>(
    tx,
    `SELECT e.target_id AS id, e.seq FROM audit_entry e
      WHERE e.county_id = $1 AND e.action = 'conviction.import' AND e.outcome = 'success'
        AND NOT EXISTS (SELECT 1 FROM conviction c WHERE c.county_id = e.county_id AND c.id = e.target_id::uuid)
      ORDER BY e.seq LIMIT 1`,
    [countyId],
  );
  return lost && { id: lost.id, seq: Number(lost.seq), why: 'lost_from_table' };
}
