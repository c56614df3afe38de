import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EvaluationRow, PolicyRow } from '@clearance/contract';
import { importFile, makeCounty, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { holding } from './holding.ts';
import { faultsOf } from './oracle.ts';

let installation: Installation;
let county: County<never>;

beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  county = await makeCounty(installation, { name: 'TRINITY' });
});
afterAll(() => installation?.stop());

const evaluations = async () => (await county.people.admin.client.get<EvaluationRow[]>('/api/evaluations')).body;
const evaluated = (version: number) =>
  until(async () => (await evaluations()).some((one) => one.policyVersion === version && one.state === 'done'), 20);

it('what an older policy says late does not replace what the newer one has said', async () => {
  const { client } = county.people.admin;
  const first = await anotherWorker(installation);
  await importFile(client, (await sampleFile({ county: 'TRINITY', rows: 600, seed: 71 })).path);
  await first.close();
  for (const preset of ['la-2020', 'prop64-dismiss-all']) await client.post<PolicyRow>('/api/policies', { preset });
  const older = (await evaluations()).find((one) => one.policyVersion === 1);
  expect(older?.state).toBe('running');

  const { superUrl } = installation.database;
  const second = await holding(
    superUrl,
    `SELECT 1 FROM work_chunk WHERE work_id = $1 FOR UPDATE`,
    [older?.id],
    async () => {
      const worker = await anotherWorker(installation);
      await evaluated(2);
      return worker;
    },
  );
  await evaluated(1);
  await second.close();

  const standing = await query<{ version: number; n: number }>(
    superUrl,
    `SELECT d.policy_version AS version, count(*)::int AS n FROM conviction c
       JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id WHERE c.county_id = $1 GROUP BY 1`,
    [county.id],
  );
  expect(standing.map(({ version }) => version)).toEqual([2]);
  expect(await faultsOf(superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
});
