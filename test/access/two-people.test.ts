import { randomUUID } from 'node:crypto';
import type {
  BulkReviewBody,
  BulkReviewRow,
  ConvictionRow,
  ConvictionSet,
  ConvictionView,
  MemberRow,
  Refusal,
  Role,
} from '@clearance/contract';
import { abilityFor, mayApprove, packAbility, unpackAbility } from '@clearance/contract';
import { subject } from '@casl/ability';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { sized } from '../../libs/audit/testing/full-size.ts';
import { decideApproval } from '../../libs/clearance/src/approve/approve.ts';
import { listOf, signIn, type Client } from '../support/client.ts';
import { hire, importFile, makeCounty, PASSWORD, publishPolicy, type County, type Person } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';

const both: readonly Role[] = ['reviewer', 'approver'];
const staff = { reviewer: ['reviewer'], other: ['reviewer'], both, second: ['approver'], third: ['approver'] } as const;
const RACES = sized(20, 900);

describe('nobody approves what they recommended:', () => {
  let installation: Installation;
  let county: County<keyof typeof staff>;
  let waiting: ConvictionRow[];

  beforeAll(async () => {
    installation = await startInstallation();
    county = await makeCounty(installation, { name: 'YOLO', staff });
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    await importFile(
      county.people.admin.client,
      (await sampleFile({ county: 'YOLO', rows: sized(3_000, 60_000), seed: 41 })).path,
    );
    const dismissals = { state: ['evaluated'], outcome: ['dismiss'] };
    const list = listOf('/api/convictions', { filter: dismissals, range: [0, sized(499, 999)] });
    waiting = (await county.people.reviewer.client.get<ConvictionRow[]>(list)).body;
    expect(waiting.length).toBeGreaterThan(RACES + 20);
  });
  afterAll(() => installation?.stop());

  /** The next conviction that nobody has touched. */
  function untouched(): ConvictionRow {
    const next = waiting.pop();
    if (!next) throw new Error('The file has too few convictions for this test.');
    return next;
  }
  async function recommend(by: Client, { id, version }: { id: string; version: number }, decision = 'dismiss') {
    const act = { version, decision, note: 'It was asked for.' };
    const { status, body } = await by.post<ConvictionView>(`/api/convictions/${id}/recommendations`, act);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  }
  const approve = (by: Client, { id, version }: { id: string; version: number }, verdict = 'approve') =>
    by.post<ConvictionView & Refusal>(`/api/convictions/${id}/approvals`, { version, verdict, note: 'Because.' });
  const approvalsOf = (id: string) =>
    query<{ approver_id: string; verdict: string }>(
      installation.database.superUrl,
      'SELECT approver_id, verdict FROM approval WHERE conviction_id = $1',
      [id],
    );
  async function refused(by: Client, conviction: { id: string; version: number }) {
    for (const verdict of ['approve', 'return']) {
      const answer = await approve(by, conviction, verdict);
      expect(answer).toMatchObject({ status: 403, body: { code: 'own_recommendation' } });
    }
    expect(await approvalsOf(conviction.id)).toEqual([]);
  }

  describe('the permission rules refuse alone', () => {
    const me = { memberId: randomUUID(), roles: both };

    it('what the same person recommended, in this round or an earlier one', () => {
      expect(mayApprove(me, ['her'])).toBe(true);
      expect(mayApprove(me, [me.memberId])).toBe(false);
      expect(mayApprove(me, [me.memberId, 'her'])).toBe(false);
      expect(mayApprove({ ...me, roles: ['reviewer'] }, ['her'])).toBe(false);
    });

    it('after they were packed for the console and unpacked there', () => {
      const unpacked = unpackAbility(packAbility(abilityFor(me)));
      const recommendedBy = (...recommenderIds: string[]) => subject('conviction', { recommenderIds });
      expect(unpacked.can('approve', recommendedBy('her'))).toBe(true);
      expect(unpacked.can('approve', recommendedBy('her', me.memberId))).toBe(false);
    });
  });

  it('the use case refuses alone, in its decision, which asks no permission rule', () => {
    const found = {
      state: 'recommended',
      version: 1,
      outcome: 'dismiss',
      decision: 'dismiss',
      historyDigest: 'd',
    } as const;
    const verdict = (recommenderIds: string[]) => () =>
      decideApproval({ ...found, recommenderIds }, 'd', { version: 1, verdict: 'approve' }, 'me');
    expect(verdict(['her'])()).toBe('approved');
    for (const recommenders of [['me'], ['me', 'her'], ['her', 'me']]) {
      expect(verdict(recommenders)).toThrow(expect.objectContaining({ code: 'own_recommendation' }) as Error);
    }
  });

  describe('the database refuses alone', () => {
    interface Forged {
      readonly conviction: string;
      readonly recommendation: string;
      readonly recommender: string;
      readonly approver: string;
    }
    /** Writes an approval as the application's role in the county, past every line of the product, and takes it back. */
    async function write({ conviction, recommendation, recommender, approver }: Forged) {
      let error: { code?: string; constraint?: string; message?: string } | undefined;
      await onServer(installation.database.appUrl, async (client) => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.county_id', $1, true)`, [county.id]);
        const sql = `INSERT INTO approval (county_id, id, conviction_id, round, verdict, recommendation_id, recommender_id, approver_id, history_digest, at)
          VALUES ($1, gen_random_uuid(), $2, 99, 'approve', $3, $4, $5, '', now())`;
        const values = [county.id, conviction, recommendation, recommender, approver];
        error = await client.query(sql, values).then(
          () => undefined,
          (refusal: typeof error) => refusal,
        );
        await client.query('ROLLBACK');
      });
      return error;
    }
    let first: ConvictionRow;
    let own: Forged;
    const recommendationOf = async (conviction: string) =>
      (
        await query<{ id: string }>(
          installation.database.superUrl,
          'SELECT id FROM recommendation WHERE conviction_id = $1 ORDER BY version DESC LIMIT 1',
          [conviction],
        )
      )[0]?.id ?? '';
    beforeAll(async () => {
      const { reviewer } = county.people;
      first = untouched();
      await recommend(reviewer.client, first);
      const recommendation = await recommendationOf(first.id);
      own = { conviction: first.id, recommendation, recommender: reviewer.memberId, approver: reviewer.memberId };
    });

    it('by its CHECK, the approval of the person who recommended', async () => {
      expect(await write(own)).toMatchObject({ code: '23514', constraint: 'two_people', message: /check constraint/ });
    });

    it('by its key, a recommender who did not recommend, and a recommendation of something else', async () => {
      const { other } = county.people;
      expect(await write({ ...own, recommender: other.memberId })).toMatchObject({ code: '23503' });
      expect(await write({ ...own, conviction: untouched().id, approver: other.memberId })).toMatchObject({
        code: '23503',
      });
    });

    it('by its trigger, the approval of somebody who recommended in an earlier round', async () => {
      const { both: earlier, other } = county.people;
      const conviction = untouched();
      const withdrawn = await recommend(earlier.client, await recommend(earlier.client, conviction), 'withdraw');
      await recommend(other.client, withdrawn);
      const recommendation = await recommendationOf(conviction.id);
      const forged = {
        conviction: conviction.id,
        recommendation,
        recommender: other.memberId,
        approver: earlier.memberId,
      };
      expect(await write(forged)).toMatchObject({ code: '23514', message: 'approved by a person who recommended it' });
    });

    it('but takes the approval of somebody else', async () => {
      expect(await write({ ...own, approver: county.people.second.memberId })).toBeUndefined();
    });
  });

  describe('over the API', () => {
    it('not with both roles at once, and the refusal is on the log', async () => {
      const { client, memberId } = county.people.both;
      const recommended = await recommend(client, untouched());
      await refused(client, recommended);
      const onLog = await query<{ outcome: string; actor_id: string }>(
        installation.database.superUrl,
        `SELECT outcome, actor_id FROM audit_entry WHERE target_id = $1 AND outcome = 'refused'`,
        [recommended.id],
      );
      expect(onLog).toEqual([
        { outcome: 'refused', actor_id: memberId },
        { outcome: 'refused', actor_id: memberId },
      ]);
    });

    it('not from a second session', async () => {
      const { client, email } = county.people.both;
      const recommended = await recommend(client, untouched());
      const second = await signIn(installation.base, email, PASSWORD);
      expect(second.cookie).not.toBe(client.cookie);
      await refused(second, recommended);
    });

    it('not after a change of roles in between', async () => {
      const { admin } = county.people;
      const swapped = await hire(installation.base, admin.client, 'swapped@yolo.example', ['reviewer']);
      const recommended = await recommend(swapped.client, untouched());
      expect(await approve(swapped.client, recommended)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      await refused(await withRoles(swapped, ['approver']), recommended);
    });

    async function withRoles(person: Person, roles: readonly Role[]): Promise<Client> {
      const { client } = county.people.admin;
      const member = await client.get<MemberRow>(`/api/members/${person.memberId}`);
      const change = { version: member.body.version, roles };
      expect((await client.put(`/api/members/${person.memberId}`, change)).status).toBe(200);
      return signIn(installation.base, person.email, PASSWORD);
    }

    it('not what they recommended in an earlier round that somebody else took up', async () => {
      const { both: earlier, second, other } = county.people;
      const once = await recommend(earlier.client, untouched());
      const returned = await approve(second.client, once, 'return');
      expect(returned.body).toMatchObject({ state: 'returned' });
      const again = await recommend(other.client, returned.body);
      expect(await approve(earlier.client, again)).toMatchObject({ status: 403, body: { code: 'own_recommendation' } });
      expect((await approvalsOf(again.id)).map(({ verdict }) => verdict)).toEqual(['return']);
    });

    it('not in bulk, where the refusal says how many are their own and nothing is approved', async () => {
      const { both: own, other, second } = county.people;
      const mine = [untouched(), untouched()];
      for (const conviction of mine) await recommend(own.client, conviction);
      for (const conviction of [untouched(), untouched(), untouched()]) await recommend(other.client, conviction);
      const filter = { state: ['recommended' as const] };
      const { body: set } = await own.client.get<ConvictionSet>(listOf('/api/convictions/set', { filter }));
      expect(set.mine).toBeGreaterThanOrEqual(2);
      const act: BulkReviewBody = { verb: 'approve', filter, expectedCount: set.count, digest: set.digest };
      for (const verb of ['approve', 'return'] as const) {
        const answer = await own.client.post<Refusal>('/api/bulk-reviews', { ...act, verb, note: 'All of them.' });
        expect(answer).toMatchObject({
          status: 403,
          body: { code: 'own_recommendation_in_set', details: { count: set.mine, total: set.count } },
        });
      }
      for (const { id } of mine) expect(await approvalsOf(id)).toEqual([]);
      // The others' are approved by the same filter narrowed to them, and her own by somebody else.
      const others = { ...filter, mine: false };
      const { body: rest } = await own.client.get<ConvictionSet>(listOf('/api/convictions/set', { filter: others }));
      await inBulk(own.client, { ...act, filter: others, expectedCount: rest.count, digest: rest.digest });
      for (const { id } of mine) expect(await approvalsOf(id)).toEqual([]);
      const { body: left } = await second.client.get<ConvictionSet>(listOf('/api/convictions/set', { filter }));
      await inBulk(second.client, { ...act, expectedCount: left.count, digest: left.digest });
      for (const { id } of mine)
        expect(await approvalsOf(id)).toEqual([{ approver_id: second.memberId, verdict: 'approve' }]);
    });

    it('and a refusal of their own in bulk is on the log as well', async () => {
      const onLog = await query(
        installation.database.superUrl,
        `SELECT 1 FROM audit_entry WHERE actor_id = $1 AND outcome = 'refused' AND action LIKE 'bulk_review.%'`,
        [county.people.both.memberId],
      );
      expect(onLog).toHaveLength(2);
    });

    async function inBulk(by: Client, act: BulkReviewBody) {
      const started = await by.post<BulkReviewRow>('/api/bulk-reviews', act);
      expect(started.status, JSON.stringify(started.body)).toBe(202);
      return until(
        async () => (await by.get<BulkReviewRow>(`/api/bulk-reviews/${started.body.id}`)).body.state === 'done',
      );
    }
  });

  it(`of two approvers at once one wins and the other is told of the conflict, ${RACES} times`, async () => {
    const { reviewer, second, third } = county.people;
    const outcomes: string[] = [];
    for (let race = 0; race < RACES; race += 1) {
      const recommended = await recommend(reviewer.client, untouched());
      const racers = race % 2 === 0 ? [second, third] : [third, second];
      const answers = await Promise.all(racers.map(({ client }) => approve(client, recommended)));
      outcomes.push(
        answers
          .map(({ status, body }) => (status === 200 ? 'won' : `${status} ${body.code}`))
          .sort()
          .join(', '),
      );
      expect(await approvalsOf(recommended.id)).toHaveLength(1);
    }
    expect(outcomes).toEqual(Array(RACES).fill('409 conflict, won'));
  });

  it('no approval in the whole county is by somebody who recommended it', async () => {
    const found = await query<{ all: number; own: number }>(
      installation.database.superUrl,
      `SELECT count(*)::int AS all, (count(*) FILTER (WHERE EXISTS (
                SELECT 1 FROM recommendation r WHERE r.conviction_id = a.conviction_id AND r.recommender_id = a.approver_id)))::int AS own
         FROM approval a`,
    );
    expect(found).toEqual([{ all: expect.any(Number) as number, own: 0 }]);
    expect(found[0]?.all).toBeGreaterThan(RACES);
    expect(installation.faults).toEqual([]);
  });
});
