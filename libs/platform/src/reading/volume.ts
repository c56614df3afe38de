import type { Act } from '../audit-log/audit-log.ts';
import type { Ctx } from '../context.ts';
import { one, rows, type Tx } from '../db/in-county.ts';
import { settingsOf } from '../tenancy/settings.ts';

const HOUR_MS = 3_600_000;
/** Whoever saw a person so lately is not written down again: a page that reloads itself costs nothing. */
const SEEN_LATELY = `interval '5 minutes'`;

/**
 * Keeps that somebody saw these people, and answers an act where they are more within an hour than the county expects of
 * one person. Of one person there is one notice an hour.
 */
export async function noteVolume(tx: Tx, { actor, countyId, now }: Ctx, people: readonly string[]): Promise<Act[]> {
  const { memberId } = actor;
  const fresh = await rows(
    tx,
    `INSERT INTO person_read AS r (county_id, member_id, person, at)
     SELECT $1, $2, p, $3 FROM unnest($4::text[]) AS p ORDER BY p
     ON CONFLICT (county_id, member_id, person) DO UPDATE SET at = excluded.at WHERE r.at < excluded.at - ${SEEN_LATELY}
     RETURNING person`,
    [countyId, memberId, now, people],
  );
  if (fresh.length === 0) return [];
  const { peoplePerHour: most } = await settingsOf(tx);
  const seen = await one<{ n: number }>(
    tx,
    `SELECT count(*)::int AS n FROM person_read WHERE member_id = $1 AND at > $2::timestamptz - interval '1 hour'`,
    [memberId, now],
  );
  const n = seen?.n ?? 0;
  if (n <= most) return [];
  const noticed = await rows(
    tx,
    `INSERT INTO volume_notice (county_id, member_id, hour, at, people, most)
     SELECT $1, $2, $3, $4, $5, $6
      WHERE NOT EXISTS (SELECT 1 FROM volume_notice WHERE member_id = $2 AND at > $4::timestamptz - interval '1 hour')
     ON CONFLICT DO NOTHING RETURNING hour`,
    [countyId, memberId, Math.floor(now.getTime() / HOUR_MS), now, n, most],
  );
  const target = { type: 'member', id: memberId };
  return noticed.map(() => ({ action: 'record.unusual_volume', target, detail: { people: n, most } }));
}
