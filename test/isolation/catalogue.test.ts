import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { freshDatabase, query, type TestDatabase } from '../support/database.ts';
import { anyRow } from './any-row.ts';
import { faultsOf, neverChanged, notOfACounty, widerReaders } from './catalogue-faults.ts';
import { askAt, readCatalogue, type Catalogue } from './catalogue.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted }) as Error;

describe('the catalogue of a migrated database', () => {
  let database: TestDatabase;
  let catalogue: Catalogue;
  let tenantTables: string[];
  beforeAll(async () => {
    database = await freshDatabase();
    catalogue = await readCatalogue(askAt(database.ownerUrl));
    tenantTables = catalogue.tables.map(({ name }) => name).filter((name) => !(name in notOfACounty));
  });

  it('keeps counties apart in every table, key, policy, view, function and grant', () => {
    expect(tenantTables.length).toBeGreaterThan(20);
    expect(faultsOf(catalogue)).toEqual([]);
  });

  it('has every exception that is allowed here', () => {
    const tables = catalogue.tables.map(({ name }) => name);
    const policies = catalogue.policies.map(({ table, name }) => `${table}.${name}`);
    expect(tables).toEqual(expect.arrayContaining([...Object.keys(notOfACounty), ...neverChanged]));
    expect(policies).toEqual(expect.arrayContaining(Object.keys(widerReaders)));
  });

  it.each(neverChanged)('lets nobody change or delete a row of %s, by grant nor as its owner', async (table) => {
    const acts = [`UPDATE ${table} SET county_id = county_id`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`];
    for (const act of acts) {
      await expect(query(database.appUrl, act), act).rejects.toMatchObject({ code: '42501' });
      await expect(query(database.ownerUrl, act), act).rejects.toMatchObject({
        code: '42501',
        message: expect.stringMatching(/is append-only$/) as string,
      });
    }
  });

  describe('with a row of two counties in every tenant table', () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const inserts = new Map<string, string>();
    const asApp = (county: string | undefined, work: (client: Client) => Promise<void>, url = database.appUrl) =>
      onServer(url, async (client) => {
        await client.query('BEGIN');
        if (county !== undefined) await client.query(`SELECT set_config('app.county_id', $1, true)`, [county]);
        await work(client);
        await client.query('ROLLBACK');
      });
    const countOf = async (client: Client, table: string) =>
      (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;
    beforeAll(() =>
      onServer(database.superUrl, async (client) => {
        await client.query('SET session_replication_role = replica');
        for (const table of tenantTables) {
          inserts.set(table, await anyRow(client, table));
          for (const county of [mine, theirs]) await client.query(inserts.get(table) ?? '', [county]);
        }
        const register = `INSERT INTO county (id, name, kind, data_key) VALUES ($1::uuid, $1::uuid::text, 'county', '')`;
        for (const county of [mine, theirs]) await client.query(register, [county]);
      }),
    );

    it('shows a county its own row and nothing else', () =>
      asApp(mine, async (client) => {
        for (const table of tenantTables) {
          const { rows } = await client.query<{ county_id: string }>(`SELECT county_id FROM ${table}`);
          expect(rows, table).toEqual([{ county_id: mine }]);
        }
      }));

    it('shows a county itself in the register of counties, and lets it change nothing there', () =>
      asApp(mine, async (client) => {
        expect((await client.query(`SELECT id FROM county`)).rows).toEqual([{ id: mine }]);
        expect((await client.query(`UPDATE county SET status = 'suspended'`)).rowCount).toBe(0);
      }));

    it.each([
      ['never set', undefined],
      ['left empty by an earlier transaction', ''],
    ])('shows no row and takes none while the county is %s, to the application nor to the owner', async (_, county) => {
      for (const url of [database.appUrl, database.ownerUrl]) {
        await asApp(
          county,
          async (client) => {
            expect(await countOf(client, 'county')).toBe(0);
            for (const table of tenantTables) {
              expect(await countOf(client, table), table).toBe(0);
              await client.query('SAVEPOINT here');
              await expect(client.query(inserts.get(table) ?? '', [mine]), table).rejects.toThrow(code('42501'));
              await client.query('ROLLBACK TO here');
            }
          },
          url,
        );
      }
    });

    it("takes no row for another county, and changes or deletes none of another county's", () =>
      asApp(mine, async (client) => {
        for (const table of tenantTables) {
          const attempts = [`UPDATE ${table} SET county_id = $1`, `DELETE FROM ${table} WHERE county_id = $1`];
          await client.query('SAVEPOINT here');
          await expect(client.query(inserts.get(table) ?? '', [theirs]), table).rejects.toThrow(code('42501'));
          await client.query('ROLLBACK TO here');
          for (const attempt of attempts) {
            const changed = await client.query(attempt, [theirs]).then(
              ({ rowCount }) => rowCount,
              (error: { code?: string }) => error.code,
            );
            expect([0, '42501'], `${attempt} answered ${changed}`).toContain(changed);
            await client.query('ROLLBACK TO here');
          }
        }
      }));
  });

  /** What a careless migration could do, and how the check names it. */
  const tenant = 'county_id uuid NOT NULL, id uuid NOT NULL';
  const secured = (rule = `county_id = NULLIF(current_setting('app.county_id', true), '')::uuid`) => `
    ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_county ON planted USING (${rule}) WITH CHECK (${rule}); ALTER TABLE planted OWNER TO clearance_owner;`;
  const whole = `CREATE TABLE planted (${tenant}, PRIMARY KEY (county_id, id)); ${secured()}`;
  const faults: readonly (readonly [string, string, string])[] = [
    ['a table without county_id', `CREATE TABLE planted (id uuid PRIMARY KEY)`, 'planted has no county_id'],
    ['row security off', `${whole} ALTER TABLE planted DISABLE ROW LEVEL SECURITY`, 'planted has no row security'],
    [
      'row security not forced',
      `${whole} ALTER TABLE planted NO FORCE ROW LEVEL SECURITY`,
      'planted does not force row security on its owner',
    ],
    [
      'a policy without NULLIF',
      `CREATE TABLE planted (${tenant}, PRIMARY KEY (county_id, id)); ${secured(`county_id = current_setting('app.county_id')::uuid`)}`,
      "planted has no policy that reads and writes its own county's rows only",
    ],
    [
      'a policy that does not check what is written',
      `${whole} DROP POLICY of_county ON planted; CREATE POLICY of_county ON planted
         USING (county_id = NULLIF(current_setting('app.county_id', true), '')::uuid) WITH CHECK (true)`,
      'planted is opened by the policy of_county',
    ],
    [
      'a second, wider policy',
      `${whole} CREATE POLICY all_of_it ON planted USING (true)`,
      'opened by the policy all_of_it',
    ],
    [
      'an allowed reader that may write',
      `DROP POLICY of_installation ON work; CREATE POLICY of_installation ON work USING (true)`,
      'work is opened by the policy of_installation',
    ],
    [
      'an allowed reader that reads for everybody',
      `DROP POLICY of_installation ON work; CREATE POLICY of_installation ON work FOR SELECT USING (true)`,
      'work is opened by the policy of_installation',
    ],
    [
      'a primary key without county_id',
      `CREATE TABLE planted (${tenant}, PRIMARY KEY (id)); ${secured()}`,
      'planted has the key planted_pkey without county_id',
    ],
    [
      'a unique index without county_id',
      `${whole} CREATE UNIQUE INDEX told ON planted (id)`,
      'planted has the key told without county_id',
    ],
    [
      'county_id only included in a unique index',
      `${whole} CREATE UNIQUE INDEX told ON planted (id) INCLUDE (county_id)`,
      'planted has the key told without county_id',
    ],
    [
      'a foreign key without county_id',
      `ALTER TABLE person ADD UNIQUE (id); ${whole} ALTER TABLE planted ADD CONSTRAINT bare FOREIGN KEY (id) REFERENCES person (id)`,
      'planted has the foreign key bare to person without county_id',
    ],
    ['a view', `CREATE VIEW planted AS SELECT * FROM person`, 'the view public.planted sees every county'],
    [
      'a materialized view',
      `CREATE MATERIALIZED VIEW planted AS SELECT * FROM person`,
      'the materialized view public.planted sees every county',
    ],
    [
      'a function of its owner',
      `CREATE FUNCTION planted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
      'the function public.planted sees every county',
    ],
    ['a role that passes row security', `ALTER ROLE clearance_app BYPASSRLS`, 'clearance_app passes row security'],
    ['a superuser', `ALTER ROLE clearance_app SUPERUSER`, 'clearance_app is a superuser'],
    ['a membership', `GRANT pg_read_all_data TO clearance_app`, 'clearance_app is a member of pg_read_all_data'],
    ['something owned', `ALTER TABLE work OWNER TO clearance_app`, 'clearance_app owns 1 objects'],
    ['a right to create', `GRANT CREATE ON SCHEMA public TO clearance_app`, 'clearance_app may create'],
    [
      'a right to change the log',
      `GRANT UPDATE ON audit_entry TO clearance_app`,
      'clearance_app may UPDATE audit_entry',
    ],
    [
      'a right to change one column',
      `GRANT UPDATE (verdict) ON approval TO clearance_app`,
      'clearance_app may UPDATE approval',
    ],
    ['a right of everybody', `GRANT DELETE ON policy TO PUBLIC`, 'clearance_app may DELETE policy'],
    ['a right to empty', `GRANT TRUNCATE ON person TO clearance_app`, 'clearance_app may TRUNCATE person'],
  ];

  it.each(faults)('would tell of %s', async (_, sql, told) => {
    await onServer(database.superUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(sql);
      const planted = await readCatalogue(async <T>(statement: string) => (await client.query(statement)).rows as T[]);
      await client.query('ROLLBACK');
      expect(faultsOf(planted)).toContainEqual(expect.stringContaining(told));
    });
  });

  it('finds no fault in a table that is as it should be', async () => {
    await onServer(database.superUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(whole);
      const planted = await readCatalogue(async <T>(statement: string) => (await client.query(statement)).rows as T[]);
      await client.query('ROLLBACK');
      expect(faultsOf(planted)).toEqual([]);
    });
  });
});
