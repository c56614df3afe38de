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
const LARGE = 200;
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

  it.skipIf(skipped)(`a county with ${SMALL} chunks does not wait for one with ${LARGE} that came before`, async () => {
    installation = await startInstallation({ redis, workers: 0, env: { RECONCILE_SECONDS: '600' } });
    const { superUrl } = installation.database;
    const worker = await anotherWorker(installation);
    const large = await countyWith('TULARE', LARGE);
    const small = await countyWith('ALPINE', SMALL);
    await worker.close();
    const start = async (county: typeof large, chunks: number) => {
      const { client } = county.people.reviewer;
      const { body } = await startBulk(client, dismissal, open, await lookAt(client, open));
      // One conviction to a chunk, so that there are many; the bell rings anew for them.
      await query(superUrl, `UPDATE work_chunk SET first_key = 1, last_key = 1 WHERE work_id = $1`, [body.id]);
      await query(
        superUrl,
        `INSERT INTO work_chunk (county_id, work_id, no, first_key, last_key)
         SELECT $1, $2, n, n + 1, n + 1 FROM generate_series(1, $3::int - 1) AS n`,
        [county.id, body.id, chunks],
      );
      await installation.api.get(Bell, { strict: false }).ring(county.id, body.id);
      return body.id;
    };
    const [first, second] = [await start(large, LARGE), await start(small, SMALL)];
    const taking = await anotherWorker(installation);
    const stateOf = async (id: string) =>
      (await query<{ state: string }>(superUrl, `SELECT state FROM work WHERE id = $1`, [id]))[0]?.state;
    await until(async () => (await stateOf(second)) === 'done', 60, 5);
    const [left] = await query<{ n: number }>(
      superUrl,
      `SELECT count(*)::int AS n FROM work_chunk WHERE work_id = $1 AND done_at IS NULL`,
      [first],
    );
    expect(left?.n).toBeGreaterThan(LARGE * 0.8);
    await until(async () => (await stateOf(first)) === 'done', 60);
    await taking.close();
    expect(installation.faults).toEqual([]);
  });
});
