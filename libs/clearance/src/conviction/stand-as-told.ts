import { Refused, rows, toldStates, type Tx } from '@clearance/platform';

/**
 * Nothing is decided on a state that no act has brought: before these convictions move on, each must stand where the log
 * has it. What this transaction has touched already is left out, since its entries are written at its end. Throws
 * `log_damaged`; the alarm is raised by whoever compares all of them.
 */
export async function mustStandAsTold(tx: Tx, ids: readonly string[]): Promise<void> {
  // Locked first: until the commit nobody else moves one on between the two looks.
  const found = await rows<{ id: string; state: string }>(
    tx,
    `SELECT id, state FROM conviction WHERE id = ANY ($1::uuid[]) AND xmin <> pg_current_xact_id()::xid
      ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  const told = await toldStates(
    tx,
    'conviction',
    found.map(({ id }) => id),
  );
  if (found.some(({ id, state }) => told.get(id)?.state !== state)) throw new Refused('log_damaged');
}
