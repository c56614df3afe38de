import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { hasEnded } from '../../apps/local/src/child.ts';
import { startPostgres, type LocalPostgres } from '../../apps/local/src/postgres.ts';
import { makeDatabase } from '../../apps/local/src/roles.ts';
import { clearanceMigrations } from '../../libs/clearance/src/schema/migrations.ts';
import { migrate } from '../../libs/platform/src/db/migrate.ts';
import { hold, waitingSessions } from '../flow/holding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf } from '../flow/oracle.ts';
import { query } from '../support/database.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { pause, until } from '../support/until.ts';
import { steadyPort, type SteadyPort } from './steady-port.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

let postgres: LocalPostgres;
let port: SteadyPort;
let processes: Processes;
let county: WorkedCounty;
const folder = join(inject('folder'), 'a-postgres-of-its-own');
/** The address of another port. */
const through = (url: string, at: number) => Object.assign(new URL(url), { port: String(at) }).href;

async function start(): Promise<void> {
  postgres = await startPostgres({ folder, careless: true });
  port.to = Number(new URL(postgres.superUrl).port);
}

beforeAll(async () => {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  port = await steadyPort();
  await start();
  await makeDatabase(postgres.superUrl);
  await migrate(postgres.ownerUrl, clearanceMigrations);
  processes = await startProcesses({ workers: 2, env: { DATABASE_URL: through(postgres.appUrl, port.port) } });
  county = await workedCounty(processes);
});
afterAll(async () => {
  await processes?.stop();
  await port?.close();
  await postgres?.stop();
});

it('a PostgreSQL that stops and starts again in the middle of a decision loses and doubles nothing', async () => {
  await county.upload(await manyConvictions('FRESNO', 2_200));
  await county.quiet();
  const deciding = await hold(postgres.superUrl, 'LOCK TABLE recommendation IN SHARE MODE');
  await county.recommendAll();
  await until(() => waitingSessions(postgres.superUrl, 'recommendation'));
  port.to = undefined;
  await postgres.stop();
  await deciding.release();
  await pause(1_000);
  await start();

  const ready = () =>
    fetch(`${processes.base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(ready);
  await county.quiet();
  await county.approveAll();
  await county.quiet();
  expect([processes.api, ...processes.workers].filter(hasEnded)).toEqual([]);
  const decided = await query<object>(
    postgres.superUrl,
    `SELECT state, (SELECT count(*)::int FROM recommendation) AS recommended, (SELECT count(*)::int FROM approval) AS approved,
            count(*)::int AS n FROM conviction GROUP BY 1`,
  );
  expect(decided).toEqual([{ state: 'approved', recommended: 2_200, approved: 2_200, n: 2_200 }]);
  expect(await faultsOf(postgres.superUrl, county.id)).toEqual([]);
});
