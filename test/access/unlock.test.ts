import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client, signIn } from '../support/client.ts';
import { makeCounty, operatorOf, PASSWORD } from '../support/county.ts';
import { query } from '../support/database.ts';
import { INSTALLATION_ID } from '../../libs/platform/src/index.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { FAILURES } from './office.ts';

let installation: Processes;
beforeAll(async () => {
  installation = await startProcesses({ workers: 0 });
});
afterAll(() => installation?.stop());

const login = async (email: string, password: string, device: string) => {
  const client = new Client(installation.base);
  client.cookie = device;
  return (await client.post('/api/auth/login', { email, password })).status;
};
const unlock = (email: string) => installation.command('unlock.js', email);
const releasesIn = (countyId: string) =>
  query<{ actor: string; by: string; request: string }>(
    installation.database.superUrl,
    `SELECT actor_id AS actor, entry -> 'detail' ->> 'by' AS by, entry -> 'source' ->> 'requestId' AS request
       FROM audit_entry, LATERAL (SELECT convert_from(bytes, 'UTF8')::json AS entry) AS e
      WHERE county_id = $1 AND action = 'account.release'`,
    [countyId],
  );

it.each(['the operator', 'the last administrator of a county'])(
  'the command line releases %s, and the log says so',
  async (who) => {
    const operator = who === 'the operator';
    await operatorOf(installation);
    const county = operator ? undefined : await makeCounty(installation, { name: 'YOLO' });
    const email = county?.people.admin.email ?? 'operator@test.example';
    const { device } = await signIn(installation.base, email, PASSWORD);
    for (let time = 0; time < FAILURES; time += 1) expect(await login(email, 'wrong-password', device)).toBe(401);
    expect(await login(email, PASSWORD, device)).toBe(401);
    expect(await unlock(email.toUpperCase())).toContain('is released and can sign in again.');
    expect(await login(email, PASSWORD, device)).toBe(204);
    const told = { actor: 'system', by: 'command line', request: 'command line' };
    expect(await releasesIn(county?.id ?? INSTALLATION_ID)).toEqual([told]);
  },
);

it('the command line says when there is nothing to release, and writes nothing', async () => {
  await operatorOf(installation);
  const before = await releasesIn(INSTALLATION_ID);
  expect(await unlock('operator@test.example')).toContain('operator@test.example is not locked.');
  expect(await unlock('nobody@test.example')).toContain('There is no account with the address nobody@test.example.');
  expect(await unlock('')).toContain('Usage: unlock EMAIL');
  expect(await releasesIn(INSTALLATION_ID)).toEqual(before);
});
