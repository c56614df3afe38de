import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApi } from '../../apps/api/src/make-api.ts';
import { makeWorker } from '../../apps/worker/src/make-worker.ts';
import { readConfig, type Log } from '../../libs/platform/src/index.ts';
import { freshDatabase, query, type TestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/installation.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Log;
const password = randomBytes(12).toString('hex');
/** Roles belong to the whole server, so they are named anew in each run. */
const made = (name: string) => `${name}_${randomBytes(4).toString('hex')}`;
const [member, mighty, heir] = [made('member'), made('mighty'), made('heir')];

let database: TestDatabase;
let variables: NodeJS.ProcessEnv;
beforeAll(async () => {
  database = await freshDatabase();
  ({ variables } = await testEnvironment({ database }));
  for (const sql of [
    `CREATE ROLE ${member} LOGIN PASSWORD '${password}' IN ROLE clearance_owner, clearance_app`,
    `CREATE ROLE ${mighty} LOGIN PASSWORD '${password}' BYPASSRLS IN ROLE clearance_app`,
    `CREATE ROLE ${heir} LOGIN PASSWORD '${password}' IN ROLE ${mighty}, clearance_app`,
  ])
    await query(database.superUrl, sql);
});
afterAll(async () => {
  for (const role of [heir, mighty, member]) await query(database.superUrl, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
});

function as(role: string): string {
  const url = new URL(database.appUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

const roles: readonly (readonly [string, () => string, RegExp])[] = [
  ['a superuser', () => database.superUrl, /a superuser/],
  ['the owner of the tables', () => database.ownerUrl, /an owner of tables/],
  ['a member of the owner', () => as(member), /an owner of tables/],
  ['a role that may bypass row security', () => as(mighty), /may bypass row-level security/],
  ['a role that may become such a one', () => as(heir), /may become "mighty_/],
];

describe.each([
  ['api', makeApi],
  ['worker', makeWorker],
] as const)('the %s', (_, make) => {
  it.each(roles)('does not start as %s', async (_role, url, says) => {
    await expect(make(readConfig({ ...variables, DATABASE_URL: url() }), log)).rejects.toThrow(says);
  });

  it('starts as the role that owns nothing', async () => {
    const app = await make(readConfig(variables), log);
    await app.close();
  });

  it('does not start under the master key of another installation, once it was founded', async () => {
    const config = readConfig({ ...variables, MASTER_KEY: randomBytes(32).toString('base64') });
    await expect(make(config, log)).rejects.toThrow(/MASTER_KEY is not the key of this database/);
  });
});
