import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditLogState, AuditVerification } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { bulkDone, lookAt, startBulk } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = { reviewer: ['reviewer'], compliance: ['compliance'] } as const;

let installation: Installation;
let county: County<keyof typeof staff>;

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'COLUSA', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, await manyConvictions('COLUSA', 3_000));
});
afterAll(() => installation?.stop());

it('a log that grows while it is verified raises no alarm', async () => {
  const { reviewer, compliance } = county.people;
  const filter = { state: ['evaluated' as const] };
  const seen = await lookAt(reviewer.client, filter);
  expect(seen.count).toBe(3_000);
  const { body } = await startBulk(reviewer.client, { verb: 'recommend', decision: 'dismiss' }, filter, seen);
  let working = true;
  const done = bulkDone(reviewer.client, body.id).finally(() => (working = false));
  const verdicts: AuditVerification[] = [];
  while (working) {
    verdicts.push((await compliance.client.post<AuditVerification>('/api/audit-log/verifications')).body);
  }
  expect(await done).toMatchObject({ state: 'done', done: 3_000, skipped: 0 });
  // Some of them looked at a log that was not at its end yet; on a busy machine the first may take as long as the review.
  const { body: log } = await compliance.client.get<AuditLogState>('/api/audit-log');
  expect(verdicts.filter(({ size }) => size < log.size).length).toBeGreaterThan(0);
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
});
