import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EvaluationRow, PolicyRow, Refusal, Work } from '@clearance/contract';
import { importFile, makeCounty, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { holding, waitingSessions } from './holding.ts';
import { faultsOf } from './oracle.ts';

let installation: Installation;
let county: County<never>;

beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  county = await makeCounty(installation, { name: 'TRINITY' });
});
afterAll(() => installation?.stop());

const evaluations = async () => (await county.people.admin.client.get<EvaluationRow[]>('/api/evaluations')).body;
it('what an older policy says late does not replace what the newer one has said', async () => {
  const { client } = county.people.admin;
  const { superUrl } = installation.database;
  const worker = await anotherWorker(installation);
  await importFile(client, (await sampleFile({ county: 'TRINITY', rows: 600, seed: 71 })).path);
  const of = async (version: number) => (await evaluations()).find((one) => one.policyVersion === version);
  await holding(superUrl, 'LOCK TABLE determination IN SHARE MODE', [], async () => {
    await client.post<PolicyRow>('/api/policies', { preset: 'la-2020' });
    await until(() => waitingSessions(superUrl, 'determination'));
    expect((await of(1))?.state).toBe('running');
    await client.post<PolicyRow>('/api/policies', { preset: 'prop64-dismiss-all' });
    expect((await of(1))?.state).toBe('overtaken');
  });
  await until(async () => (await of(2))?.state === 'done');
  expect(await of(1)).toMatchObject({ state: 'overtaken', convictions: 0 });
  const older = (await of(1))?.id ?? '';
  expect((await client.get<Work>(`/api/work/${older}`)).body).toMatchObject({ mayCancel: false, mayResume: false });
  expect((await client.post<Refusal>(`/api/work/${older}/resume`)).body).toMatchObject({
    ...{ code: 'work_not_resumable', message: expect.stringContaining('something newer took its place') as string },
  });

  const standing = await query<{ version: number; n: number }>(
    superUrl,
    `SELECT d.policy_version AS version, count(*)::int AS n FROM conviction c
       JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id WHERE c.county_id = $1 GROUP BY 1`,
    [county.id],
  );
  expect(standing.map(({ version }) => version)).toEqual([2]);
  expect(await faultsOf(superUrl, county.id)).toEqual([]);
  await worker.close();
  expect(installation.faults).toEqual([]);
});
