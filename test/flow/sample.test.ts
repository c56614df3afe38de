import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { boundOfGroup, meaningOf, sampleSize, type ConvictionFilter, type Like, type Role } from '@clearance/contract';
import { drawSample as draw } from '../../libs/clearance/src/approve/sample/draw.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import {
  bulkDone,
  convictionsOf,
  decideAll,
  drawSample,
  find,
  findAllGood,
  findUnseen,
  lookAt,
  recommend,
  startBulk,
  viewOf,
} from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = {
  ...{ reviewer: ['reviewer'], colleague: ['reviewer'], approver: ['approver'], second: ['approver'] },
} as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const waiting: ConvictionFilter = { state: ['recommended'], decision: ['dismiss'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;
const approval = { verb: 'approve' } as const;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff) => county.people[name].client;
const entriesOf = async (action: string) =>
  (
    await query<{ said: { target: { id: string }; detail: Record<string, unknown>; outcome: string } }>(
      installation.database.superUrl,
      `SELECT convert_from(bytes, 'UTF8')::jsonb AS said FROM audit_entry WHERE county_id = $1 AND action = $2 ORDER BY seq`,
      [county.id, action],
    )
  ).map(({ said }) => said);

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'PLUMAS', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, await manyConvictions('PLUMAS', 400));
  await decideAll(who('reviewer'), dismissal, open);
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('the sample of a bulk approval', (step) => {
  step('a bulk approval is refused without a sample, and with one that is not looked at', async () => {
    const seen = await lookAt(who('approver'), waiting);
    expect(seen.count).toBe(400);
    const without = await startBulk(who('approver'), approval, waiting, seen);
    expect([without.status, without.body.code]).toEqual([409, 'sample_required']);
    const { body: sample } = await drawSample(who('approver'), waiting, seen);
    for (const finding of ['good', 'defect']) {
      const unseen = await findUnseen(who('approver'), sample.id, sample.items[0]?.id ?? '', finding, 'Wrong.');
      expect([unseen.status, unseen.body.code]).toEqual([409, 'sample_not_seen']);
    }
    await find(who('approver'), sample.id, sample.items[0]?.id ?? '', 'good');
    const unfinished = await startBulk(who('approver'), approval, waiting, seen);
    expect([unfinished.status, unfinished.body.code]).toEqual([409, 'sample_unfinished']);
    expect(unfinished.body.details).toEqual({ left: sample.items.length - 1, size: sample.items.length });
  });

  step('a bulk approval is refused with somebody else’s sample, and hers cannot be seen', async () => {
    const seen = await lookAt(who('second'), waiting);
    const { body: hers } = await drawSample(who('approver'), waiting, seen);
    const refused = await startBulk(who('second'), approval, waiting, seen);
    expect([refused.status, refused.body.code]).toEqual([409, 'sample_required']);
    expect((await who('second').get(`/api/samples/${hers.id}`)).status).toBe(404);
    expect((await find(who('second'), hers.id, hers.items[0]?.id ?? '', 'good')).status).toBe(404);
    expect((await find(who('approver'), hers.id, county.id, 'good')).status).toBe(404);
  });

  step('a sample has the size that the county asks, or the approver when she asks for more', async () => {
    const seen = await lookAt(who('second'), waiting);
    const { body: sample } = await drawSample(who('second'), waiting, seen, { confidence: 0.8, tolerated: 0.2 });
    // Nobody gets by with less than the county asks: fewer than 5% at 95%, which takes 55 of 400.
    expect(sample).toMatchObject({ count: 400, overrides: 0, drawn: 55, left: 55, confidence: 0.95, tolerated: 0.05 });
    const { body: larger } = await drawSample(who('second'), waiting, seen, { tolerated: 0.02 });
    expect(larger.id).toBe(sample.id);
    expect(larger.drawn).toBe(sampleSize(400, { confidence: 0.95, tolerated: 0.02 }));
    const ids = new Set(larger.items.map(({ id }) => id));
    expect(sample.items.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  step('a sample is the same however often it is asked for, and another for another approver', async () => {
    const seen = await lookAt(who('approver'), waiting);
    const asked = () => drawSample(who('approver'), waiting, seen);
    const answers = (await Promise.all([asked(), asked(), asked()])).map(({ body }) => body);
    const ids = answers.map(({ items }) => items.map(({ id }) => id).sort());
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    const { body: other } = await drawSample(who('second'), waiting, await lookAt(who('second'), waiting));
    expect(other.id).not.toBe(answers[0]?.id);
    expect(other.items.map(({ id }) => id).sort()).not.toEqual(ids[0]);
  });

  step('a sample is refused on a set that moved, and to whoever may not approve', async () => {
    const seen = await lookAt(who('approver'), waiting);
    const moved = await drawSample(who('approver'), waiting, { ...seen, count: 399 });
    expect([moved.status, moved.body.code, moved.body.details]).toEqual([
      ...[409, 'set_moved', { expected: 399, actual: 400 }],
    ]);
    const reviewer = await drawSample(who('reviewer'), waiting, seen);
    expect([reviewer.status, reviewer.body.code]).toEqual([403, 'forbidden']);
  });

  step('a sample goes on with what was looked at when the set moves a little, and says what moved', async () => {
    const seen = await lookAt(who('approver'), waiting);
    const before = await findAllGood(who('approver'), waiting, seen);
    expect(before).toMatchObject({ state: 'finished', left: 0, defects: 0 });
    expect(meaningOf(before)).toMatch(/^You looked at 55 drawn at random from 400 and found nothing wrong\. With 95%/);
    const drawn = new Set(before.items.map(({ id }) => id));
    const undrawn = (await convictionsOf(who('reviewer'), waiting)).filter(({ id }) => !drawn.has(id));
    const [left, other] = [before.items[0]?.id ?? '', undrawn[0]?.id ?? ''];
    await recommend(who('reviewer'), await viewOf(who('reviewer'), left), 'withdraw');
    await recommend(who('reviewer'), await viewOf(who('reviewer'), other), 'withdraw');
    await recommend(who('colleague'), await viewOf(who('colleague'), other), 'dismiss');

    const refused = await startBulk(who('approver'), approval, waiting, seen);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      ...[409, 'set_moved', { expected: 400, actual: 399 }],
    ]);
    const state = await drawSample(who('approver'), open, await lookAt(who('approver'), open));
    expect([state.status, state.body.code]).toEqual([409, 'wrong_state']);
    expect(refused.body.moved).toEqual({
      ...{ left: 2, entered: 1, enteredIds: [other] },
      leftIds: [left, other].sort(),
    });
    const { body: after } = await drawSample(who('approver'), waiting, await lookAt(who('approver'), waiting));
    expect(after.id).not.toBe(before.id);
    const still = after.items.filter(({ finding }) => finding === 'good');
    // The one that left is replaced; the one that another person recommended is a stratum of its own.
    expect(still.length).toBeGreaterThanOrEqual(before.items.length - 2);
    expect(after.items.some(({ id }) => id === other)).toBe(true);
    expect(after.left).toBeLessThanOrEqual(3);
  });

  step(
    'a sample can be drawn again by an auditor once an approval has revealed its seed, which was bound before',
    async () => {
      const filter = { ...waiting, recommenderId: [county.people.reviewer.memberId] };
      const seen = await lookAt(who('approver'), filter);
      const sample = await findAllGood(who('approver'), filter, seen);
      const { status, body } = await startBulk(who('approver'), approval, filter, seen);
      expect(status).toBe(202);
      const review = await bulkDone(who('approver'), body.id);
      const { id, count, overrides, drawn, defects, confidence, tolerated, bound } = sample;
      expect(review.sample).toEqual({ id, count, overrides, drawn, defects, confidence, tolerated, bound });
      expect(bound).toEqual(boundOfGroup({ count, overrides, drawn, drawnDefects: 0, overrideDefects: 0 }, confidence));

      const acts = await entriesOf('bulk_review.approve');
      const seed = String(acts.find(({ target }) => target.id === review.id)?.detail['seed']);
      const commitments = (await entriesOf('sample.draw')).filter(({ target }) => target.id === id);
      const hash = createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex');
      expect(commitments.map(({ detail }) => detail['seedHash'])).toEqual([hash]);
      const [stored] = await query<{ members: string[] }>(
        installation.database.superUrl,
        `SELECT members::text[] AS members FROM sample WHERE id = $1`,
        [id],
      );
      const again = draw(Buffer.from(seed, 'hex'), [{ key: 'all', ids: stored?.members ?? [] }], drawn);
      expect(again.map((one) => one.id).sort()).toEqual(sample.items.map((one) => one.id).sort());

      const [entry] = await entriesOf('approval.approve');
      expect(entry?.detail).toEqual({
        ...{ decision: 'dismiss', sample: id, looked: drawn, defects: 0, confidence: '0.95', atMost: bound.count },
      });
    },
  );
  {
    const note = 'The police report names another person.';
    step('a defect waits to be found', async () => {
      // Everything back to the start, as a new file would bring it.
      for (const { id } of (await who('approver').get<{ id: string }[]>('/api/bulk-reviews?filter={"verb":"approve"}'))
        .body) {
        const { body } = await who('approver').post<{ id: string }>(`/api/bulk-reviews/${id}/undo`, { note: 'Again.' });
        await bulkDone(who('approver'), body.id);
      }
      // Two people recommended, so there are two patterns; and four are against the policy.
      await decideAll(
        who('reviewer'),
        { verb: 'withdraw' },
        { ...waiting, recommenderId: [county.people.reviewer.memberId] },
      );
      const all = await convictionsOf(who('reviewer'), open);
      for (const one of all.slice(0, 4)) await recommend(who('colleague'), one, 'exclude', 'Not the same person.');
      for (const one of all.slice(4, 24)) await recommend(who('colleague'), one, 'dismiss');
      await decideAll(who('reviewer'), dismissal, open);
    });

    step(
      'a defect stops the batch and sends back what is like it, in every set; the rest can be approved with a sample of its own',
      async () => {
        const seen = await lookAt(who('approver'), waiting);
        const { body: sample } = await drawSample(who('approver'), waiting, seen);
        const bad = sample.items.find(({ recommendedBy }) => recommendedBy === 'reviewer');
        const refused = await find(who('approver'), sample.id, bad?.id ?? '', 'defect');
        expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
        const told = await who('approver').get<Like>(`/api/convictions/${bad?.id}/like`);
        expect(told.body).toEqual({ count: 375 });
        const { body: stopped } = await find(who('approver'), sample.id, bad?.id ?? '', 'defect', note);
        expect(stopped).toMatchObject({ state: 'stopped', defects: 1, held: 375 });
        // A sample may be thousands long: only the one that it is about comes back.
        expect(stopped.item).toMatchObject({ id: bad?.id, finding: 'defect', findingNote: note });
        expect(stopped).not.toHaveProperty('items');
        expect((await find(who('approver'), sample.id, bad?.id ?? '', 'good')).body.code).toBe('sample_finding_stands');
        const stands = await startBulk(who('approver'), approval, waiting, seen);
        expect(['sample_defects', 'set_moved']).toContain(stands.body.code);

        await until(async () => (await lookAt(who('approver'), waiting)).count === seen.count - 375);
        const back = await viewOf(who('reviewer'), bad?.id ?? '');
        expect(back).toMatchObject({ state: 'returned', decision: 'dismiss' });
        expect(back.acts.at(-1)).toMatchObject({ verb: 'return', note: expect.stringContaining(note) as string });

        const rest = await lookAt(who('approver'), waiting);
        const { body: fresh } = await drawSample(who('approver'), waiting, rest);
        // A new draw: what she found under the old one does not count.
        expect(fresh.left).toBe(fresh.items.length);
        expect((await decideAll(who('approver'), approval, waiting)).sample?.count).toBe(rest.count);
      },
    );

    step(
      'a defect is needed for the smallest set that does not follow the policy, all of which is looked at, and not for one that does',
      async () => {
        const excluded: ConvictionFilter = { state: ['recommended'], decision: ['exclude'] };
        const seen = await lookAt(who('approver'), excluded);
        expect(seen).toMatchObject({ count: 4, unfollowed: 4 });
        const blind = await startBulk(who('approver'), approval, excluded, seen);
        expect([blind.status, blind.body.code]).toEqual([409, 'sample_required']);
        const { body: sample } = await drawSample(who('approver'), excluded, seen);
        expect(sample).toMatchObject({ overrides: 4, drawn: 0, left: 4, bound: { count: 4, share: 1 } });
        await find(who('approver'), sample.id, sample.items[0]?.id ?? '', 'good');
        const half = await startBulk(who('approver'), approval, excluded, seen);
        expect([half.status, half.body.code]).toEqual([409, 'sample_unfinished']);
        await findAllGood(who('approver'), excluded, seen);
        const { status, body } = await startBulk(who('approver'), approval, excluded, seen);
        expect(status).toBe(202);
        expect(await bulkDone(who('approver'), body.id)).toMatchObject({ done: 4, skipped: 0, sample: { count: 4 } });

        const [person] = await convictionsOf(who('reviewer'), { state: ['returned'] });
        const few: ConvictionFilter = { ...waiting, ...(person ? { personId: person.personId } : {}) };
        const hers = (await convictionsOf(who('reviewer'), { ...few, state: ['returned'] })).slice(0, 5);
        for (const each of hers) await recommend(who('reviewer'), each, 'dismiss', 'Read again.');
        const followed = await lookAt(who('approver'), few);
        expect(followed).toMatchObject({ count: hers.length, unfollowed: 0 });
        expect(followed.count).toBeLessThan(11);
        const started = await startBulk(who('approver'), approval, few, followed);
        expect(started.status).toBe(202);
        expect(await bulkDone(who('approver'), started.body.id)).toMatchObject({ done: hers.length, sample: null });
      },
    );
  }
});
