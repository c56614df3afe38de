import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkReviewRow, ConvictionFilter, ConvictionView, Refusal } from '@clearance/contract';
import { ReleaseSweep } from '../../libs/clearance/src/release/release-sweep.ts';
import { bulkDone, convictionsOf, decideAll, findAllGood, lookAt, startBulk } from '../flow/deciding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf } from '../flow/oracle.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { until } from '../support/until.ts';
import { race } from './race.ts';
import { randomFrom } from './random.ts';
import { full } from './scale.ts';
import { say } from './verdict.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

const random = randomFrom(20_261_123);
const waiting: ConvictionFilter = { state: ['recommended'] };
const RACES = 500;
const BATCH = full ? 60_000 : 2_200;
/** How late in a batch it is taken back at first, in milliseconds. */
const LATE = full ? 3_000 : 400;
/** Batches so small that no sample is needed, and how many of them are taken back while they run. */
const SMALL = 10;
const SMALL_RACES = full ? 500 : 40;

let installation: Installation;
let county: WorkedCounty;
const superUrl = () => installation.database.superUrl;

/** A county in which so many wait for an approver; whatever is done there, nothing may be wrong in the end. */
function aCountyThatWaits(count: number): void {
  beforeAll(async () => {
    // Nothing is released but when the test says so.
    installation = await startInstallation({ workers: 2, env: { SWEEP_SECONDS: '3600' } });
    county = await workedCounty(installation);
    await county.upload(await manyConvictions('FRESNO', count));
    await county.quiet();
    await county.recommendAll();
    await county.quiet();
  });
  afterAll(async () => {
    expect(await faultsOf(superUrl(), county.id)).toEqual([]);
    expect(installation.faults).toEqual([]);
    await installation.stop();
  });
}

const statesOf = async () =>
  Object.fromEntries(
    (
      await query<{ state: string; n: number }>(
        superUrl(),
        `SELECT state, count(*)::int AS n FROM conviction WHERE county_id = $1 GROUP BY 1`,
        [county.id],
      )
    ).map(({ state, n }) => [state, n]),
  );

describe('undo against release', () => {
  aCountyThatWaits(RACES);

  it(`has one winner in each of ${RACES} races`, async () => {
    const { client } = county.people.approver;
    const [worker] = installation.workers;
    const sweep = () => worker?.get(ReleaseSweep, { strict: false }).sweep();
    await decideAll(client, { verb: 'approve' }, waiting);
    await query(superUrl(), `UPDATE conviction SET releases_at = now() - interval '1 second'`);
    const approved = await convictionsOf(client, { state: ['approved'] });
    expect(approved.length).toBe(RACES);
    const won = { undo: [] as string[], release: [] as string[] };
    const moments = race(random, { undo: 150, release: 100 }, 1.2);
    const takeBack = async ({ id, version }: { id: string; version: number }) => {
      await moments.start('undo');
      const answer = await client.post<ConvictionView & Refusal>(`/api/convictions/${id}/undo`, {
        version,
        note: 'Race.',
      });
      if (answer.status === 200) return won.undo.push(id);
      expect([answer.status, answer.body.code]).toEqual([409, 'released_already']);
      return won.release.push(id);
    };
    // What is not in a round is not due yet, so that every round is a race of its own.
    await query(superUrl(), `UPDATE conviction SET releases_at = now() + interval '1 day'`);
    for (let from = 0; from < RACES; from += 50) {
      const round = approved.slice(from, from + 50);
      await query(superUrl(), `UPDATE conviction SET releases_at = now() - interval '1 second' WHERE id = ANY ($1)`, [
        round.map(({ id }) => id),
      ]);
      const before = won.undo.length;
      await Promise.all([...round.map(takeBack), moments.start('release').then(sweep)]);
      moments.won(won.undo.length - before > round.length / 2 ? 'undo' : 'release');
      await county.quiet();
      // Whoever was locked at that moment is found by the next sweep.
      await sweep();
      await county.quiet();
    }
    expect(won.undo.length + won.release.length).toBe(RACES);
    expect(Math.min(won.undo.length, won.release.length)).toBeGreaterThan(20);
    expect(await statesOf()).toMatchObject({ recommended: won.undo.length, released: won.release.length });
    const told = await query<{ id: string; state: string }>(superUrl(), `SELECT id, state FROM conviction`);
    const stateOf = new Map(told.map(({ id, state }) => [id, state]));
    expect(won.undo.filter((id) => stateOf.get(id) !== 'recommended')).toEqual([]);
    expect(won.release.filter((id) => stateOf.get(id) !== 'released')).toEqual([]);
    say(`undo against release: n = ${RACES} races, ${won.undo.length} undone, ${won.release.length} released, 0 both`);
  });
});

