import type { ConvictionRow, ConvictionView, Determination } from '@clearance/contract';
import { keyedDigest, one, Refused, rows, type CountyKeys, type Ctx, type Tx } from '@clearance/platform';
import { traceOf } from '../evaluate/determination-store.ts';
import { actsOn } from './acts.ts';
import { flagRows } from './flag-rows.ts';
import { movedLines } from './moved-lines.ts';
import { rowColumns, rowTables } from './queue.ts';

/** One conviction with everything that was done to it. The digest of the history is the one that the log has. */
export async function convictionView(tx: Tx, keys: CountyKeys, ctx: Ctx, id: string): Promise<ConvictionView> {
  const found = await one<
    ConvictionRow & Pick<ConvictionView, 'policyVersion' | 'policyName' | 'asOf' | 'historyDigest' | 'vanished'>
  >(
    tx,
    `SELECT ${rowColumns}, c.history_digest AS "historyDigest", c.vanished, d.policy_version AS "policyVersion",
            d.as_of::text AS "asOf",
            (SELECT pol.name FROM policy pol WHERE pol.county_id = c.county_id AND pol.version = d.policy_version) AS "policyName"
       FROM ${rowTables} LEFT JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id
      WHERE c.id = $2`,
    [ctx.actor.memberId, id],
  );
  if (!found) throw new Refused('not_found');
  const acts = (await actsOn(tx, [id])).get(id) ?? [];
  const siblings = await rows<ConvictionRow>(
    tx,
    `SELECT ${rowColumns} FROM ${rowTables} WHERE c.person_id = $2 AND c.id <> $3 ORDER BY c.date_from NULLS LAST, c.id LIMIT 100`,
    [ctx.actor.memberId, found.personId, id],
  );
  const key = await keys.of(tx, ctx.countyId);
  return { ...found, historyDigest: keyedDigest(key, found.historyDigest), acts, siblings };
}

/** The determination with its whole trace, as it was stored, what raised its flags, and the earlier ones. */
export async function traceView(tx: Tx, keys: CountyKeys, ctx: Ctx, id: string) {
  const stored = await rows<{
    current: boolean;
    policyVersion: number;
    policyName: string;
    asOf: string;
    historyDigest: string;
    outcome: string;
    body: Buffer;
    at: Date;
  }>(
    tx,
    `SELECT d.id IS NOT DISTINCT FROM c.determination_id AS current, d.policy_version AS "policyVersion",
            p.name AS "policyName", d.as_of::text AS "asOf", d.history_digest AS "historyDigest", d.outcome, d.body, d.at
       FROM determination d JOIN conviction c ON c.county_id = d.county_id AND c.id = d.conviction_id
       JOIN policy p ON p.county_id = d.county_id AND p.version = d.policy_version
      WHERE d.conviction_id = $1 ORDER BY d.at DESC`,
    [id],
  );
  if (stored.length === 0) {
    if (!(await one(tx, `SELECT 1 FROM conviction WHERE id = $1`, [id]))) throw new Refused('not_found');
  }
  const current = stored.find((row) => row.current);
  const key = await keys.of(tx, ctx.countyId);
  const read = (body: Buffer) => JSON.parse(traceOf(body)) as Determination;
  const determination = current ? read(current.body) : null;
  return {
    determination,
    flagRows: determination ? await flagRows(tx, id, determination) : [],
    movedLines: current && determination ? await movedLines(tx, { ...current, convictionId: id, determination }) : {},
    policyName: current?.policyName ?? null,
    policyVersion: current?.policyVersion ?? null,
    asOf: current?.asOf ?? null,
    historyDigest: current ? keyedDigest(key, current.historyDigest) : null,
    decidedAt: current?.at ?? null,
    earlier: stored
      .filter((row) => !row.current)
      .map(({ policyVersion, policyName, asOf, outcome, body, at }) => ({
        ...{ policyVersion, policyName, asOf, outcome, at },
        reason: read(body).reason,
      })),
  };
}
