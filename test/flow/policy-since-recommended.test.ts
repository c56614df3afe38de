import { afterAll, beforeAll, expect } from 'vitest';
import type { ConvictionFilter, EvaluationRow, PolicyRow, Refusal } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { bulkDone, convictionsOf, decideAll, drawSample, findAllGood, lookAt, startBulk, viewOf } from './deciding.ts';
import { manyConvictions } from './many-convictions.ts';
import { faultsOf } from './oracle.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const;
/** All of them are felonies from before Proposition 64: the one dismisses every one of them, the other reduces them. */
const [generous, strict] = ['prop64-dismiss-all', 'san-diego-2020'];
const ready: ConvictionFilter = { state: ['evaluated'] };
const waiting: ConvictionFilter = { state: ['recommended'] };
const approval = { verb: 'approve' } as const;

let installation: Installation;
/** The only one, so that nothing is evaluated while it is away. */
let worker: Awaited<ReturnType<typeof anotherWorker>>;
let county: County<keyof typeof staff>;
const who = (name: keyof typeof staff) => county.people[name].client;
const evaluations = async () => (await county.people.admin.client.get<EvaluationRow[]>('/api/evaluations')).body;
const isOver = (version: number) =>
  until(async () => (await evaluations()).some((one) => one.policyVersion === version && one.state === 'done'));

beforeAll(async () => {
  installation = await startInstallation({ workers: 0 });
  worker = await anotherWorker(installation);
  county = await makeCounty(installation, { name: 'PLUMAS', staff });
  await publishPolicy(county.people.admin.client, generous);
  await importFile(county.people.admin.client, await manyConvictions('PLUMAS', 40));
  await decideAll(who('reviewer'), { verb: 'recommend', decision: 'dismiss' }, ready);
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await worker.close();
  await installation.stop();
});

story('a policy that is published after something was recommended', (step) => {
  step('nobody approves what another policy determined before the evaluation has come to it', async () => {
    const seen = await lookAt(who('approver'), waiting);
    expect(seen.relations).toMatchObject({ follows: 40, against: 0 });
    const [one] = await convictionsOf(who('approver'), waiting);
    await worker.close();
    await county.people.admin.client.post<PolicyRow>('/api/policies', { preset: strict });
    const sample = await drawSample(who('approver'), waiting, seen);
    expect([sample.status, sample.body.code]).toEqual([409, 'evaluation_unfinished']);
    const whole = await startBulk(who('approver'), approval, waiting, seen);
    expect([whole.status, whole.body.code, whole.body.details]).toEqual([
      ...[409, 'evaluation_unfinished', { count: 40, total: 40 }],
    ]);
    const alone = await who('approver').post<Refusal>(`/api/convictions/${one?.id}/approvals`, {
      ...{ version: one?.version, verdict: 'approve' },
    });
    expect([alone.status, alone.body.code]).toEqual([409, 'evaluation_unfinished']);
    const { body: stats } = await who('approver').get<{ policy: unknown; problems: { says: string }[] }>('/api/stats');
    expect(stats.policy).toMatchObject({ version: 2, behind: 40 });
    worker = await anotherWorker(installation);
    await isOver(2);
  });

  step('a recommendation stays, and is shown beside what the policy says now', async () => {
    const seen = await lookAt(who('approver'), waiting);
    expect(seen).toMatchObject({
      count: 40,
      unfollowed: 40,
      relations: { against: 40 },
      outcomes: { reduce: 40 },
    });
    const [one] = await convictionsOf(who('approver'), waiting);
    const view = await viewOf(who('approver'), one?.id ?? '');
    expect(view).toMatchObject({
      decision: 'dismiss',
      outcome: 'reduce',
      policyVersion: 2,
      state: 'recommended',
    });
    const { body: sample } = await drawSample(who('approver'), waiting, seen);
    // None of them follows the policy any more, so each is looked at.
    expect(sample).toMatchObject({ overrides: 40, drawn: 0, left: 40 });
  });

  step('what is returned is reviewed under the policy that holds', async () => {
    const [one] = await convictionsOf(who('approver'), waiting);
    const alone: ConvictionFilter = { ...waiting, personId: one?.personId ?? '' };
    await decideAll(who('approver'), { verb: 'return', note: 'The policy says otherwise now.' }, alone);
    expect(await viewOf(who('reviewer'), one?.id ?? '')).toMatchObject({ state: 'returned', outcome: 'reduce' });
  });

  step('an approval that is taken back stands before the next approver as the policy sees it now', async () => {
    await publishPolicy(county.people.admin.client, generous);
    await isOver(3);
    await decideAll(who('approver'), approval, waiting);
    const [alone] = await convictionsOf(who('approver'), { state: ['approved'] });
    await publishPolicy(county.people.admin.client, strict);
    await isOver(4);
    // What two people decided stands under what they decided it on.
    expect(await viewOf(who('approver'), alone?.id ?? '')).toMatchObject({ outcome: 'dismiss', policyVersion: 3 });
    const { body: home } = await who('approver').get<{ problems: { says: string }[] }>('/api/stats');
    expect(home.problems.map(({ says }) => says)).toContain(
      '39 approvals that are not released yet follow an earlier version of the policy or of this program, and the present one says otherwise.',
    );
    await who('approver').post(`/api/convictions/${alone?.id}/undo`, { version: alone?.version, note: 'Again.' });
    expect(await viewOf(who('approver'), alone?.id ?? '')).toMatchObject({ outcome: 'reduce', policyVersion: 4 });
    const [batch] = (await who('approver').get<{ id: string }[]>('/api/bulk-reviews?filter={"verb":"approve"}')).body;
    const { body } = await who('approver').post<{ id: string }>(`/api/bulk-reviews/${batch?.id}/undo`, {
      note: 'Again.',
    });
    await bulkDone(who('approver'), body.id);
    expect(await lookAt(who('approver'), waiting)).toMatchObject({ count: 39, relations: { against: 39 } });
  });

  step(
    'a policy that is published in the middle of a bulk approval leaves alone what had not had its turn',
    async () => {
      const seen = await lookAt(who('approver'), waiting);
      await findAllGood(who('approver'), waiting, seen);
      await worker.close();
      const { status, body } = await startBulk(who('approver'), approval, waiting, seen);
      expect(status).toBe(202);
      await county.people.admin.client.post<PolicyRow>('/api/policies', { preset: generous });
      worker = await anotherWorker(installation);
      expect(await bulkDone(who('approver'), body.id)).toMatchObject({ count: 39, skipped: 39 });
      await isOver(5);
      expect(await lookAt(who('approver'), waiting)).toMatchObject({ count: 39, relations: { follows: 39 } });
    },
  );

  step('every act on the log names the policy under which it was decided', async () => {
    const acts = await query<{ action: string; versions: (string | null)[] }>(
      installation.database.superUrl,
      `SELECT action, array_agg(DISTINCT convert_from(bytes, 'UTF8')::jsonb ->> 'policyVersion') AS versions
       FROM (SELECT action, bytes FROM audit_entry WHERE county_id = $1 AND action ~ '^(recommendation|approval)\\.') AS e
      GROUP BY action ORDER BY action`,
      [county.id],
    );
    expect(acts.map(({ action, versions }) => `${action} ${versions.join(' ')}`)).toEqual([
      'approval.approve 3',
      'approval.return 2',
      'approval.undo 3',
      'recommendation.record 1',
    ]);
  });
});
