import { afterAll, beforeAll, expect } from 'vitest';
import type {
  BulkReviewRow,
  ConvictionFilter,
  ConvictionView,
  CountySettings,
  Refusal,
  Role,
  Work,
} from '@clearance/contract';
import type { Client } from '../support/client.ts';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { ReleaseSweep } from '../../libs/clearance/src/release/release-sweep.ts';
import { bulkDone, convictionsOf, decideAll, judge, lookAt, recommend, viewOf } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = {
  ...{ reviewer: ['reviewer'], approver: ['approver'], second: ['approver'], auditor: ['compliance'] },
  both: ['reviewer', 'approver'],
} as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const waiting: ConvictionFilter = { state: ['recommended'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff | 'admin') => county.people[name].client;
const superUrl = () => installation.database.superUrl;
const undo = (client: Client, seen: { id: string; version: number }, note = 'Another case of the same day.') =>
  client.post<ConvictionView & Refusal>(`/api/convictions/${seen.id}/undo`, { version: seen.version, note });
const undoBatch = (client: Client, id: string, note = 'Look again.') =>
  client.post<BulkReviewRow & Refusal>(`/api/bulk-reviews/${id}/undo`, { note });
/** How long after its approval each of these can be taken back, and until when. */
const given = async (ids: readonly string[]) =>
  (
    await query<{ hours: number; until: Date }>(
      superUrl(),
      `SELECT extract(epoch FROM c.releases_at - max(a.at))::float8 / 3600 AS hours, c.releases_at AS until
         FROM conviction c JOIN approval a ON a.county_id = c.county_id AND a.conviction_id = c.id AND a.verdict = 'approve'
        WHERE c.id = ANY ($1) GROUP BY c.id, c.releases_at`,
      [ids],
    )
  ).map(({ hours, until }) => ({ hours, until: until.toISOString() }));
/** As if so many hours had gone by for what is approved. */
const later = (hours: number) =>
  query(superUrl(), `UPDATE conviction SET releases_at = releases_at - make_interval(hours => $1)`, [hours]);

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'INYO', staff });
  await publishPolicy(who('admin'), 'prop64-dismiss-all');
  await importFile(who('admin'), await manyConvictions('INYO', 60));
  await decideAll(who('reviewer'), dismissal, open);
});
afterAll(async () => {
  expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('approvals that are taken back', (step) => {
  step(
    'an approval can be taken back for a day, by any approver but whoever recommended it, with a reason',
    async () => {
      const [first] = await convictionsOf(who('approver'), waiting);
      const approved = (await judge(who('approver'), first ?? { id: '', version: 0 }, 'approve')).body;
      expect(await given([approved.id])).toEqual([{ hours: 24, until: approved.releasesAt }]);
      const refusals = [
        await undo(who('approver'), approved, ''),
        await undo(who('reviewer'), approved),
        await undo(who('approver'), { ...approved, version: approved.version - 1 }),
        await undo(who('approver'), { id: county.id, version: 1 }),
      ];
      expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
        [422, 'invalid'],
        [403, 'forbidden'],
        [409, 'conflict'],
        [404, 'not_found'],
      ]);
      const { status, body } = await undo(who('second'), approved);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'recommended', decision: 'dismiss', releasesAt: null });
      expect(body.acts.map(({ verb }) => verb)).toEqual(['recommend', 'approve', 'undo']);
      expect((await undo(who('second'), body)).body.code).toBe('not_undoable');
      // It waits for an approver again.
      expect((await judge(who('second'), body, 'approve')).body.state).toBe('approved');
    },
  );

  step('an approval cannot be taken back, nor given again, by whoever recommended it', async () => {
    const [one] = await convictionsOf(who('both'), waiting);
    await recommend(who('reviewer'), one ?? { id: '', version: 0 }, 'withdraw');
    await recommend(who('both'), await viewOf(who('both'), one?.id ?? ''), 'dismiss');
    const approved = (await judge(who('approver'), await viewOf(who('approver'), one?.id ?? ''), 'approve')).body;
    const refused = await undo(who('both'), approved);
    expect([refused.status, refused.body.code]).toEqual([403, 'own_recommendation']);
    const back = (await undo(who('approver'), approved)).body;
    expect((await judge(who('both'), back, 'approve')).body.code).toBe('own_recommendation');
  });

  step('an approval of another decision can be taken back in the same time and not after it', async () => {
    const [one, two] = await convictionsOf(who('both'), { ...waiting, decision: ['dismiss'], mine: false });
    const excluded: ConvictionView[] = [];
    for (const seen of [one, two]) {
      const id = seen?.id ?? '';
      await recommend(who('reviewer'), await viewOf(who('reviewer'), id), 'withdraw');
      await recommend(who('reviewer'), await viewOf(who('reviewer'), id), 'exclude', 'Not the same person.');
      excluded.push((await judge(who('approver'), await viewOf(who('approver'), id), 'approve')).body);
    }
    const [first, second] = excluded as [ConvictionView, ConvictionView];
    expect(first.state).toBe('excluded');
    expect((await undo(who('approver'), first)).body.state).toBe('recommended');
    await query(superUrl(), `UPDATE conviction SET releases_at = now() - interval '1 second' WHERE id = $1`, [
      second.id,
    ]);
    const { body, status } = await undo(who('approver'), second);
    expect([status, body.code]).toEqual([409, 'released_already']);
    expect((await viewOf(who('approver'), second.id)).releasesAt).toBeNull();
  });
  {
    let batch: BulkReviewRow;
    const others: ConvictionFilter = { ...waiting, decision: ['dismiss'], recommenderId: [] };
    step('a bulk approval is made', async () => {
      others.recommenderId = [county.people.reviewer.memberId];
      batch = await decideAll(who('approver'), { verb: 'approve' }, others);
    });

    step('a bulk approval tells until when it can be taken back, and how much of it', async () => {
      expect(batch.undoable).toBe(batch.count);
      const those = await convictionsOf(who('second'), { bulkReviewId: batch.id });
      const times = await given(those.map(({ id }) => id));
      expect(new Set(times.map(({ hours }) => hours))).toEqual(new Set([24]));
      // The batch is sure to be undone as a whole for a day from when it began; each of its convictions is decided after that.
      expect(Date.parse(batch.releasesAt ?? '') - Date.parse(batch.createdAt)).toBe(24 * 3_600_000);
      for (const { until } of times) expect(until >= (batch.releasesAt ?? '')).toBe(true);
      const list = await who('second').get<BulkReviewRow[]>(
        listOf('/api/bulk-reviews', { filter: { verb: 'approve' } }),
      );
      expect(list.body[0]).toMatchObject({ id: batch.id, undoable: batch.count, releasesAt: batch.releasesAt });
    });

    step('a bulk approval is taken back as a whole, but for what somebody took back before', async () => {
      const [one] = await convictionsOf(who('second'), { bulkReviewId: batch.id });
      await undo(who('second'), one ?? { id: '', version: 0 });
      // And approved again by herself: that is another approval than the one of the batch.
      const alone = (await judge(who('second'), await viewOf(who('second'), one?.id ?? ''), 'approve')).body;
      expect(alone.state).toBe('approved');
      const { status, body } = await undoBatch(who('second'), batch.id);
      expect(status).toBe(202);
      const undone = await bulkDone(who('second'), body.id);
      expect(undone).toMatchObject({
        verb: 'undo',
        count: batch.count - 1,
        skipped: 0,
        undoes: batch.id,
        note: 'Look again.',
      });
      expect((await viewOf(who('second'), alone.id)).state).toBe('approved');
      expect((await undo(who('second'), alone)).status).toBe(200);
      const waitsAgain = await lookAt(who('second'), others);
      expect(waitsAgain.count).toBe(batch.count);
      expect(waitsAgain.takenBack).toEqual([
        { note: 'Look again.', count: batch.count - 1 },
        { note: 'Another case of the same day.', count: 1 },
      ]);
      expect((await undoBatch(who('second'), batch.id)).body.code).toBe('not_undoable');
      const again = await decideAll(who('second'), { verb: 'approve' }, others);
      expect(again).toMatchObject({ count: batch.count, skipped: 0 });
      expect((await lookAt(who('second'), { bulkReviewId: again.id })).takenBack).toEqual([]);
      batch = again;
    });

    step('a bulk approval is refused to whoever may not approve, and where there is no approval', async () => {
      expect((await undoBatch(who('reviewer'), batch.id)).status).toBe(403);
      expect((await undoBatch(who('approver'), county.id)).status).toBe(404);
      const [recommended] = (
        await who('approver').get<BulkReviewRow[]>(listOf('/api/bulk-reviews', { filter: { verb: 'recommend' } }))
      ).body;
      expect((await undoBatch(who('approver'), recommended?.id ?? '')).body.code).toBe('not_undoable');
    });

    step(
      'a bulk approval a bulk approval is released when the time is over, each with an entry of its own, and cannot be taken back any more',
      async () => {
        for (const worker of installation.workers) await worker.get(ReleaseSweep, { strict: false }).sweep();
        expect((await query(superUrl(), `SELECT 1 FROM work WHERE kind = 'release'`)).length).toBe(0);
        const [changed] = await convictionsOf(who('second'), { bulkReviewId: batch.id });
        await query(superUrl(), `UPDATE conviction SET changed = true WHERE id = $1`, [changed?.id]);
        await later(24);
        await until(async () => (await lookAt(who('approver'), { state: ['released'] })).count >= batch.count - 1);
        const [released] = await convictionsOf(who('second'), { bulkReviewId: batch.id, state: ['released'] });
        const { status, body } = await undo(who('approver'), released ?? { id: '', version: 0 });
        expect([status, body.code]).toEqual([409, 'released_already']);
        // What a newer file changed meanwhile waits for somebody to look at it.
        expect((await viewOf(who('approver'), changed?.id ?? '')).state).toBe('approved');
        expect((await who('approver').get<BulkReviewRow>(`/api/bulk-reviews/${batch.id}`)).body.undoable).toBe(1);
        expect((await undo(who('approver'), await viewOf(who('approver'), changed?.id ?? ''))).body.state).toBe(
          'recommended',
        );
        expect((await undoBatch(who('approver'), batch.id)).body.code).toBe('released_already');

        const entries = await query<{ n: number; actor: string }>(
          superUrl(),
          `SELECT count(*)::int AS n, max(actor_id) AS actor FROM audit_entry
        WHERE county_id = $1 AND action = 'conviction.release' GROUP BY target_id`,
          [county.id],
        );
        expect(entries.length).toBeGreaterThanOrEqual(batch.count - 1);
        expect(new Set(entries.map(({ n, actor }) => `${n} ${actor}`))).toEqual(new Set(['1 system']));
        const work = await until(async () =>
          (await who('admin').get<Work[]>(listOf('/api/work', { filter: { kind: 'release' } }))).body.find(
            ({ state }) => state === 'done',
          ),
        );
        expect(work).toMatchObject({ startedBy: 'The system', unit: 'convictions' });
        expect((await who('admin').post<Refusal>(`/api/work/${work.id}/cancel`)).body.code).toBe(
          'work_not_cancellable',
        );
      },
    );
  }

  step(
    'how long an approval can be taken back is for the administrator to say, from nothing to a week, and on the log with what it was',
    async () => {
      const settings = async () => (await who('auditor').get<CountySettings>('/api/settings')).body;
      expect(await settings()).toEqual({
        ...{ undoHours: 24, sampleConfidence: 0.95, sampleTolerated: 0.05, peoplePerHour: 1000 },
      });
      for (const undoHours of [-1, 169, 1.5, '24']) {
        expect((await who('admin').put('/api/settings', { undoHours })).status).toBe(422);
      }
      expect((await who('approver').put('/api/settings', { undoHours: 1 })).status).toBe(403);
      expect((await who('admin').put<CountySettings>('/api/settings', { undoHours: 0 })).body.undoHours).toBe(0);
      expect(await settings()).toMatchObject({ undoHours: 0 });
      const [entry] = await query<{ said: object }>(
        superUrl(),
        `SELECT convert_from(bytes, 'UTF8')::jsonb AS said FROM audit_entry WHERE action = 'county.change_setting' AND county_id = $1`,
        [county.id],
      );
      expect(entry?.said).toMatchObject({ stateBefore: '24', stateAfter: '0', detail: { setting: 'undoHours' } });
    },
  );

  step('how long an approval can be taken back holds for approvals made after it', async () => {
    const [one] = await convictionsOf(who('approver'), waiting);
    const { body } = await judge(who('approver'), one ?? { id: '', version: 0 }, 'approve');
    // With no time to take it back none is offered, and none given, before it is released either.
    expect(body).toMatchObject({ state: 'approved', releasesAt: null });
    const refused = await undo(who('approver'), body);
    expect(refused.status).toBe(409);
    await until(async () => (await viewOf(who('approver'), one?.id ?? '')).state === 'released');
  });
});
