import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeApi } from '../../apps/api/src/make-api.ts';
import { makeWorker } from '../../apps/worker/src/make-worker.ts';
import { readConfig, type Log } from '../../libs/platform/src/index.ts';
import { anotherWorker } from '../flow/another-worker.ts';
import { signIn } from '../support/client.ts';
import { makeCounty, PASSWORD, type County } from '../support/county.ts';
import { freshDatabase, query } from '../support/database.ts';
import { startInstallation, testEnvironment, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { emptyQueue } from './queue-hands.ts';

const HOUR = 3_600_000;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Log;
let installation: Installation;
let county: County<never>;
const extra: INestApplicationContext[] = [];
beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  county = await makeCounty(installation, { name: 'MONO' });
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  for (const one of extra) await one.close();
  await installation?.stop();
});
const sql = <T = object>(text: string, values: unknown[] = []) =>
  query<T>(installation.database.superUrl, text, values);

describe('a clock that jumps', () => {
  const alive = async (client: County<never>['people']['admin']['client']) =>
    (await client.get('/api/me')).status === 200;

  it('ends the sessions that it jumps over, forward and back', async () => {
    for (const jump of [13 * HOUR, -3 * HOUR]) {
      const client = await signIn(installation.base, county.people.admin.email, PASSWORD);
      expect(await alive(client)).toBe(true);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + jump });
      expect(await alive(client), `${jump / HOUR} hours`).toBe(false);
      vi.useRealTimers();
    }
  });

  it('does not end sessions over the seconds by which the clocks of two processes differ', async () => {
    const client = await signIn(installation.base, county.people.admin.email, PASSWORD);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 });
    expect(await alive(client)).toBe(true);
  });

  it('leaves no work lying that was rung before the clock was set back', async () => {
    const file = await sampleFile({ county: 'MONO', rows: 100 });
    const { body } = await county.people.admin.client.upload<{ id: string }>(file.path);
    await emptyQueue(installation);
    await sql(`UPDATE work SET updated_at = now() + interval '3 hours', rung_at = now() + interval '3 hours'`);
    extra.push(await anotherWorker(installation));
    const gone = () => sql(`SELECT 1 FROM work WHERE id = $1 AND next_job <> 'import.recognize'`, [body.id]);
    await until(async () => (await gone()).length > 0);
  });

  it('puts neither the check of a log nor its next checkpoint off', async () => {
    await sql(
      `INSERT INTO audit_verification (county_id, id, kind, size, root, range, ok, at, took_ms)
      SELECT county_id, gen_random_uuid(), kind, size, root, range, ok, now() + interval '3 hours', 1 FROM audit_verification
       WHERE county_id = $1 ORDER BY at DESC LIMIT 1`,
      [county.id],
    );
    const [checks] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM audit_verification WHERE at <= now()`);
    const more = `SELECT 1 FROM audit_verification WHERE at <= now() HAVING count(*) > $1`;
    await until(async () => (await sql(more, [(checks?.n ?? 0) + 2])).length > 0);
  });
});

describe('a program of another version', () => {
  it.each([
    ['api', makeApi],
    ['worker', makeWorker],
  ] as const)('does not start on the database of a newer one, nor of an older one: %s', async (_, make) => {
    const database = await freshDatabase();
    const { variables } = await testEnvironment({ database });
    const change = (text: string) => query(database.superUrl, text);
    await change(`INSERT INTO migration (timestamp, name) VALUES (1899000000000, 'AddMoon1899000000000')`);
    await expect(make(readConfig(variables), log)).rejects.toThrow(/newer version of Clearance.*AddMoon/);
    await change(`DELETE FROM migration WHERE name IN ('AddMoon1899000000000', 'LogAlarms1791000000067')`);
    await expect(make(readConfig(variables), log)).rejects.toThrow(/older than this version.*LogAlarms.*migrate/);
  });
});
