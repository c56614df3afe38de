import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ConvictionGroup, Stats } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { decideAll } from './deciding.ts';

const queues = [['PostgreSQL', false] as const, ...(inject('redisUrl') ? [['Redis', true] as const] : [])];

describe.each(queues)('a file on its way to approval, with the queue on %s', (_, redis) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation({ redis });
  });
  afterAll(() => installation?.stop());

  it('is imported, evaluated, recommended in bulk and approved by somebody else', async () => {
    const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const;
    const { people } = await makeCounty(installation, { name: 'YOLO', staff });
    const file = await sampleFile({ county: 'YOLO', rows: 3_000, dirtyRate: 0.01 });
    await publishPolicy(people.admin.client, 'prop64-dismiss-all');
    const imported = await importFile(people.admin.client, file.path);
    expect(installation.faults).toEqual([]);
    expect(imported).toMatchObject({ state: 'done', problem: null, rejected: file.totals.damaged });
    expect(imported.rows).toBe(file.totals.rows - file.totals.damaged);

    const dismissals = { state: ['evaluated'], outcome: ['dismiss'] };
    const { body: groups } = await people.reviewer.client.get<ConvictionGroup[]>(
      listOf('/api/convictions/groups', { filter: dismissals }),
    );
    const filter = groups[0]?.filter ?? {};
    const recommended = await decideAll(people.reviewer.client, { verb: 'recommend', decision: 'dismiss' }, filter);
    expect(recommended.done).toBe(groups[0]?.count);
    await decideAll(people.approver.client, { verb: 'approve' }, { state: ['recommended'] });
    const { body: stats } = await people.approver.client.get<Stats>('/api/stats');
    expect(stats.funnel.find((state) => state.key === 'approved')?.count).toBe(groups[0]?.count);
    expect(installation.faults).toEqual([]);
  });
});
