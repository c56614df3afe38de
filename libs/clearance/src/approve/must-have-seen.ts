import { one, Refused, type Ctx, type Tx } from '@clearance/platform';

/**
 * A record that is shown is on the log; this one has to be there, for whoever acts, since the conviction stands as it does.
 * Throws the code that is given.
 */
export async function mustHaveSeen(
  tx: Tx,
  ctx: Ctx,
  convictionId: string,
  code: 'sample_not_seen' | 'record_not_seen',
): Promise<void> {
  const seen = await one(
    tx,
    `SELECT 1 FROM conviction c JOIN audit_entry e ON e.county_id = c.county_id AND e.target_id = c.person_id::text
      WHERE c.id = $1 AND e.action = 'record.view' AND e.outcome = 'success' AND e.actor_id = $2 AND e.at >= c.since
      LIMIT 1`,
    [convictionId, ctx.actor.memberId],
  );
  if (!seen) throw new Refused(code);
}
