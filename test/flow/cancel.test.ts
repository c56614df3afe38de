import { afterAll, beforeAll, expect } from 'vitest';
import type { AuditExportRow, ConvictionFilter, ImportRow, Refusal, Role, Work } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { bulkDone, convictionsOf, decideAll, lookAt, startBulk } from './deciding.ts';
import { hold, waitingSessions } from './holding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';
import { filesOf } from './stand.ts';

const staff = {
  ...{ reviewer: ['reviewer'], approver: ['approver'], auditor: ['compliance'] },
} as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff | 'admin') => county.people[name].client;
const superUrl = () => installation.database.superUrl;
const cancel = (name: keyof typeof staff | 'admin', id: string) =>
  who(name).post<Work & Refusal>(`/api/work/${id}/cancel`);
const countIn = async (filter: ConvictionFilter) => (await lookAt(who('reviewer'), filter)).count;

/** Starts something, stops it in the middle by a lock, cancels it there, and lets it go on; answers when nothing waits. */
async function cancelledIn(
  lock: string,
  by: keyof typeof staff | 'admin',
  start: () => Promise<string>,
): Promise<Work> {
  const held = await hold(superUrl(), lock);
  const id = await start();
  await until(() => waitingSessions(superUrl()));
  const answer = cancel(by, id);
  // What cancels may have to wait for the same lock.
  await Promise.race([answer, until(async () => (await waitingSessions(superUrl())) > 1)]);
  await held.release();
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(200);
  await until(async () => (await waitingSessions(superUrl())) === 0);
  return body;
}

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'MODOC', staff });
  await publishPolicy(who('admin'), 'prop64-dismiss-all');
});
afterAll(async () => {
  expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('work that is cancelled', (step) => {
  step('an import before it counts leaves nothing behind', async () => {
    const { body } = await who('admin').upload((await sampleFile({ county: 'MARIN', rows: 100, seed: 13 })).path);
    await until(async () => (await who('admin').get<ImportRow>(`/api/imports/${body.id}`)).body.state === 'waiting');
    expect(filesOf(installation, county.id).length).toBe(1);
    const work = (await cancel('admin', body.id)).body;
    expect(work).toMatchObject({ kind: 'import', state: 'cancelled' });
    const [left] = await query<{ rows: number }>(
      superUrl(),
      `SELECT (SELECT count(*) FROM history_part)::int + (SELECT count(*) FROM import_person)::int AS rows`,
    );
    expect(left?.rows).toBe(0);
    expect(filesOf(installation, county.id)).toEqual([]);
    expect((await cancel('admin', work.id)).body.code).toMatch(/not_cancellable$/);
  });

  step('an import that counts is refused, and goes on', async () => {
    const held = await hold(superUrl(), `LOCK TABLE person IN SHARE MODE`);
    const { body } = await who('admin').upload(await manyConvictions('MODOC', 2_500));
    await until(() => waitingSessions(superUrl(), 'person'));
    expect((await cancel('admin', body.id)).body.code).toBe('import_not_cancellable');
    await held.release();
    await until(async () => (await countIn(open)) === 2_500);
  });

  step('a bulk review keeps what was decided, and leaves the rest as it was', async () => {
    const seen = await lookAt(who('reviewer'), open);
    const [last] = await query<{ id: string }>(superUrl(), `SELECT id FROM conviction ORDER BY id DESC LIMIT 1`);
    // The last chunk waits for one conviction of it; the others are decided.
    const held = await hold(superUrl(), `SELECT 1 FROM conviction WHERE id = $1 FOR NO KEY UPDATE`, [last?.id]);
    const { body: started } = await startBulk(who('reviewer'), dismissal, open, seen);
    await until(async () => (await countIn({ state: ['recommended'] })) === 2_000);
    expect((await cancel('auditor', started.id)).status).toBe(403);
    const { body } = await cancel('reviewer', started.id);
    expect(body).toMatchObject({ state: 'cancelled', done: 2_000, total: 2_500 });
    await held.release();
    await until(async () => (await waitingSessions(superUrl())) === 0);
    const review = await bulkDone(who('reviewer'), started.id);
    expect(review).toMatchObject({ state: 'cancelled', count: 2_500, done: 2_000 });
    expect([await countIn({ state: ['recommended'] }), await countIn(open)]).toEqual([2_000, 500]);
    expect((await convictionsOf(who('reviewer'), open)).every(({ decision }) => decision === null)).toBe(true);
    // The rest is decided as a set of its own, and what was done can be withdrawn as one.
    await decideAll(who('reviewer'), dismissal, open);
    expect(await decideAll(who('reviewer'), { verb: 'withdraw' }, { state: ['recommended'] })).toMatchObject({
      ...{ count: 2_500, done: 2_500, skipped: 0 },
    });
  });

  step(
    'work that is cancelled a bulk review that is done but for being closed is not cancelled, and ends as done',
    async () => {
      await decideAll(who('reviewer'), dismissal, open);
      const done = await decideAll(who('reviewer'), { verb: 'withdraw' }, { state: ['recommended'] });
      // As if whoever closes it had not come to it yet: every part of it has had its turn.
      await query(superUrl(), `UPDATE work SET state = 'running', finished_at = NULL, updated_at = $2 WHERE id = $1`, [
        ...[done.id, new Date()],
      ]);
      const { status, body } = await cancel('reviewer', done.id);
      expect([status, body.code]).toEqual([409, 'work_not_cancellable']);
      expect(await bulkDone(who('reviewer'), done.id)).toMatchObject({ state: 'done', done: 2_500, count: 2_500 });
    },
  );

  step('an evaluation keeps what was determined; the next one determines the rest', async () => {
    const work = await cancelledIn('LOCK TABLE determination IN SHARE MODE', 'admin', async () => {
      await who('admin').post('/api/policies', { preset: 'la-2020' });
      const running = listOf('/api/work', { filter: { state: 'running', kind: 'evaluation' } });
      return (await who('admin').get<Work[]>(running)).body[0]?.id ?? '';
    });
    expect(work).toMatchObject({ kind: 'evaluation', state: 'cancelled' });
    const underNew = () =>
      query<{ n: number }>(superUrl(), `SELECT count(*)::int AS n FROM determination WHERE policy_version = 2`);
    expect((await underNew())[0]?.n).toBeLessThan(2_500);
    await publishPolicy(who('admin'), 'prop64-dismiss-all');
    await until(async () => (await countIn(open)) === 2_500);
  });

  step('an export leaves no file', async () => {
    const { body: first } = await who('auditor').post<AuditExportRow>('/api/audit-exports', {
      filter: {},
      purpose: 'One',
    });
    const stateOf = async (id: string) =>
      (await who('auditor').get<AuditExportRow>(`/api/audit-exports/${id}`)).body.state;
    await until(async () => (await stateOf(first.id)) === 'done');
    const before = filesOf(installation, county.id);
    // As if it stopped in the middle: what is left begins anew, once nothing can be read.
    const start = async () => {
      await query(superUrl(), `UPDATE work SET state = 'running', done = 0, finished_at = NULL WHERE id = $1`, [
        first.id,
      ]);
      return first.id;
    };
    const work = await cancelledIn('LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE', 'auditor', start);
    expect(await stateOf(work.id)).toBe('cancelled');
    // Of what was being written nothing is left.
    await until(() => filesOf(installation, county.id).filter((name) => !before.includes(name)).length === 0);
  });

  step('is on the log with how far it came', async () => {
    const entries = await query<{ detail: object }>(
      superUrl(),
      `SELECT convert_from(bytes, 'UTF8')::jsonb -> 'detail' AS detail FROM audit_entry
        WHERE county_id = $1 AND action = 'work.cancel' AND outcome = 'success' ORDER BY seq`,
      [county.id],
    );
    expect(entries.map(({ detail }) => (detail as { kind: string }).kind)).toEqual([
      ...['import', 'bulk_review', 'evaluation', 'audit_export'],
    ]);
    expect(entries[1]?.detail).toEqual({ kind: 'bulk_review', done: 2_000, total: 2_500 });
  });
});
