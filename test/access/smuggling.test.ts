import { randomUUID } from 'node:crypto';
import type {
  AuditExportRow,
  BulkReviewRow,
  ConvictionRow,
  ConvictionSet,
  ConvictionView,
  MemberRow,
} from '@clearance/contract';
import { afterAll, beforeAll, expect } from 'vitest';
import { picture } from '../isolation/foreign.ts';
import { listOf, type Client } from '../support/client.ts';
import { hire, importFile, makeCounty, operatorOf, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'], compliance: ['compliance'] } as const;

story('what a body says beside what it may say changes nothing:', (step) => {
  {
    let installation: Installation;
    let county: County<keyof typeof staff>;
    let other: County<keyof typeof staff>;
    let waiting: ConvictionRow[];
    let smuggled: Record<string, unknown>;
    const planted = randomUUID();

    beforeAll(async () => {
      installation = await startInstallation();
      county = await makeCounty(installation, { name: 'YOLO', staff });
      other = await makeCounty(installation, { name: 'NAPA', staff });
      const { admin, reviewer } = county.people;
      await publishPolicy(admin.client, 'prop64-dismiss-all');
      await importFile(admin.client, (await sampleFile({ county: 'YOLO', rows: 1_500, seed: 51 })).path);
      const list = listOf('/api/convictions', {
        filter: { state: ['evaluated'], outcome: ['dismiss'] },
        range: [0, 99],
      });
      waiting = (await reviewer.client.get<ConvictionRow[]>(list)).body;
      const foreign = other.people.reviewer.memberId;
      smuggled = {
        ...{
          county: other.id,
          countyId: other.id,
          county_id: other.id,
          id: planted,
          createdAt: '2001-01-01T00:00:00Z',
        },
        ...{
          role: 'operator',
          actor: { memberId: foreign, roles: ['operator'] },
          memberId: foreign,
          member_id: foreign,
        },
        ...{
          approver: foreign,
          approverId: foreign,
          approver_id: foreign,
          recommenderId: foreign,
          recommender_id: foreign,
        },
        ...{ recommenderIds: [], startedBy: foreign, started_by: foreign, requestedBy: foreign, publishedBy: foreign },
        ...{
          state: 'sealed',
          outcome: 'dismiss',
          round: 7,
          done: 7,
          skipped: 7,
          count: 7,
          digestOf: 'x',
          kind: 'installation',
        },
        ...{
          at: '2001-01-01T00:00:00Z',
          expiresAt: '2099-01-01T00:00:00Z',
          historyDigest: 'forged',
          policyVersion: 99,
        },
        ...{
          ctx: { countyId: other.id },
          constructor: { name: 'x' },
          invitedBy: foreign,
          acceptedAt: '2001-01-01T00:00:00Z',
        },
      };
    });
    afterAll(() => installation?.stop());

    /** The smuggled values and `__proto__` as JSON has it, below the true ones. */
    const withMore = (body: object): object =>
      JSON.parse(
        JSON.stringify({ ...smuggled, ...body }).replace(/^\{/, '{"__proto__":{"roles":["operator"]},'),
      ) as object;
    const sql = <T>(text: string, ...values: unknown[]) => query<T>(installation.database.superUrl, text, values);
    const untouched = () => {
      const next = waiting.pop();
      if (!next) throw new Error('The file has too few convictions for this test.');
      return next;
    };
    async function send<T>(by: Client, method: string, path: string, body: object, status: number): Promise<T> {
      const answer = await by.send<T>(method, path, withMore(body));
      expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBe(status);
      return answer.body;
    }

    step('in a recommendation and an approval', async () => {
      const { reviewer, approver } = county.people;
      const { id, version } = untouched();
      const path = `/api/convictions/${id}`;
      const recommended = await send<ConvictionView>(
        ...([reviewer.client, 'POST', `${path}/recommendations`] as const),
        ...([{ version, decision: 'dismiss' }, 200] as const),
      );
      expect(recommended).toMatchObject({ id, state: 'recommended', version: version + 1, decision: 'dismiss' });
      const approved = await send<ConvictionView>(
        ...([approver.client, 'POST', `${path}/approvals`] as const),
        ...([{ version: version + 1, verdict: 'approve' }, 200] as const),
      );
      expect(approved).toMatchObject({ id, state: 'approved', version: version + 2 });
      const found = await sql(
        `SELECT a.county_id, a.approver_id, a.recommender_id, a.round, a.verdict, a.history_digest = c.history_digest AS true_digest,
              a.at > now() - interval '1 hour' AS just_now
         FROM approval a JOIN conviction c ON c.id = a.conviction_id WHERE a.conviction_id = $1`,
        id,
      );
      expect(found).toEqual([
        {
          ...{ county_id: county.id, approver_id: approver.memberId, recommender_id: reviewer.memberId },
          ...{ round: version + 1, verdict: 'approve', true_digest: true, just_now: true },
        },
      ]);
    });

    step('in the approval of an own recommendation', async () => {
      const { client } = await hire(installation.base, county.people.admin.client, 'both@yolo.example', [
        'reviewer',
        'approver',
      ]);
      const { id, version } = untouched();
      await send(client, 'POST', `/api/convictions/${id}/recommendations`, { version, decision: 'dismiss' }, 200);
      await send(client, 'POST', `/api/convictions/${id}/approvals`, { version: version + 1, verdict: 'approve' }, 403);
    });

    step('in a bulk review', async () => {
      const { reviewer } = county.people;
      const filter = { personId: untouched().personId, state: ['evaluated'] };
      const { body: set } = await reviewer.client.get<ConvictionSet>(listOf('/api/convictions/set', { filter }));
      const act = {
        verb: 'recommend',
        decision: 'dismiss',
        filter,
        expectedCount: set.count,
        digest: set.digest,
        note: 'x',
      };
      const review = await send<BulkReviewRow>(reviewer.client, 'POST', '/api/bulk-reviews', act, 202);
      const found = await sql(
        `SELECT county_id, started_by, roles, count, skipped FROM bulk_review WHERE id = $1`,
        review.id,
      );
      const wanted = {
        county_id: county.id,
        started_by: reviewer.memberId,
        roles: ['reviewer'],
        count: set.count,
        skipped: 0,
      };
      expect(found).toEqual([wanted]);
      // The filter itself takes nothing that it does not know.
      const wider = { ...act, filter: { ...filter, countyId: other.id } };
      expect((await reviewer.client.post('/api/bulk-reviews', wider)).status).toBe(422);
    });

    step('in an invitation and the change of a member', async () => {
      const { admin, approver } = county.people;
      const invited = { emails: ['new@yolo.example'], roles: ['reviewer'] };
      const { id } = await send<{ id: string }>(admin.client, 'POST', '/api/invitations', invited, 201);
      expect(await sql(`SELECT county_id, roles, invited_by, accepted_at FROM invitation WHERE id = $1`, id)).toEqual([
        { county_id: county.id, roles: ['reviewer'], invited_by: admin.memberId, accepted_at: null },
      ]);
      const path = `/api/members/${approver.memberId}`;
      const { body: before } = await admin.client.get<MemberRow>(path);
      const changed = await send<MemberRow>(
        admin.client,
        'PUT',
        path,
        { version: before.version, status: 'active' },
        200,
      );
      expect(changed).toMatchObject({ ...before, version: before.version + 1 });
      await send(admin.client, 'PUT', path, { version: before.version, status: 'active' }, 409);
      await send(admin.client, 'PUT', path, { version: changed.version, roles: ['operator'] }, 422);
    });

    step('in an export, a policy, the creation and the change of a county', async () => {
      const { admin, compliance } = county.people;
      const asked = { filter: {}, purpose: 'The yearly review' };
      const row = await send<AuditExportRow>(compliance.client, 'POST', '/api/audit-exports', asked, 202);
      expect(
        await sql(
          `SELECT county_id, requested_by, expires_at < now() + interval '8 days' AS soon FROM audit_export WHERE id = $1`,
          row.id,
        ),
      ).toEqual([{ county_id: county.id, requested_by: compliance.memberId, soon: true }]);
      const wider = { ...asked, filter: { countyId: other.id } };
      await send(compliance.client, 'POST', '/api/audit-exports', wider, 422);

      const policy = await send<{ id: string }>(admin.client, 'POST', '/api/policies', { preset: 'la-2020' }, 201);
      expect(await sql(`SELECT county_id, version, name, published_by FROM policy WHERE id = $1`, policy.id)).toEqual([
        { county_id: county.id, version: 2, name: 'la-2020', published_by: admin.memberId },
      ]);

      const operator = await operatorOf(installation);
      const wanted = { name: 'LAKE', adminEmail: 'admin@lake.example' };
      const made = await send<{ id: string }>(operator, 'POST', '/api/counties', wanted, 201);
      await send(operator, 'PUT', `/api/counties/${made.id}`, { status: 'suspended' }, 200);
      expect(await sql(`SELECT name, kind, status FROM county WHERE id = $1`, made.id)).toEqual([
        { name: 'LAKE', kind: 'county', status: 'suspended' },
      ]);
    });

    step('in the address of a list, which takes its county from the session alone', async () => {
      const { compliance } = other.people;
      for (const path of ['/api/convictions', '/api/members', '/api/audit-events', '/api/work', '/api/imports']) {
        const plain = await compliance.client.get<unknown[]>(path);
        const query = `?countyId=${county.id}&county_id=${county.id}&county=${county.id}&ctx[countyId]=${county.id}`;
        const asked = await compliance.client.get<unknown[]>(path + query);
        expect(asked.body, path).toEqual(plain.body);
        const headers = { 'x-county-id': county.id, 'x-tenant-id': county.id, 'x-original-url': '/api/counties' };
        expect((await compliance.client.get<unknown[]>(path, headers)).body, path).toEqual(plain.body);
      }
    });

    step('and in the end nothing of it stands in the database, and the other county is as it was', async () => {
      const digests = await picture(installation.database.superUrl, other.id);
      expect(digests['conviction']).toBe('');
      expect(digests['recommendation']).toBe('');
      const ids = await sql<{ table: string }>(
        `SELECT c.relname::text AS "table" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'id'
          AND a.atttypid = 'uuid'::regtype`,
      );
      for (const { table } of ids)
        expect(await sql(`SELECT 1 FROM ${table} WHERE id = $1`, planted), table).toEqual([]);
      expect(ids.length).toBeGreaterThan(10);
    });
  }
});
