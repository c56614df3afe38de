import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConvictionFilter, Role } from '@clearance/contract';
import { Bell } from '../../libs/platform/src/index.ts';
import { importFile, makeCounty, publishPolicy } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { lookAt, startBulk } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { queues } from './queues.ts';

const staff = { reviewer: ['reviewer'] } as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;
/** So many bulk reviews of so many chunks each. */
const large = [
  { works: 1, chunks: 200 },
  { works: 20, chunks: 10 },
];
const PEOPLE = 20;
const SMALL = 3;

describe.each(queues)('with the queue on $name', ({ redis, skipped }) => {
  let installation: Installation;
  afterEach(() => installation?.stop());

  /** A county with convictions to recommend. */
  async function countyWith(name: string, count: number) {
    const county = await makeCounty(installation, { name, staff });
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    await importFile(county.people.admin.client, await manyConvictions(name, count));
    return county;
  }

  describe.skipIf(skipped).each(large)('$works × $chunks chunks of one county', ({ works, chunks }) => {
    it(`keep one with ${SMALL} that comes after them hardly waiting`, async () => {
      installation = await startInstallation({ redis, workers: 0, env: { RECONCILE_SECONDS: '600' } });
      const { superUrl } = installation.database;
      const worker = await anotherWorker(installation);
      const [busy, quiet] = [await countyWith('TULARE', PEOPLE), await countyWith('ALPINE', SMALL)];
      await worker.close();
      const start = async (county: typeof busy, count: number) => {
        const { client } = county.people.reviewer;
        const { body } = await startBulk(client, dismissal, open, await lookAt(client, open), randomUUID());
        // One conviction to a chunk, so that there are many; the bell rings anew for them.
        await query(superUrl, `UPDATE work_chunk SET first_key = 1, last_key = 1 WHERE work_id = $1`, [body.id]);
        await query(
          superUrl,
          `INSERT INTO work_chunk (county_id, work_id, no, first_key, last_key)
           SELECT $1, $2, n, n + 1, n + 1 FROM generate_series(1, $3::int - 1) AS n`,
          [county.id, body.id, count],
        );
        await installation.api.get(Bell, { strict: false }).ring(county.id, body.id);
        return body.id;
      };
      for (let work = 0; work < works; work += 1) await start(busy, chunks);
      const second = await start(quiet, SMALL);
      const taking = await anotherWorker(installation);
      const openIn = async (where: string) =>
        (
          await query<{ n: number }>(
            superUrl,
            `SELECT count(*)::int AS n FROM work w JOIN work_chunk c ON c.work_id = w.id
              WHERE c.done_at IS NULL AND w.state = 'running' AND ${where}`,
          )
        )[0]?.n ?? 0;
      await until(async () => (await openIn(`w.id = '${second}'`)) === 0, 60, 5);
      expect(await openIn(`w.id <> '${second}'`)).toBeGreaterThan(works * chunks * 0.8);
      await until(async () => (await openIn('true')) === 0, 60);
      await taking.close();
      expect(installation.faults).toEqual([]);
    });
  });
});
