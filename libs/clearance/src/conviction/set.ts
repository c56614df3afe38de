import type { ConvictionFilter, ConvictionRow, ConvictionSet } from '@clearance/contract';
import { one, rows, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';
import { rowColumns, rowTables } from './queue.ts';

/** Count and digest of a set: what a bulk review quotes, and what the server computes again before it acts. */
export async function digestOf(
  tx: Tx,
  memberId: string,
  filter: ConvictionFilter,
): Promise<{ count: number; mine: number; people: number; digest: string }> {
  const where = whereOf(filter, memberId, 2);
  const found = await one<{ count: number; mine: number; people: number; digest: string }>(
    tx,
    `SELECT count(*)::int AS count, (count(*) FILTER (WHERE $1::uuid = ANY (c.recommender_ids)))::int AS mine,
            count(DISTINCT c.person_id)::int AS people,
            encode(sha256(coalesce(string_agg(c.id::text || ':' || c.version, ',' ORDER BY c.id), '')::bytea), 'hex') AS digest
       FROM conviction c WHERE ${where.sql}`,
    [memberId, ...where.given],
  );
  return found ?? { count: 0, mine: 0, people: 0, digest: '' };
}

/** A set with its composition and a few of its convictions, spread over it. */
export async function setOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionSet> {
  const where = whereOf(filter, memberId, 2);
  const total = await digestOf(tx, memberId, filter);
  const parts = await rows<{ what: string; key: string; n: number }>(
    tx,
    `WITH chosen AS (SELECT c.* FROM conviction c WHERE ${where.sql} AND $1::uuid IS NOT NULL)
     SELECT 'sections' AS what, section AS key, count(*)::int AS n FROM chosen GROUP BY 2
     UNION ALL SELECT 'severities', severity, count(*)::int FROM chosen GROUP BY 2
     UNION ALL SELECT 'decades', decade::text, count(*)::int FROM chosen GROUP BY 2
     UNION ALL SELECT 'flags', flag, count(*)::int FROM chosen, unnest(flags) AS flag GROUP BY 2
     UNION ALL SELECT 'decisions', decision, count(*)::int FROM chosen WHERE decision IS NOT NULL GROUP BY 2
     UNION ALL SELECT 'recommenders', coalesce((SELECT name FROM member m WHERE m.id = recommender_id), ''), count(*)::int
                 FROM chosen WHERE recommender_id IS NOT NULL GROUP BY recommender_id
     UNION ALL SELECT 'groups', '', count(*)::int FROM
                 (SELECT DISTINCT state, outcome, rule_id, reason, flags, decision FROM chosen) AS g`,
    [memberId, ...where.given],
  );
  const of = (what: string) => Object.fromEntries(parts.filter((p) => p.what === what).map((p) => [p.key, p.n]));
  return {
    ...total,
    groups: of('groups')[''] ?? 0,
    sections: of('sections'),
    severities: of('severities'),
    decades: of('decades'),
    flags: of('flags'),
    decisions: of('decisions'),
    recommenders: of('recommenders'),
    // The order of a hash is a fixed but arbitrary one: the same set shows the same sample to everybody.
    sample: await rows<ConvictionRow>(
      tx,
      `SELECT ${rowColumns} FROM ${rowTables} WHERE ${where.sql} ORDER BY hashtext(c.id::text), c.id LIMIT 8`,
      [memberId, ...where.given],
    ),
  };
}
