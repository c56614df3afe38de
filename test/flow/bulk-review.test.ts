import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ConvictionFilter, ConvictionGroup, Role } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import {
  bulkDone,
  convictionsOf,
  decideAll,
  drawSample,
  findAllGood,
  judge,
  lookAt,
  recommend,
  startBulk,
  viewOf,
} from './deciding.ts';
import { holding, waitingSessions } from './holding.ts';
import { faultsOf } from './oracle.ts';
import { standOf } from './stand.ts';

const staff = {
  ...{ reviewer: ['reviewer'], colleague: ['reviewer'], approver: ['approver'], second: ['approver'] },
  both: ['reviewer', 'approver'],
} as const satisfies Record<string, readonly Role[]>;
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const waiting: ConvictionFilter = { state: ['recommended'] };
const dismissal = { verb: 'recommend', decision: 'dismiss' } as const;

let installation: Installation;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff) => county.people[name].client;
const stand = () => standOf(installation, county.id);
const approvals = () =>
  query<{ times: number; n: number }>(
    installation.database.superUrl,
    `SELECT times, count(*)::int AS n FROM (
       SELECT count(*)::int AS times FROM approval WHERE county_id = $1 GROUP BY conviction_id) AS t GROUP BY 1`,
    [county.id],
  );

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'SUTTER', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, (await sampleFile({ county: 'SUTTER', rows: 3_000, seed: 82 })).path);
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('decisions on sets', (step) => {
  {
    const [read, justice, policy] = ['Read by hand: qualifies.', 'In the interest of justice.', 'As the policy says.'];
    const hers = (): ConvictionFilter => ({
      state: ['recommended'],
      recommenderId: [county.people.colleague.memberId],
    });
    step('a set that waits for an approver is recommended', async () => {
      const colleague = who('colleague');
      const undecided = await convictionsOf(colleague, { state: ['evaluated'], outcome: ['needs_review'] });
      const fit = await convictionsOf(colleague, open);
      for (const one of undecided.slice(0, 2)) await recommend(colleague, one, 'dismiss', read);
      for (const one of fit.slice(0, 1)) await recommend(colleague, one, 'reduce', read);
      for (const one of fit.slice(1, 4)) await recommend(colleague, one, 'reduce', justice);
      for (const one of fit.slice(4, 6)) await recommend(colleague, one, 'dismiss', policy);
    });

    step(
      'a set that waits for an approver tells her what was written and how often, what the policy determined, and what does not follow it',
      async () => {
        const set = await lookAt(who('approver'), hers());
        expect(set).toMatchObject({
          ...{ count: 8, outcomes: { needs_review: 2, dismiss: 6 }, saidInAll: 4 },
          relations: { follows: 2, against: 4, undecided: 2 },
        });
        expect(set.said).toEqual([
          { note: justice, decision: 'reduce', outcome: 'dismiss', count: 3 },
          { note: policy, decision: 'dismiss', outcome: 'dismiss', count: 2 },
          { note: read, decision: 'dismiss', outcome: 'needs_review', count: 2 },
          { note: read, decision: 'reduce', outcome: 'dismiss', count: 1 },
        ]);
        expect(await lookAt(who('approver'), open)).toMatchObject({
          said: [],
          saidInAll: 0,
          relations: { follows: 0 },
        });
      },
    );

    step(
      'a set that waits for an approver has her look at all that does not follow the policy, and draws from what does',
      async () => {
        const { body: sample } = await drawSample(who('approver'), hers(), await lookAt(who('approver'), hers()));
        expect(sample).toMatchObject({ count: 8, overrides: 6 });
        const drawn = sample.items.filter(({ why }) => why === 'drawn');
        expect(drawn.map(({ decision, outcome }) => `${decision} ${outcome}`)).toEqual(
          drawn.map(() => 'dismiss dismiss'),
        );
      },
    );

    step('a set that waits for an approver is remembered with what it was made of, however it goes on', async () => {
      const { sections } = await lookAt(who('approver'), hers());
      const withdrawn = await decideAll(who('colleague'), { verb: 'withdraw' }, hers());
      expect(withdrawn).toMatchObject({ count: 8, sections, decisions: { dismiss: 4, reduce: 4 } });
      const again = await decideAll(who('colleague'), { ...dismissal, note: read }, { bulkReviewId: withdrawn.id });
      const { body: page } = await who('approver').get<{ id: string; sections: object }[]>('/api/bulk-reviews');
      expect(page.find(({ id }) => id === again.id)?.sections).toEqual(sections);
    });

    step('a set that waits for an approver is withdrawn again', async () => {
      await decideAll(who('colleague'), { verb: 'withdraw' }, hers());
    });
  }

  step(
    'a decision on a set is refused and does nothing when the set moved between looking and acting, and says by how much',
    async () => {
      const seen = await lookAt(who('reviewer'), open);
      const [first] = await convictionsOf(who('colleague'), open);
      await recommend(who('colleague'), first ?? { id: '', version: 0 }, 'dismiss');
      const before = await stand();
      const refused = await startBulk(who('reviewer'), dismissal, open, seen);
      expect([refused.status, refused.body.code]).toEqual([409, 'set_moved']);
      expect(refused.body.details).toEqual({ expected: seen.count, actual: seen.count - 1 });
      expect(refused.body.moved).toBeUndefined();
      expect(await stand()).toEqual(before);
    },
  );

  step(
    'a decision on a set is refused and does nothing when as many convictions are there, but not as they were seen',
    async () => {
      const [first] = await convictionsOf(who('colleague'), waiting);
      const seen = await lookAt(who('reviewer'), waiting);
      await recommend(who('colleague'), first ?? { id: '', version: 0 }, 'withdraw');
      const { id, version } = await viewOf(who('colleague'), first?.id ?? '');
      await recommend(who('colleague'), { id, version }, 'dismiss');
      const before = await stand();
      const refused = await startBulk(who('approver'), { verb: 'approve' }, waiting, seen);
      expect([refused.status, refused.body.code, refused.body.details]).toEqual([
        ...[409, 'set_moved', { expected: seen.count, actual: seen.count }],
      ]);
      expect(await stand()).toEqual(before);
      await recommend(who('colleague'), await viewOf(who('colleague'), id), 'withdraw');
    },
  );

  step('a decision on a set is refused and does nothing when nothing matches the filter', async () => {
    const filter = { ...open, court: ['CASC NOWHERE'] };
    const seen = await lookAt(who('reviewer'), filter);
    expect(seen.count).toBe(0);
    const refused = await startBulk(who('reviewer'), dismissal, filter, { ...seen, count: 1 });
    expect([refused.status, refused.body.code]).toEqual([422, 'nothing_matches']);
  });

  step(
    'a decision on a set is refused and does nothing when it needs a reason, another state, another right or another person',
    async () => {
      const before = await stand();
      const mine = await lookAt(who('reviewer'), open);
      const refusals = [
        await startBulk(who('reviewer'), { verb: 'recommend', decision: 'exclude' }, open, mine),
        await startBulk(who('reviewer'), { verb: 'approve' }, open, mine),
        await startBulk(who('approver'), dismissal, open, mine),
        await startBulk(who('approver'), { verb: 'approve' }, open, mine),
        await startBulk(who('approver'), { verb: 'return' }, open, mine),
        await startBulk(who('reviewer'), { verb: 'recommend' }, open, mine),
      ];
      expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
        [422, 'note_required'],
        [403, 'forbidden'],
        [403, 'forbidden'],
        [409, 'wrong_state'],
        [422, 'invalid'],
        [422, 'invalid'],
      ]);
      const after = await stand();
      expect(after).toEqual(before);
    },
  );

  step(
    'a decision on a set is refused and does nothing when some of it was recommended by the same person',
    async () => {
      const [first] = await convictionsOf(who('both'), open);
      await recommend(who('both'), first ?? { id: '', version: 0 }, 'dismiss');
      const seen = await lookAt(who('both'), waiting);
      const refused = await startBulk(who('both'), { verb: 'approve' }, waiting, seen);
      expect([refused.status, refused.body.code]).toEqual([403, 'own_recommendation_in_set']);
      expect(refused.body.details).toEqual({ count: 1, total: seen.count });
      await recommend(who('both'), await viewOf(who('both'), first?.id ?? ''), 'withdraw');
    },
  );

  step('a decision on a set sent twice under one key is one review, also when both come at once', async () => {
    const [court] = (await convictionsOf(who('reviewer'), open)).map((row) => row.section);
    const filter = { ...open, section: [court ?? ''] };
    const [seen, key] = [await lookAt(who('reviewer'), filter), randomUUID()];
    const before = (await stand()).rows.bulk_review;
    const send = () => startBulk(who('reviewer'), dismissal, filter, seen, key);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const id = answers[0]?.body.id ?? '';
    expect(new Set(answers.map(({ body }) => body.id))).toEqual(new Set([id]));
    expect(await bulkDone(who('reviewer'), id)).toMatchObject({ done: seen.count, skipped: 0 });
    expect((await send()).body).toMatchObject({ id, state: 'done' });
    expect((await stand()).rows.bulk_review).toBe(before + 1);
  });

  step('a decision on a set leaves alone, and counts, what one other person decides meanwhile', async () => {
    const ids = (await convictionsOf(who('reviewer'), open)).map(({ id }) => id).sort();
    const [lowest, highest] = [ids[0], ids.at(-1) ?? ''];
    const seen = await lookAt(who('reviewer'), open);
    const { superUrl } = installation.database;
    const id = await holding(
      superUrl,
      `SELECT 1 FROM conviction WHERE id = $1 FOR NO KEY UPDATE`,
      [lowest],
      async () => {
        const { body } = await startBulk(who('reviewer'), dismissal, open, seen);
        await until(() => waitingSessions(superUrl));
        const other = await viewOf(who('colleague'), highest);
        expect((await recommend(who('colleague'), other, 'exclude', 'Not the same person.')).status).toBe(200);
        return body.id;
      },
    );
    const review = await bulkDone(who('reviewer'), id);
    expect(review).toMatchObject({ state: 'done', count: seen.count, done: seen.count, skipped: 1 });
    const decided = await viewOf(who('colleague'), highest);
    expect(decided).toMatchObject({ state: 'recommended', decision: 'exclude' });
    expect(decided.acts.length).toBe(1);
  });

  step('a decision on a set is carried out once when two people start it at the same moment', async () => {
    const filter = { ...waiting, decision: ['dismiss' as const] };
    const seen = await lookAt(who('approver'), filter);
    expect(seen.count).toBeGreaterThan(50);
    for (const name of ['approver', 'second'] as const) await findAllGood(who(name), filter, seen);
    const started = await Promise.all(
      (['approver', 'second'] as const).map((name) => startBulk(who(name), { verb: 'approve' }, filter, seen)),
    );
    expect(started.map(({ status }) => status).filter((status) => status !== 202 && status !== 409)).toEqual([]);
    let approved = 0;
    for (const { status, body } of started) {
      if (status === 409) expect(body.code).toBe('set_moved');
      else approved += await bulkDone(who('approver'), body.id).then(({ count, skipped }) => count - skipped);
    }
    expect(approved).toBe(seen.count);
    expect(await approvals()).toEqual([{ times: 1, n: seen.count }]);
  });

  step(
    'a decision on a set sent back with a note can be recommended and approved again, in a round of its own',
    async () => {
      const returned = await decideAll(who('second'), { verb: 'return', note: 'Say why.' }, waiting);
      expect(returned).toMatchObject({ state: 'done', count: 1, skipped: 0 });
      const [one] = await convictionsOf(who('reviewer'), { state: ['returned'] });
      const back: ConvictionFilter = { state: ['returned'] };
      const said = [{ by: 'second', note: 'Say why.', count: 1 }];
      const set = await lookAt(who('reviewer'), back);
      expect(set.returned).toEqual(said);
      const groups = await who('reviewer').get<ConvictionGroup[]>(listOf('/api/convictions/groups', { filter: back }));
      expect(groups.body.map((group) => group.returned)).toEqual([said]);
      expect(await startBulk(who('reviewer'), dismissal, back, set)).toMatchObject({
        ...{ status: 422, body: { code: 'answer_required', fields: { note: 'needed' } } },
      });
      const answered = await decideAll(who('reviewer'), { ...dismissal, note: 'Because it qualifies.' }, back);
      expect(answered).toMatchObject({ state: 'done', count: 1, skipped: 0 });
      expect((await lookAt(who('reviewer'), waiting)).returned).toEqual([]);
      const again = await viewOf(who('approver'), one?.id ?? '');
      expect((await judge(who('approver'), again, 'approve')).body.state).toBe('approved');
    },
  );
});
