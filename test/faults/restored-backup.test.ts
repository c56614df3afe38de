import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeApi } from '../../apps/api/src/make-api.ts';
import { readConfig, type Log } from '../../libs/platform/src/index.ts';
import { signIn } from '../support/client.ts';
import { hire, makeCounty, PASSWORD } from '../support/county.ts';
import { copyOf, query } from '../support/database.ts';
import { startInstallation, testEnvironment } from '../support/installation.ts';
import { until } from '../support/until.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Log;

it('a restored backup raises the alarm where the drop folder has a signed checkpoint of what it lacks', async () => {
  const drop = mkdtempSync(join(tmpdir(), 'clearance-drop-'));
  const masterKey = randomBytes(32).toString('base64');
  const env = { MASTER_KEY: masterKey, CHECKPOINT_DIR: drop, CHECKPOINT_SECONDS: '2' };
  const before = await startInstallation({ workers: 0, env });
  const { database } = before;
  const county = await makeCounty(before, { name: 'MONO' });
  const compliance = await hire(before.base, county.people.admin.client, 'log@mono.example', ['compliance']);
  await compliance.client.put('/api/audit-log/delivery', { email: null, webhook: null, folder: true });
  await before.stop();
  const backup = await copyOf(database);

  // What is done after the backup is on the log, and its checkpoint outside.
  const after = await startInstallation({ database, env });
  const client = await signIn(after.base, county.people.admin.email, PASSWORD);
  for (const undoHours of [7, 24]) await client.put('/api/settings', { undoHours });
  const head = `SELECT size::int AS size FROM audit_head WHERE county_id = $1`;
  const names = () => (readdirSync(drop).includes(county.id) ? readdirSync(join(drop, county.id)) : []);
  const dropped = () => Math.max(0, ...names().map((name) => Number.parseInt(name, 10)));
  const [grown] = await query<{ size: number }>(database.superUrl, head, [county.id]);
  await until(() => dropped() >= (grown?.size ?? Infinity));
  await after.stop();

  const start = async (CHECKPOINT_DIR: string) => {
    const restored = await copyOf(backup);
    const { variables } = await testEnvironment({ database: restored, env: { ...env, CHECKPOINT_DIR } });
    await (await makeApi(readConfig(variables), log)).close();
    const alarms = `SELECT why FROM log_alarm WHERE county_id = $1`;
    return (await query<{ why: string }>(restored.superUrl, alarms, [county.id])).map(({ why }) => why);
  };
  expect(await start(drop)).toEqual(['rolled_back']);
  // Without the folder nothing in the database knows; and a file that nobody of ours signed says nothing.
  const folder = mkdtempSync(join(tmpdir(), 'clearance-drop-'));
  expect(await start(folder)).toEqual([]);
  cpSync(drop, folder, { recursive: true });
  for (const name of names()) {
    const path = join(folder, county.id, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n\u2014 .*/su, '\n\u2014 nobody AAAA\n'));
  }
  expect(await start(folder)).toEqual([]);
});
