import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsked } from '../../libs/clearance/src/find/asked.ts';
import { searchParameters, searchSql } from '../../libs/clearance/src/find/find-people.ts';
import { dropDatabase, freshDatabase, query, type TestDatabase } from '../support/database.ts';

const TOKENS = 120_000;
const KEY = Buffer.alloc(32, 7);

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How the search is carried out by the role that the API has, under row security, in an index of more than 100,000 tokens. */
describe.each([
  { table: 'a table that was analyzed', analyze: true },
  { table: 'a table of which nothing is known yet', analyze: false },
])('a search among a hundred thousand tokens, in $table', ({ analyze }) => {
  let database: TestDatabase;
  let app: pg.Client;
  const county = randomUUID();

  beforeAll(async () => {
    database = await freshDatabase();
    await query(database.superUrl, `ALTER TABLE person_token SET (autovacuum_enabled = false)`);
    await query(
      database.superUrl,
      `INSERT INTO person_token (county_id, token, person_id)
       SELECT CASE n % 4 WHEN 0 THEN gen_random_uuid() ELSE $1::uuid END,
              (ARRAY ['n:', 's:', 'c:'])[n % 3 + 1] || upper(substr(md5(n::text), 1, 7)), gen_random_uuid()
         FROM generate_series(1, $2::int) AS n`,
      [county, TOKENS],
    );
    if (analyze) await query(database.superUrl, `ANALYZE person_token`);
    app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app?.end();
    if (database) await dropDatabase(database);
  });

  /** The nodes of a plan that read the tokens. */
  async function readingTokens(sql: string, parameters: unknown[]): Promise<Plan[]> {
    await app.query('BEGIN');
    try {
      await app.query(`SELECT set_config('app.county_id', $1, true)`, [county]);
      const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${sql}`, parameters);
      const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
      const nodes = plan ? nodesOf(plan.Plan) : [];
      return nodes.filter(
        (node) => node['Relation Name'] === 'person_token' || node['Index Name'] === 'person_token_pkey',
      );
    } finally {
      await app.query('ROLLBACK');
    }
  }
  const planOf = (text: string) => {
    const asked = readAsked(text);
    if (typeof asked === 'string') throw new Error(asked);
    return readingTokens(searchSql, searchParameters(KEY, asked[0]));
  };

  it.each(['ma', 'garcia', 'garcia jose luis', 'QZX-571204', 'garcia 3/2/1979', 'garcia QZX571204'])(
    'for %s reads the index by county and token, and never the table',
    async (text) => {
      const nodes = await planOf(text);
      expect(nodes.length).toBeGreaterThan(0);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      // A bitmap is made from the index as well, and its own node has no condition.
      const conditions = nodes.filter((node) => node['Index Name']).map((node) => node['Index Cond'] ?? '');
      expect(conditions.length).toBeGreaterThan(0);
      for (const condition of conditions) {
        expect(condition).toContain('county_id');
        expect(condition).toMatch(/token >= [^)]*\) AND \(token <= /);
      }
    },
  );

  it('would be found out by this test with LIKE, which is not leakproof and loses the index’s range', async () => {
    const nodes = await readingTokens(`SELECT person_id FROM person_token WHERE token LIKE $1`, ['n:GARCIA%']);
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.some((node) => /token >=/.test(node['Index Cond'] ?? ''))).toBe(false);
  });
});
