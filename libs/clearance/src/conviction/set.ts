import type { ConvictionFilter, ConvictionRow, ConvictionSet } from '@clearance/contract';
import { one, rows, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';
import { rowColumns, rowTables } from './queue.ts';
import { relationSql } from './relation-sql.ts';
import { returnedOf } from './returned.ts';
import { saidOf } from './said.ts';
import { takenBackOf } from './taken-back.ts';

interface SetDigest {
  readonly count: number;
  /** Recommended by whoever asks. */
  readonly mine: number;
  /** Recommended otherwise than the policy says, or where it could not decide. */
  readonly unfollowed: number;
  readonly people: number;
  readonly digest: string;
}

/** Count and digest of a set: what a bulk review quotes, and what the server computes again before it acts. */
export async function digestOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<SetDigest> {
  const where = whereOf(filter, memberId, 2);
  const found = await one<SetDigest>(
    tx,
    `WITH chosen AS MATERIALIZED (
       SELECT c.id, c.version, c.person_id, $1::uuid = ANY (c.recommender_ids) AS mine,
              c.decision IS NOT NULL AND ${relationSql('c')} <> 'follows' AS unfollowed
         FROM conviction c WHERE ${where.sql})
     SELECT count(*)::int AS count, (count(*) FILTER (WHERE mine))::int AS mine,
            (count(*) FILTER (WHERE unfollowed))::int AS unfollowed,
            (SELECT count(*)::int FROM (SELECT FROM chosen GROUP BY person_id) AS people) AS people,
            encode(sha256(coalesce(string_agg(id::text || ':' || version, ',' ORDER BY id), '')::bytea), 'hex') AS digest
       FROM chosen`,
    [memberId, ...where.given],
  );
  return found ?? { count: 0, mine: 0, unfollowed: 0, people: 0, digest: '' };
}

/** A set with its composition and a few of its convictions, spread over it. */
export async function setOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionSet> {
  const where = whereOf(filter, memberId, 2);
  const own = whereOf(filter, memberId);
  const total = await digestOf(tx, memberId, filter);
  const parts = await rows<{ what: string; key: string; n: number }>(
    tx,
    // Read once, into cells that are alike in all that is asked of them.
    `WITH cell AS MATERIALIZED (
       SELECT c.state, c.outcome, c.rule_id, c.reason, c.flags, c.decision, c.section, c.severity, c.decade,
              c.recommender_id, count(*) AS n
         FROM conviction c WHERE ${own.sql} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
     SELECT 'sections' AS what, section AS key, sum(n)::int AS n FROM cell GROUP BY 2
     UNION ALL SELECT 'severities', severity, sum(n)::int FROM cell GROUP BY 2
     UNION ALL SELECT 'decades', decade::text, sum(n)::int FROM cell GROUP BY 2
     UNION ALL SELECT 'flags', flag, sum(n)::int FROM cell, unnest(flags) AS flag GROUP BY 2
     UNION ALL SELECT 'decisions', decision, sum(n)::int FROM cell WHERE decision IS NOT NULL GROUP BY 2
     UNION ALL SELECT 'recommenders', coalesce((SELECT name FROM member m WHERE m.id = recommender_id), ''), sum(n)::int
                 FROM cell WHERE recommender_id IS NOT NULL GROUP BY recommender_id
     UNION ALL SELECT 'outcomes', outcome, sum(n)::int FROM cell WHERE outcome IS NOT NULL GROUP BY 2
     UNION ALL SELECT 'relations', ${relationSql('cell')}, sum(n)::int FROM cell WHERE decision IS NOT NULL GROUP BY 2
     UNION ALL SELECT 'groups', '', count(*)::int FROM
                 (SELECT DISTINCT state, outcome, rule_id, reason, flags, decision FROM cell) AS g`,
    own.given,
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
    outcomes: of('outcomes'),
    relations: { follows: 0, against: 0, undecided: 0, ...of('relations') },
    ...(await saidOf(tx, own)),
    takenBack: Object.keys(of('decisions')).length > 0 ? await takenBackOf(tx, own) : [],
    returned: await returnedOf(tx, own),
    // The order of a hash is a fixed but arbitrary one: the same set shows the same sample to everybody.
    sample: await rows<ConvictionRow>(
      tx,
      `SELECT ${rowColumns} FROM (
         SELECT c.county_id, c.id FROM conviction c WHERE ${where.sql} ORDER BY hashtext(c.id::text), c.id LIMIT 8
       ) AS few, ${rowTables} WHERE c.county_id = few.county_id AND c.id = few.id ORDER BY hashtext(c.id::text), c.id`,
      [memberId, ...where.given],
    ),
  };
}
