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
import { holding, waitingSessions } from './holding.ts';
import { manyConvictions } from './many-convictions.ts';
import { queues } from './queues.ts';

const staff = { reviewer: ['reviewer'], auditor: ['compliance'] } as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;
/** So many bulk reviews of so many chunks each. */
const large = [
  { works: 1, chunks: 200 },
  { works: 20, chunks: 10 },
];
const PEOPLE = 20;
const GATE = 7_611;
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

  /** Opens a bulk review of so many chunks, and rings its bell. */
  async function start(county: Awaited<ReturnType<typeof countyWith>>, count: number): Promise<string> {
    const { client } = county.people.reviewer;
    const { superUrl } = installation.database;
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
  }
  /**
   * Every row that comes into a table of the county, or is marked there, takes as long as a thousand convictions do, and waits
   * while the gate is closed.
   */
  const slow = (table: string, county: { readonly id: string }) =>
    query(
      installation.database.superUrl,
      `CREATE OR REPLACE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); PERFORM pg_sleep(0.15); RETURN NULL; END';
       CREATE TRIGGER slow AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW WHEN (NEW.county_id = '${county.id}')
         EXECUTE FUNCTION be_slow()`,
    );
  /** Nothing of the slow county goes on while the work is done, however long this takes. */
  const gated = <T>(work: () => Promise<T>) =>
    holding(installation.database.superUrl, `SELECT pg_advisory_lock(${GATE})`, [], work);
  const isDone = async (id: string) =>
    (await query(installation.database.superUrl, `SELECT 1 FROM work WHERE id = $1 AND state = 'done'`, [id])).length >
    0;

  describe.skipIf(skipped)('a county with little to do', () => {
    it('that comes in the middle of sixty thousand of another one waits for the job in hand, and no more', async () => {
      installation = await startInstallation({ redis, workers: 0, env: { RECONCILE_SECONDS: '600' } });
      const { superUrl } = installation.database;
      const first = await anotherWorker(installation);
      const [busy, quiet] = [await countyWith('TULARE', PEOPLE), await countyWith('ALPINE', SMALL)];
      await first.close();
      const large = await start(busy, 60);
      await slow('work_chunk', busy);
      const taking = await anotherWorker(installation);
      const doneOf = async (id: string) =>
        (await query<{ n: number }>(superUrl, `SELECT done::int AS n FROM work WHERE id = $1`, [id]))[0]?.n ?? 0;
      await until(async () => (await doneOf(large)) > 5, { every: 5 });
      const { client } = quiet.people.reviewer;
      const [small, before] = await gated(async () => {
        await until(async () => (await waitingSessions(superUrl)) > 1);
        const { body } = await startBulk(client, dismissal, open, await lookAt(client, open));
        return [body.id, await doneOf(large)] as const;
      });
      await until(() => isDone(small));
      const [then] = await query<{ n: number }>(
        superUrl,
        `SELECT count(*)::int AS n FROM work_chunk b, work s
          WHERE b.work_id = $1 AND s.id = $2 AND b.done_at <= s.finished_at`,
        [large, small],
      );
      // Two are in hand when it comes, and one or two more fit beside its own.
      expect((then?.n ?? Infinity) - before).toBeLessThanOrEqual(4);
      expect(then?.n).toBeLessThan(30);
      await taking.close();
      expect(installation.faults).toEqual([]);
    });

    it('does not wait for all the exports that another one has asked for', async () => {
      installation = await startInstallation({ redis, workers: 1, env: { RECONCILE_SECONDS: '600' } });
      const { superUrl } = installation.database;
      const [busy, quiet] = [await countyWith('TULARE', SMALL), await countyWith('ALPINE', SMALL)];
      await slow('audit_export_file', busy);
      const small = await gated(async () => {
        for (let asked = 0; asked < 8; asked += 1) {
          const { status } = await busy.people.auditor.client.post('/api/audit-exports', {
            filter: {},
            purpose: 'One of many',
          });
          expect(status).toBe(202);
        }
        return start(quiet, SMALL);
      });
      await until(() => isDone(small));
      const left = await query(
        superUrl,
        `SELECT 1 FROM work e, work s WHERE e.kind = 'audit_export' AND s.id = $1
            AND (e.state = 'running' OR e.finished_at > s.finished_at)`,
        [small],
      );
      expect(left.length).toBeGreaterThanOrEqual(3);
      expect(installation.faults).toEqual([]);
    });
  });

  describe.skipIf(skipped).each(large)('$works × $chunks chunks of one county', ({ works, chunks }) => {
    it(`keep one with ${SMALL} that comes after them hardly waiting`, async () => {
      installation = await startInstallation({ redis, workers: 0, env: { RECONCILE_SECONDS: '600' } });
      const { superUrl } = installation.database;
      const worker = await anotherWorker(installation);
      const [busy, quiet] = [await countyWith('TULARE', PEOPLE), await countyWith('ALPINE', SMALL)];
      await worker.close();
      for (let work = 0; work < works; work += 1) await start(busy, chunks);
      const second = await start(quiet, SMALL);
      const taking = await anotherWorker(installation);
      const count = async (from: string) =>
        (await query<{ n: number }>(superUrl, `SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? 0;
      const left = () => count(`work WHERE state = 'running'`);
      await until(async () => (await left()) === 0, { moves: () => count('work_chunk WHERE done_at IS NOT NULL') });
      // As it was when the last one of the second was done.
      const later = await count(
        `work_chunk WHERE work_id <> '${second}' AND done_at > (SELECT max(done_at) FROM work_chunk WHERE work_id = '${second}')`,
      );
      expect(later).toBeGreaterThan(works * chunks * 0.8);
      await taking.close();
      expect(installation.faults).toEqual([]);
    });
  });
});
