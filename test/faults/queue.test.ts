import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditExportRow } from '@clearance/contract';
import { holding, waitingSessions } from '../flow/holding.ts';
import { faultsOf } from '../flow/oracle.ts';
import { queues } from '../flow/queues.ts';
import { hire } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { heavyFile } from './heavy-file.ts';
import { naturalState } from './natural-state.ts';
import { emptyQueue, repeatJobs } from './queue-hands.ts';
import { undisturbed, type State } from './undisturbed.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

const DRAINED_SECONDS = 15;
let file: Awaited<ReturnType<typeof heavyFile>>;
let expected: { imported: State; decided: State };

beforeAll(async () => {
  file = await heavyFile('FRESNO', { lives: 800, alike: 700, light: 0 });
  expected = await undisturbed(file);
});

describe.each(queues)('with the queue on $name', ({ redis, skipped }) => {
  let installation: Installation;
  let county: WorkedCounty;
  const begin = async () => {
    installation = await startInstallation({ redis, workers: 2 });
    county = await workedCounty(installation);
  };
  afterEach(() => installation?.stop());
  const state = () => naturalState(installation.database.superUrl, county.id);
  /** Empties the queue again and again while something is open, then lets it be done. */
  const disturbed = async (started: Promise<string>) => {
    await started;
    let times = 0;
    for (; times < 6 && (await county.isOpen()); times += 1) {
      await emptyQueue(installation);
      await sleep(100);
    }
    await county.quiet(DRAINED_SECONDS);
    return times;
  };

  it.skipIf(skipped)('a queue that is emptied in the middle of the work costs seconds and no work', async () => {
    await begin();
    expect(await disturbed(county.upload(file))).toBeGreaterThan(2);
    expect(await state()).toEqual(expected.imported);
    expect(await disturbed(county.recommendAll())).toBeGreaterThan(0);
    expect(await disturbed(county.approveAll())).toBeGreaterThan(0);
    expect(await state()).toEqual(expected.decided);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  it.skipIf(skipped)('every job delivered three times does what it does once', async () => {
    await begin();
    const counted = repeatJobs(installation, 3);
    await county.upload(file);
    await county.quiet(60);
    expect(await state()).toEqual(expected.imported);
    for (const decide of [() => county.recommendAll(), () => county.approveAll()]) {
      await decide();
      await county.quiet(60);
    }
    expect(await state()).toEqual(expected.decided);
    expect(counted.asked).toBeGreaterThan(5);

    const auditor = await hire(installation.base, county.people.admin.client, 'auditor@fresno.example', ['compliance']);
    const asked = await auditor.client.post<AuditExportRow>('/api/audit-exports', { filter: {}, purpose: 'Rehearsal' });
    const exportOf = async () => (await auditor.client.get<AuditExportRow>(`/api/audit-exports/${asked.body.id}`)).body;
    const { superUrl } = installation.database;
    await holding(superUrl, 'LOCK TABLE audit_export IN SHARE MODE', [], async () => {
      await until(() => waitingSessions(superUrl, 'audit_export'));
      await sleep(500);
      const { done, count } = await exportOf();
      expect(done).toBeLessThanOrEqual(count);
    });
    await until(async () => (await exportOf()).state === 'done');
    // The second and the third are still at it, and have to notice.
    await sleep(500);
    expect(await exportOf()).toMatchObject({ state: 'done', done: asked.body.count, count: asked.body.count });
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });
});
