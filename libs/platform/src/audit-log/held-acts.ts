import type { Ctx } from '../context.ts';
import { rows, type Tx } from '../db/in-county.ts';
import type { Act } from './audit-log.ts';

/** Acts that were done while the log could not take them, with who did them and when. */
export interface HeldActs {
  readonly ctx: Ctx;
  readonly acts: readonly Act[];
}

/** Keeps acts beside the log until it can take them: what people do while it is damaged is not lost. */
export async function holdActs(tx: Tx, ctx: Ctx, acts: readonly Act[]): Promise<void> {
  const { actor, address, countyId, now, requestId } = ctx;
  const source = { actor, requestId, ...(address ? { address } : {}) };
  await tx.query(`INSERT INTO held_act (county_id, at, source, acts) VALUES ($1, $2, $3, $4)`, [
    ...[countyId, now, JSON.stringify(source), JSON.stringify(acts)],
  ]);
}

interface Held {
  readonly no: number;
  readonly at: Date;
  readonly source: Pick<Ctx, 'actor' | 'address' | 'requestId'>;
  readonly acts: readonly Act[];
}

/** So many transactions are taken into the log at once. */
const AT_ONCE = 500;

/** Takes up what waits, in the order in which it was done; each entry says when that was. */
export async function takeHeldActs(tx: Tx, countyId: string): Promise<HeldActs[]> {
  const found = await rows<Held>(
    tx,
    `DELETE FROM held_act WHERE no IN (SELECT no FROM held_act ORDER BY no LIMIT ${AT_ONCE})
     RETURNING no::float8 AS no, at, source, acts`,
  );
  return found
    .toSorted((a, b) => a.no - b.no)
    .map(({ acts, at, source }) => ({
      ctx: { ...source, countyId, now: at },
      acts: acts.map((act) => ({ ...act, detail: { ...act.detail, heldSince: at.toISOString() } })),
    }));
}
