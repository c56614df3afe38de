import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditExportRow } from '@clearance/contract';
import { holding, waitingSessions } from '../flow/holding.ts';
import { faultsOf } from '../flow/oracle.ts';
import { queues } from '../flow/queues.ts';
import { hire, ledgerOf } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { heavyFile } from './heavy-file.ts';
import { naturalState } from './natural-state.ts';
import { emptyQueue, isEmpty, repeatJobs } from './queue-hands.ts';
import { undisturbed, type State } from './undisturbed.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

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
  /** Empties the queue again and again while something is open, each time that it has moved, then lets it be done. */
  const disturbed = async (started: Promise<string>) => {
    await started;
    let times = 0;
    const ledger = ledgerOf(county.people.admin.client);
    for (; times < 4 && (await county.isOpen()); times += 1) {
      const stood = JSON.stringify(await ledger());
      await emptyQueue(installation);
      await until(async () => JSON.stringify(await ledger()) !== stood || !(await county.isOpen()));
    }
    await county.quiet();
    return times;
  };

  it.skipIf(skipped)('a queue that is emptied in the middle of the work costs seconds and no work', async () => {
    await begin();
    expect(await disturbed(county.upload(file))).toBeGreaterThan(1);
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
    await county.quiet();
    expect(await state()).toEqual(expected.imported);
    for (const decide of [() => county.recommendAll(), () => county.approveAll()]) {
      await decide();
      await county.quiet();
    }
    expect(await state()).toEqual(expected.decided);
    expect(counted.asked).toBeGreaterThan(5);

    const auditor = await hire(installation.base, county.people.admin.client, 'auditor@fresno.example', ['compliance']);
    const asked = await auditor.client.post<AuditExportRow>('/api/audit-exports', { filter: {}, purpose: 'Rehearsal' });
    const exportOf = async () => (await auditor.client.get<AuditExportRow>(`/api/audit-exports/${asked.body.id}`)).body;
    const { superUrl } = installation.database;
    await holding(superUrl, 'LOCK TABLE audit_export IN SHARE MODE', [], async () => {
      // The first is about to write it down, and another one is at it as well.
      await until(() => waitingSessions(superUrl, 'audit_export'));
      await until(async () => (await waitingSessions(superUrl)) > 1);
      const { done, count } = await exportOf();
      expect(done).toBeLessThanOrEqual(count);
    });
    await until(async () => (await exportOf()).state === 'done');
    // The second and the third are still at it, and have to notice.
    await until(() => isEmpty(installation));
    expect(await exportOf()).toMatchObject({ state: 'done', done: asked.body.count, count: asked.body.count });
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });
});