describe('undo during a running batch', () => {
  aCountyThatWaits(BATCH);

  it('ends the batch and takes back all that was approved, whenever it comes', async () => {
    const { client } = county.people.approver;
    let broken = 0;
    const moments = race(random, { undo: LATE, batch: 1 }, 2);
    for (let round = 0; round < 8; round += 1) {
      const seen = await lookAt(client, waiting);
      expect(seen.count).toBe(BATCH);
      await findAllGood(client, waiting, seen);
      const { body: batch } = await startBulk(client, { verb: 'approve' }, waiting, seen);
      await until(async () => (await statesOf())['approved'] ?? 0, { every: 5 });
      await moments.start('undo');
      const undone = await client.post<BulkReviewRow & Refusal>(`/api/bulk-reviews/${batch.id}/undo`, {
        note: 'Stop.',
      });
      expect(undone.status, JSON.stringify(undone.body)).toBe(202);
      const ended = await bulkDone(client, batch.id);
      expect(await bulkDone(client, undone.body.id)).toMatchObject({
        state: 'done',
        skipped: 0,
        count: ended.done,
      });
      if (ended.state === 'cancelled') broken += 1;
      moments.won(ended.state === 'cancelled' ? 'undo' : 'batch');
      await county.quiet();
      expect(await statesOf()).toMatchObject({ recommended: BATCH });
    }
    // Else the races were none.
    expect(broken).toBeGreaterThan(2);
    say(`undo during a batch: n = 8 batches of ${BATCH}, ${broken} ended early, all taken back`);
  });

  it(`has one outcome in each of ${SMALL_RACES} races with a batch of one chunk`, async () => {
    const { client } = county.people.approver;
    let early = 0;
    const moments = race(random, { undo: 120, batch: 1 });
    for (let at = 0; at < SMALL_RACES; at += 1) {
      const filter = { ...waiting, q: `XC000${String((at % 200) + 1).padStart(3, '0')}` };
      const seen = await lookAt(client, filter);
      expect(seen.count).toBe(SMALL);
      const { body: batch } = await startBulk(client, { verb: 'approve' }, filter, seen);
      await moments.start('undo');
      const undone = await client.post<BulkReviewRow & Refusal>(`/api/bulk-reviews/${batch.id}/undo`, {
        note: 'Stop.',
      });
      expect(undone.status, JSON.stringify(undone.body)).toBe(202);
      const ended = await bulkDone(client, batch.id);
      if (undone.body.id === batch.id) expect(ended).toMatchObject({ state: 'cancelled', done: 0 });
      else expect(await bulkDone(client, undone.body.id)).toMatchObject({ state: 'done', count: SMALL, skipped: 0 });
      if (ended.state === 'cancelled') early += 1;
      moments.won(ended.state === 'cancelled' ? 'undo' : 'batch');
    }
    await county.quiet();
    expect(await statesOf()).toMatchObject({ recommended: BATCH });
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(SMALL_RACES);
    say(`undo against a chunk: n = ${SMALL_RACES} races, ${early} ended before it, the others taken back after it`);
  });
});
