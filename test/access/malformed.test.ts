import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, listOf } from '../support/client.ts';
import { makeCounty, operatorOf, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { lists, noIds, strange } from './nonsense.ts';
import { routeOf, whoMay } from './who-may.ts';

const uuid = randomUUID();
const staff = { reviewer: ['reviewer'], approver: ['approver'], compliance: ['compliance'] } as const;
/** By whom, how, where and with which body something is asked. */
type Question = readonly [string, string, string, object?];
type Who = keyof typeof staff | 'county_admin' | 'operator';

/** Refused downloads have a test of their own below. */
const isDownload = (path: string) => /\/(?:problems|moves)\.csv/.test(path);

describe('what makes no sense is refused in words, never with a fault of ours:', () => {
  let installation: Installation;
  let county: County<keyof typeof staff>;
  const clients = new Map<string, Client>();
  const faults: string[] = [];
  beforeAll(async () => {
    installation = await startInstallation({ workers: 0 });
    county = await makeCounty(installation, { name: 'YOLO', staff });
    const { admin, ...others } = county.people;
    clients.set('county_admin', admin.client).set('operator', await operatorOf(installation));
    for (const [role, { client }] of Object.entries(others)) clients.set(role, client);
  });
  afterAll(() => installation?.stop());

  const clientOf = (who: string) => clients.get(who) ?? new Client(installation.base);
  /** Asks, and notes what was no refusal in the contract's shape. */
  async function ask(who: string, method: string, path: string, body?: object) {
    const { status, body: said, headers } = await clientOf(who).send<Refusal>(method, path, body);
    const shown = `${method} ${path.slice(0, 160)} ${JSON.stringify(body ?? '').slice(-160)}`;
    if (status >= 500) faults.push(`${shown}: ${status}`);
    else if (status >= 400 && !isDownload(path) && !headers.get('content-type')?.startsWith('application/json'))
      faults.push(`${shown}: ${status} as ${headers.get('content-type')}`);
    else if (status >= 400 && !isDownload(path) && (!said.code || !said.message || !said.requestId))
      faults.push(`${shown}: ${JSON.stringify(said)}`);
    return { status, said };
  }
  /** Somebody who may call a route, so that the route itself answers. */
  const whoOf = (line: string): Who =>
    (whoMay[line]?.find((caller) => caller in staff || /operator|admin/.test(caller)) ?? 'operator') as Who;
  const found = () => faults.splice(0);

  /** Asks everything, a few at a time. */
  async function askAll(questions: readonly Question[]) {
    const left = questions.values();
    const answers: string[] = [];
    const askOn = async () => {
      for (const [who, method, path, body] of left) {
        const { status } = await ask(who, method, path, body);
        answers.push(`${status} ${method} ${path.slice(0, 160)}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, askOn));
    return answers;
  }

  it('ids, on every route that takes one: as if there were nothing, or as invalid', async () => {
    const bodies: Readonly<Record<string, object>> = {
      'PUT /api/members/:id': { version: 1, status: 'active' },
      'PUT /api/counties/:id': { status: 'active' },
      'POST /api/counties/:id/administrators': { adminEmail: 'a@a.example' },
      'POST /api/convictions/:id/recommendations': { version: 1, decision: 'dismiss' },
      'POST /api/convictions/:id/approvals': { version: 1, verdict: 'approve' },
      'POST /api/convictions/:id/facts': {
        ...{ version: 1, fact: { kind: 'birth_date', date: '1960-05-05' }, source: 'docket', reference: '1' },
      },
      'POST /api/convictions/:id/facts/:factId/withdraw': { version: 1, reason: 'Because.' },
      'PUT /api/policy-drafts/:id': { version: 1, body: {} },
    };
    const routes = Object.keys(whoMay).filter((line) => line.includes(':id'));
    const questions = routes.flatMap((line) => {
      const [method = '', pattern = ''] = routeOf(line).split(' ');
      const body = method === 'GET' ? undefined : (bodies[routeOf(line)] ?? {});
      const query = pattern.endsWith('/file') ? '?format=csv' : '';
      return [...noIds, randomUUID(), randomUUID().toUpperCase()].map((id): Question => [
        whoOf(line),
        method,
        pattern.replace(':id', id).replace(':exportId', id).replace(':factId', id) + query,
        body,
      ]);
    });
    const answers = await askAll(questions);
    expect(found()).toEqual([]);
    expect(answers.filter((answer) => !/^4(?:04|22)/.test(answer))).toEqual([]);
    expect(answers.length).toBeGreaterThan(700);
  });

  it('filters, ranges and sorts of every list', async () => {
    const instants = [
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2026-01-01T00:00:00+23:59',
      '2026-02-30T00:00:00Z',
    ];
    const values = strange.filter((value) => JSON.stringify(value).length < 5_000);
    const broken = [
      '{',
      '[]',
      'null',
      '"x"',
      '1',
      '',
      '{"__proto__":{"x":1}}',
      '[0,1,2]',
      '[1,0]',
      '[0,1e99]',
      '[-1,5]',
    ];
    const ranges = [
      '[0,1000000]',
      '[9007199254740990,9007199254740991]',
      '[4294967296,4294967297]',
      '["id; DROP","ASC"]',
    ];
    const questions = Object.entries(lists).flatMap(([path, keys]) => {
      const addresses = [
        ...keys.flatMap((key) => values.map((value) => listOf(path, { filter: { [key]: value } }))),
        ...keys
          .filter((key) => ['from', 'to'].includes(key))
          .flatMap((key) => instants.map((at) => listOf(path, { filter: { [key]: at } }))),
        ...['filter', 'range', 'sort'].flatMap((name) => [
          ...[...broken, ...ranges].map((text) => `${path}?${name}=${encodeURIComponent(text)}`),
          ...[`${path}?${name}=1&${name}=2`, `${path}?${name}[a]=1`, `${path}?${name}=%ff`],
        ]),
      ];
      return addresses.map((address): Question => [whoOf(`GET ${path}`), 'GET', address]);
    });
    expect((await askAll(questions)).length).toBeGreaterThan(1_000);
    expect(found()).toEqual([]);
  });

  it('bodies, field by field', async () => {
    const digest = '0'.repeat(64);
    const set = { verb: 'recommend', decision: 'dismiss', filter: {}, expectedCount: 1, digest, note: 'x' };
    const member = `/api/members/${county.people.reviewer.memberId}`;
    const bodies: readonly (readonly [string, string, string, object])[] = [
      ['nobody', 'POST', '/api/auth/login', { email: 'a@a.example', password: 'x' }],
      [
        'nobody',
        'POST',
        '/api/invitations/accept',
        { token: `${uuid}.${'A'.repeat(43)}`, name: 'N', password: 'violet-kettle' },
      ],
      ['county_admin', 'POST', '/api/invitations', { emails: ['a@a.example'], roles: ['reviewer'] }],
      ['county_admin', 'PUT', member, { version: 99, roles: ['reviewer'], status: 'active' }],
      ['county_admin', 'POST', '/api/policies', { preset: 'none' }],
      ['county_admin', 'POST', '/api/policies', { draft: uuid, draftVersion: 1, note: 'x' }],
      ['county_admin', 'POST', '/api/policies/check', { body: {}, language: 'en' }],
      ['county_admin', 'POST', '/api/policy-drafts', { from: 'preset:la-2020', title: 'Ours' }],
      ['county_admin', 'PUT', `/api/policy-drafts/${uuid}`, { version: 1, body: {} }],
      ['county_admin', 'POST', '/api/simulations', { candidate: 'preset:la-2020', asOf: '2026-01-01' }],
      ['county_admin', 'POST', '/api/impact', { asOf: '2026-01-01' }],
      ['reviewer', 'POST', `/api/convictions/${uuid}/replay`, { determinationId: uuid }],
      ['county_admin', 'POST', '/api/terms', { basedOn: 999, dispositions: [], routing: null }],
      ['county_admin', 'POST', '/api/terms/check', { dispositions: [], routing: null }],
      [
        ...(['county_admin', 'POST', `/api/imports/${uuid}/annotated`] as const),
        { purpose: 'Because', recipient: 'The court', decisions: false },
      ],
      [
        ...(['county_admin', 'POST', '/api/court-lists'] as const),
        { purpose: 'Because', recipient: 'The court', bulkReviewId: uuid, from: '2026-01-01', to: '2026-01-31' },
      ],
      ['county_admin', 'POST', '/api/imports', { file: 'x' }],
      ['operator', 'POST', '/api/counties', { name: 'N', adminEmail: 'a@a.example' }],
      ['operator', 'PUT', `/api/counties/${uuid}`, { status: 'active' }],
      ['reviewer', 'POST', `/api/convictions/${uuid}/recommendations`, { version: 1, decision: 'dismiss', note: 'x' }],
      ['approver', 'POST', `/api/convictions/${uuid}/approvals`, { version: 1, verdict: 'approve', note: 'x' }],
      ['reviewer', 'POST', '/api/bulk-reviews', set],
      ['compliance', 'POST', '/api/audit-exports', { filter: { action: 'none' }, purpose: 'Because' }],
      ['compliance', 'POST', '/api/log-reviews', { lastSequence: 999_999_999, note: 'x' }],
    ];
    const questions = bodies.flatMap(([who, method, path, body]) => [
      ...Object.keys(body).flatMap((key) => [
        ...strange.map((value): Question => [who, method, path, { ...body, [key]: value }]),
        [who, method, path, { ...body, [key]: undefined }] satisfies Question,
      ]),
      ...[[], [body], { a: { b: { c: 'x'.repeat(300_000) } } }].map((whole): Question => [who, method, path, whole]),
    ]);
    const inside = strange.flatMap((value): Question[] => [
      ['county_admin', 'POST', '/api/invitations', { emails: [value], roles: ['reviewer'] }],
      ['county_admin', 'POST', '/api/invitations', { emails: ['a@a.example'], roles: [value] }],
      ...['wording', 'kind'].map((key): Question => {
        const item = { wording: 'A WORDING', kind: 'other', [key]: value };
        return ['county_admin', 'POST', '/api/terms', { basedOn: 0, dispositions: [item, item], routing: null }];
      }),
      ...['arresting', 'severity', 'agency', 'from', 'to'].map((key): Question => {
        const route = { arresting: ['A'], severity: ['felony'], agency: 'B', [key]: value };
        const routing = { cite: 'C', routes: [route, route] };
        return ['county_admin', 'POST', '/api/terms', { basedOn: 0, dispositions: [], routing }];
      }),
      ...['section', 'decade', 'q', 'personId'].map((key): Question => [
        'reviewer',
        'POST',
        '/api/bulk-reviews',
        { ...set, filter: { [key]: value } },
      ]),
      ...['action', 'from', 'actorId', 'targetId'].map((key): Question => [
        'compliance',
        'POST',
        '/api/audit-exports',
        { filter: { [key]: value }, purpose: 'Because' },
      ]),
    ]);
    expect((await askAll([...questions, ...inside])).length).toBeGreaterThan(700);
    expect(found()).toEqual([]);
  });

  it('what is no JSON at all, or not of the type that it says', async () => {
    const { cookie } = county.people.admin.client;
    const send = async (headers: Record<string, string>, body: string) => {
      const response = await fetch(`${installation.base}/api/policies`, {
        method: 'POST',
        headers: { cookie, ...headers },
        body,
      });
      if (response.status >= 500) faults.push(`${JSON.stringify(headers)} ${body.slice(0, 40)}: ${response.status}`);
    };
    const json = { 'content-type': 'application/json' };
    for (const body of ['{', '{"preset":', 'null', '"x"', '1', '\u0000', '[', '{"preset":"x"}}', 'x'.repeat(300_000)])
      await send(json, body);
    await send({ 'content-type': 'application/json; charset=utf-7' }, '{}');
    await send({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, '{}');
    await send({ 'content-type': 'application/json', 'content-encoding': 'nonsense' }, '{}');
    await send({ 'content-type': 'text/plain' }, '{}');
    await send({ 'content-type': 'multipart/form-data' }, '{}');
    await send({ 'content-type': 'application/x-www-form-urlencoded' }, 'preset[a]=1');
    expect(found()).toEqual([]);
  });

  it('cookies and paths that no client makes', async () => {
    const raw = (path: string, headers: Record<string, string | string[]> = {}) =>
      new Promise<number>((resolve, reject) => {
        const { hostname, port } = new URL(installation.base);
        request({ hostname, port, path, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    const { cookie } = county.people.admin.client;
    const token = cookie.split('=', 2)[1] ?? '';
    const cookies = ['', '=', ';;;', '__Host-clearance', '__Host-clearance=', '__Host-clearance=%00', `__Host-clearance="${token}"`, `__Host-clearance=${token}x`, `__Host-clearance=${token.toUpperCase()}`, `x=1; __Host-clearance=${randomUUID()}.${'A'.repeat(43)}`]; // prettier-ignore
    for (const value of cookies) expect(await raw('/api/me', { cookie: value }), value).toBe(401);
    for (const path of [
      '/api/%ff',
      '/api/convictions/%',
      '/%',
      '//api/me',
      '/api/../api/me',
      '/api/me/',
      '/API/ME',
      '/api/none',
    ]) {
      expect(await raw(path, { cookie }), path).toBeLessThan(500);
    }
    expect(await raw('/api/convictions', { cookie, 'idempotency-key': 'x'.repeat(8_000) })).toBe(200);
  });

  it('a refused download, which is told as a refusal and not as a file', async () => {
    const id = randomUUID();
    const to = { recipient: 'Nobody at all', purpose: 'Nothing at all' };
    const admin = clientOf('county_admin');
    const asked = {
      rejected: () => admin.post(`/api/imports/${id}/problems.csv`, to),
      'without a recipient': () => admin.post(`/api/imports/${id}/problems.csv`, { purpose: to.purpose }),
      moves: () => admin.post(`/api/simulations/${id}/moves.csv`, to),
      impact: () => admin.get('/api/impact.csv'),
    };
    for (const [path, ask] of Object.entries(asked)) {
      const { headers } = await ask();
      expect(headers.get('content-type'), path).toMatch(/^application\/json/);
      expect(headers.get('content-disposition'), path).toBeNull();
    }
  });

  it('and none of it was logged as a fault', () => expect([...new Set(installation.faults)]).toEqual([]));
});
