import { randomUUID } from 'node:crypto';
import { errorCodes, type ErrorCode, type Role } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BootCheck } from '../../libs/platform/src/index.ts';
import { decideAll } from '../flow/deciding.ts';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import { Client, signIn } from '../support/client.ts';
import { hire, makeCounty, operatorOf, PASSWORD } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { actOf, callers, routeOf, whoMay, type Caller } from './who-may.ts';

/** Without a session an answer is this; with one that lacks the right it is the other. */
const noSession: readonly Caller[] = ['nobody signed in', 'a suspended member', 'a member of a suspended county'];
/** Ids of a thing of the caller's own county, of none, and what is no id at all. */
const ids = ['own', 'absent', 'malformed'] as const;
type Id = (typeof ids)[number];

describe('every route, called by everybody', () => {
  let installation: Installation;
  let county: WorkedCounty;
  const clients = new Map<Caller, Client>();
  const own = new Map<string, string>();
  const routesOfApi = () =>
    installation.api
      .get(BootCheck)
      .routes()
      .map(({ method, path }) => `${method} ${path}`);

  beforeAll(async () => {
    installation = await startInstallation();
    const { base, database } = installation;
    const file = await sampleFile({ county: 'YOLO', rows: 1_500, seed: 31, dirtyRate: 0.01 });
    county = await workedCounty(installation, 'YOLO', file.path);
    const { admin, reviewer, approver, compliance } = county.people;
    const operator = await operatorOf(installation);
    // As if nobody had ended her session: it is the request itself that has to refuse.
    const suspended = await hire(base, admin.client, 'suspended@yolo.example', [
      'county_admin',
      'reviewer',
      'approver',
    ]);
    await query(
      database.superUrl,
      `CREATE TABLE aside AS SELECT * FROM session WHERE member_id = '${suspended.memberId}'`,
    );
    await admin.client.put(`/api/members/${suspended.memberId}`, { version: 1, status: 'suspended' });
    await query(database.superUrl, `INSERT INTO session SELECT * FROM aside ON CONFLICT DO NOTHING`);
    await query(database.superUrl, `DROP TABLE aside`);
    const closed = await makeCounty(installation, { name: 'NAPA' });
    await operator.put(`/api/counties/${closed.id}`, { status: 'suspended' });
    const known: Record<Caller, Client> = {
      ...{ operator, county_admin: admin.client, reviewer: reviewer.client, approver: approver.client },
      ...{ compliance: compliance.client, 'nobody signed in': new Client(base) },
      ...{ 'a suspended member': suspended.client, 'a member of a suspended county': closed.people.admin.client },
    };
    for (const [caller, client] of Object.entries(known)) clients.set(caller as Caller, client);
    const works = await query<{ kind: string; id: string }>(
      database.superUrl,
      `SELECT DISTINCT ON (kind) kind, id FROM work`,
    );
    for (const { kind, id } of works) own.set(kind, id);
    own.set('work', works[0]?.id ?? '');
    own.set('recommend', county.bulkReview.id);
    const returned = { personId: county.recommended.personId, state: ['recommended' as const] };
    own.set('approve', (await decideAll(approver.client, { verb: 'return', note: 'Look again.' }, returned)).id);
    const [policy] = (await admin.client.get<{ id: string }[]>('/api/policies')).body;
    const things = {
      ...{ 'policy-drafts': county.draft.id, simulations: county.simulation.id },
      ...{
        counties: county.id,
        members: compliance.memberId,
        invitations: county.invitation.id,
        people: county.evaluated.personId,
      },
      ...{ imports: county.importId, policies: policy?.id ?? '', convictions: county.evaluated.id },
      ...{ 'bulk-reviews': county.bulkReview.id, samples: county.sample.id, 'audit-events': '1' },
      ...{ 'audit-exports': county.export.id, annotated: county.annotated.id, 'court-lists': county.courtList.id },
    };
    for (const [noun, id] of Object.entries(things)) own.set(noun, id);
  });
  afterAll(() => installation?.stop());

  function bodyOf(line: string): object {
    const set = { filter: {}, expectedCount: 1, digest: '0'.repeat(64), note: 'Because.' };
    if (routeOf(line) === 'POST /api/bulk-reviews') return { ...set, verb: actOf(line), decision: 'dismiss' };
    return {};
  }

  /** Asks and answers the status and code; an event stream is left as soon as it has begun. */
  async function ask(line: string, caller: Caller, kind: Id): Promise<{ status: number; code: string }> {
    const [method = '', pattern = ''] = routeOf(line).split(' ');
    const noun = actOf(line) || (/^\/api\/([^/]+)/.exec(pattern)?.[1] ?? '');
    const id = { own: own.get(noun) ?? '', absent: randomUUID(), malformed: 'not-an-id' }[kind];
    // Whoever signs out is asked with a session of her own, since it ends with the answer.
    const client = pattern === '/api/auth/logout' ? await anotherSession(caller) : clients.get(caller);
    const stop = new AbortController();
    const response = await fetch(
      `${installation.base}${pattern
        .replace(':id', id)
        .replace(':factId', kind === 'malformed' ? id : randomUUID())
        .replace(':exportId', kind === 'own' ? (own.get('annotated') ?? '') : id)}`,
      {
        method,
        headers: {
          ...(client?.cookie ? { cookie: client.cookie } : {}),
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify(bodyOf(line)) }),
        signal: stop.signal,
      },
    );
    const { status } = response;
    const code = status >= 400 ? ((await response.json()) as { code: string }).code : '';
    stop.abort();
    return { status, code };
  }

  async function anotherSession(caller: Caller): Promise<Client | undefined> {
    if (noSession.includes(caller)) return clients.get(caller);
    const email =
      caller === 'operator'
        ? 'operator@test.example'
        : Object.values(county.people).find(({ client }) => client === clients.get(caller))?.email;
    return signIn(installation.base, email ?? '', PASSWORD);
  }

  it('stands in the table of who may what, and nothing else does', () => {
    const routes = routesOfApi();
    expect([...new Set(Object.keys(whoMay).map(routeOf))].sort()).toEqual([...new Set(routes)].sort());
  });

  it('is known to the check of the boot: the server answers no other', () => {
    const server = installation.api.getHttpAdapter().getInstance();
    const routes = server.router.stack.flatMap(({ route }) =>
      route ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    expect(routes.length).toBeGreaterThan(50);
    // The description of the API for developers: no data of anybody.
    const described = routes.filter((route) => !/ \/api\/(?:docs|openapi)/.test(route));
    expect(described.sort()).toEqual(routesOfApi().sort());
  });

  /** Asks every cell of a table and names those that are answered otherwise. */
  async function compare(table: typeof whoMay) {
    const deviations: string[] = [];
    const cells = { asked: 0, allowed: 0, refused: 0 };
    for (const [line, allowed] of Object.entries(table)) {
      for (const caller of callers) {
        const may = allowed.includes(caller);
        // Resuming and cancelling are decided by the kind of the work itself.
        const kinds = !line.includes(':id') || actOf(line) ? (['own'] as const) : ids;
        for (const kind of kinds) {
          // What somebody may do to a thing of her own is done by other tests; here it would only get lost.
          if (may && kind === 'own' && !actOf(line) && line.includes(':id') && !line.startsWith('GET')) continue;
          // An operator works in the installation, where none of the county's work is.
          if (caller === 'operator' && line.includes('/api/work/:id')) continue;
          const { status, code } = await ask(line, caller, kind);
          cells.asked += 1;
          cells[may ? 'allowed' : 'refused'] += 1;
          const refusal = noSession.includes(caller) ? '401 not_signed_in' : '403 forbidden';
          const wrong =
            may === [401, 403].includes(status) || status >= 500 || (!may && `${status} ${code}` !== refusal);
          if (wrong) deviations.push(`${line}, ${kind} id, by ${caller}: ${status} ${code}`);
          if (status >= 400) expect(errorCodes[code as ErrorCode]?.status, `${line}: ${code}`).toBe(status);
        }
      }
    }
    return { deviations, cells };
  }

  it('answers as the table says, for its own, absent and malformed ids', async () => {
    const { deviations, cells } = await compare(whoMay);
    expect(deviations).toEqual([]);
    expect(cells.asked).toBeGreaterThanOrEqual(843);
    expect(Math.min(cells.allowed, cells.refused)).toBeGreaterThan(200);
  });

  it('would be found out in a table that allows too much or too little', async () => {
    const { deviations } = await compare({ 'GET /api/members': ['county_admin', 'reviewer'], 'GET /api/stats': [] });
    expect(deviations).toEqual([
      'GET /api/members, own id, by reviewer: 403 forbidden',
      'GET /api/members, own id, by compliance: 200 ',
      ...['county_admin', 'reviewer', 'approver', 'compliance'].map(
        (role) => `GET /api/stats, own id, by ${role}: 200 `,
      ),
    ]);
  });

  it('that is refused for want of a right is on the log', async () => {
    const { client } = county.people.compliance;
    const refusals = async () => {
      const answer = await client.get(
        `/api/audit-events?filter=${encodeURIComponent('{"outcome":"refused"}')}&range=[0,0]`,
      );
      return Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]);
    };
    const silent: string[] = [];
    for (const [line, allowed] of Object.entries(whoMay)) {
      for (const caller of ['county_admin', 'reviewer', 'approver', 'compliance'] as const satisfies readonly Role[]) {
        if (allowed.includes(caller)) continue;
        const before = await refusals();
        await ask(line, caller, 'own');
        if ((await refusals()) !== before + 1) silent.push(`${line} by ${caller}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
