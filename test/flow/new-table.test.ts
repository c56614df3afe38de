import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { dropDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

/** Nothing is known of a new table: what one row of it is found by is chosen from how its indexes look. */
describe('in a database that is new, a conviction is found by its primary key', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => dropDatabase(database));

  it.each([0, 20, 600, 9_000])('with %i of them, as a foreign key asks for it', async (count) => {
    let plan = '';
    await onServer(database.superUrl, async (client) => {
      await client.query(`BEGIN`);
      await client.query(`SET LOCAL session_replication_role = replica`);
      await client.query(`SET LOCAL plan_cache_mode = force_generic_plan`);
      await client.query(
        `INSERT INTO conviction (county_id, id, person_id, import_id, since, decade, court, case_number, offense, history_digest,
                                 state, severity, outcome, section, flags)
         SELECT md5('county')::uuid, gen_random_uuid(), gen_random_uuid(), md5('import')::uuid, now(), 1990, 'COURT', 'C' || n,
                'AN OFFENSE', repeat('0', 64), 'evaluated', 'felony', 'dismiss', '11357', '{}' FROM generate_series(1, $1) AS n`,
        [count],
      );
      await client.query(
        `PREPARE referred (uuid, uuid) AS
         SELECT 1 FROM ONLY conviction x WHERE county_id = $1 AND id = $2 FOR KEY SHARE OF x`,
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN EXECUTE referred (md5('county')::uuid, md5('one')::uuid)`,
      );
      await client.query(`ROLLBACK`);
      plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('conviction_pkey');
  });
});
