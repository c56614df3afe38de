import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConvictionFacets, ConvictionGroup, ConvictionRow, ConvictionSet, Stats } from '@clearance/contract';
import { BootCheck, type RouteDeclaration } from '../../libs/platform/src/index.ts';
import { sized } from '../../libs/audit/testing/full-size.ts';
import { Client, listOf } from '../support/client.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { probesOf, triedElsewhere } from './every-route.ts';
import { absent, type Named } from './named.ts';
import type { Call, Probe } from './probe.ts';
import { foreignIn, marksOf, picture, type Marks } from './foreign.ts';
import { randomQueries, type Pool } from './random-queries.ts';
import { exportOf, workedCounty, type WorkedCounty } from './worked-county.ts';

const SEED = 20_261_122;
const QUERIES = sized(500, 2_000);

describe('two counties in one installation', () => {
  let installation: Installation;
  let file: SampleFile;
  let there: WorkedCounty;
  let here: WorkedCounty;
  let theirs: Named;
  let marks: Marks;
  const superUrl = () => installation.database.superUrl;

  beforeAll(async () => {
    installation = await startInstallation({ workers: 1 });
    file = await sampleFile({ county: 'YOLO', rows: 3_000, seed: 11, dirtyRate: 0.01 });
    there = await workedCounty(installation, 'YOLO', file.path);
    const small = await sampleFile({ county: 'NAPA', rows: 900, seed: 12, dirtyRate: 0.01 });
    here = await workedCounty(installation, 'NAPA', small.path);
    theirs = await namesOf(there);
    marks = await marksOf(superUrl(), there.id, here.id);
  });
  afterAll(() => installation?.stop());

  /** Everything of a county that somebody could name; one import of it waits, and one work has failed. */
  async function namesOf(county: WorkedCounty): Promise<Named> {
    const { admin, compliance, reviewer } = county.people;
    const wrong = await sampleFile({ county: 'MARIN', rows: 100, seed: 13 });
    const waiting = (await admin.client.upload(wrong.path)).body.id;
    await until(
      async () => (await admin.client.get<{ state: string }>(`/api/imports/${waiting}`)).body.state === 'waiting',
    );
    const [work] = await query<{ id: string }>(
      superUrl(),
      `UPDATE work SET state = 'failed' WHERE county_id = $1 AND kind = 'evaluation' RETURNING id`,
      [county.id],
    );
    const person = county.evaluated.personId;
    const set = await reviewer.client.get<ConvictionSet>(
      listOf('/api/convictions/set', { filter: { personId: person } }),
    );
    const policies = await admin.client.get<{ id: string }[]>('/api/policies');
    const determinations = await query<{ id: string }>(
      superUrl(),
      `SELECT determination_id AS id FROM conviction WHERE county_id = $1 AND id = $2`,
      [county.id, county.evaluated.id],
    );
    const log = await compliance.client.get<{ size: number }>('/api/audit-log/head');
    return {
      ...{ county: county.id, member: reviewer.memberId, email: reviewer.email, work: work?.id ?? '' },
      ...{ invitation: county.invitation.id, token: county.invitation.token.split('.', 2)[1] ?? '' },
      ...{ import: county.importId, waiting, policy: policies.body[0]?.id ?? '', person, export: county.export.id },
      ...{ annotated: county.annotated.id, courtList: county.courtList.id },
      ...{ evaluated: county.evaluated.id, recommended: county.recommended.id, bulkReview: county.bulkReview.id },
      ...{ caseNumber: county.evaluated.caseNumber, court: county.evaluated.court, requestKey: county.requestKey },
      ...{ draft: county.draft.id, simulation: county.simulation.id, determination: determinations[0]?.id ?? '' },
      ...{ policyDigest: county.simulation.candidate.digest, digest: set.body.digest, sequence: log.body.size },
      ...{ sample: county.sample.id, sampled: county.sample.items[0]?.id ?? '' },
    };
  }

  const clientOf = (probe: Probe) =>
    probe.by === 'nobody' ? new Client(installation.base) : here.people[probe.by].client;
  async function ask(probe: Probe, { method = 'GET', path, body, headers }: Call) {
    const answer = await clientOf(probe).send<unknown>(method, path, body, headers);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
    return { ...answer, body: text.replace(/"requestId":"[0-9a-f-]{36}"/, '"requestId":""') };
  }

  it('asks on every route that the api has, and on no other', () => {
    const routes = installation.api
      .get(BootCheck)
      .routes()
      .map(({ method, path }) => `${method} ${path}`);
    const known = [...Object.keys(probesOf(here)), ...Object.keys(triedElsewhere)];
    expect(routes.length).toBeGreaterThan(50);
    expect(known.sort()).toEqual([...new Set(routes)].sort());
  });

  it('has enough of the other county to recognise it by', () => {
    expect(marks.tokens.size).toBeGreaterThan(500);
    expect(marks.texts.size).toBeGreaterThan(100);
    for (const value of Object.values(theirs)) expect(value).toBeTruthy();
  });

  it("answers another county's things exactly as things that exist nowhere, and changes none of them", async () => {
    const before = await picture(superUrl(), there.id);
    let asked = 0;
    for (const [route, probe] of Object.entries(probesOf(here))) {
      const nowhere = { ...absent(), ...(route.startsWith('POST /api/invitations') ? {} : { email: theirs.email }) };
      const [foreign, none] = [probe.calls(theirs), probe.calls(nowhere)];
      for (const [at, call] of foreign.entries()) {
        const given = await ask(probe, call);
        const wanted = await ask(probe, none[at] ?? call);
        expect(given.status, `${route}: ${given.body}`).toBe(wanted.status);
        expect(given.status, route).toBeLessThan(500);
        if (!probe.moves) {
          expect(given.body, route).toBe(wanted.body);
          expect(given.headers.get('content-range'), route).toBe(wanted.headers.get('content-range'));
        }
        // What she typed herself comes back to the one who invites.
        const typed = route === 'POST /api/invitations' ? [theirs.email] : [];
        expect(foreignIn(given.body, marks), `${route} ${call.path}`).toEqual(typed);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(70);
    expect(await picture(superUrl(), there.id)).toEqual(before);
  });

  it("opens nothing with a session or an invitation of one county under the other county's id", async () => {
    const { cookie } = here.people.admin.client;
    const [name = '', token = ''] = cookie.split('=', 2);
    const forged = new Client(installation.base);
    for (const county of [there.id, absent().county]) {
      forged.cookie = `${name}=${county}.${token.split('.', 2)[1]}`;
      expect((await forged.get('/api/me')).status).toBe(401);
    }
  });

  it('counts its own convictions only, wherever it counts', async () => {
    const { client } = here.people.approver;
    const [own] = await query<{ all: number; scope: number; people: number }>(
      superUrl(),
      `SELECT count(*)::int AS all, (count(*) FILTER (WHERE outcome IS DISTINCT FROM 'out_of_scope'))::int AS scope,
              (count(DISTINCT person_id) FILTER (WHERE outcome IS DISTINCT FROM 'out_of_scope'))::int AS people
         FROM conviction WHERE county_id = $1`,
      [here.id],
    );
    const list = await client.get<ConvictionRow[]>('/api/convictions');
    const groups = await client.get<ConvictionGroup[]>('/api/convictions/groups');
    const set = await client.get<ConvictionSet>('/api/convictions/set');
    const facets = await client.get<ConvictionFacets>('/api/convictions/facets');
    const stats = await client.get<Stats>('/api/stats');
    const sum = (counted: readonly { count: number }[] = []) => counted.reduce((total, { count }) => total + count, 0);
    expect(list.headers.get('content-range')).toMatch(new RegExp(`/${own?.all}$`));
    expect(sum(groups.body)).toBe(own?.all);
    expect(set.body.count).toBe(own?.all);
    expect(sum(facets.body['state'])).toBe(own?.all);
    expect(stats.body).toMatchObject({ convictions: own?.scope, people: own?.people });
    expect(sum(stats.body.funnel)).toBe(own?.scope);
  });

  describe('asked at random', () => {
    let pool: Pool;
    beforeAll(async () => {
      const texts = async (column: string) =>
        (
          await query<{ text: string }>(
            superUrl(),
            `SELECT DISTINCT ${column} AS text FROM conviction WHERE ${column} IS NOT NULL`,
          )
        ).map(({ text }) => text);
      const [sections, courts, reasons] = [await texts('section'), await texts('court'), await texts('reason')];
      pool = { here, theirs, sections, courts, reasons };
      // Somebody of the other county was invited here meanwhile: her address is now one of both.
      marks = await marksOf(superUrl(), there.id, here.id);
    });

    async function foreignRows(seed: number, count: number) {
      const queries = randomQueries(pool, seed, count);
      const seen = { asked: 0, refused: 0, rows: 0, foreign: [] as string[] };
      const askOn = async () => {
        for (const { by, path } of queries) {
          const { status, body } = await here.people[by].client.get<unknown>(path);
          seen.asked += 1;
          if (status !== 200) seen.refused += 1;
          if (Array.isArray(body)) seen.rows += body.length;
          seen.foreign.push(...foreignIn(body, marks).map((mark) => `${path}: ${mark}`));
        }
      };
      await Promise.all([askOn(), askOn(), askOn(), askOn()]);
      return seen;
    }

    it(`holds no row of another county in ${QUERIES} lists, filters, sorts, groups and sets (seed ${SEED})`, async () => {
      const seen = await foreignRows(SEED, QUERIES);
      expect(seen).toMatchObject({ asked: QUERIES, refused: 0, foreign: [] });
      expect(seen.rows).toBeGreaterThan(QUERIES);
    });

    it('would be found out if one table let another county through', async () => {
      const { ownerUrl } = installation.database;
      await query(ownerUrl, `CREATE POLICY planted ON conviction FOR SELECT USING (true)`);
      await query(ownerUrl, `CREATE POLICY planted ON person FOR SELECT USING (true)`);
      try {
        expect((await foreignRows(SEED, 60)).foreign.length).toBeGreaterThan(0);
      } finally {
        await query(ownerUrl, `DROP POLICY planted ON conviction; DROP POLICY planted ON person`);
      }
    });
  });

  it('declares what it reads on every route that answers a name, a case number or an identifier of its own county', async () => {
    const ours = await namesOf(here);
    const told = await query<{ text: string }>(
      superUrl(),
      `SELECT name AS text FROM person WHERE county_id = $1 UNION SELECT case_number FROM conviction WHERE county_id = $1`,
      [here.id],
    );
    // What is short could stand in an answer by chance.
    const personal = told.map(({ text }) => text).filter((text) => text.length > 6);
    expect(personal.length).toBeGreaterThan(40);
    const routes = new Map(
      installation.api
        .get(BootCheck)
        .routes()
        .map((one) => [`${one.method} ${one.path}`, one]),
    );
    const asks = Object.entries(probesOf(here)).filter(
      ([route]) => route.startsWith('GET ') || route === 'POST /api/people/search',
    );
    const seen = new Set<string>();
    for (const [route, probe] of asks) {
      for (const call of probe.calls(ours)) {
        const { body, status } = await ask(probe, call);
        // What was asked for comes back where a filter is repeated.
        const answered = body.replaceAll(JSON.stringify(ours.caseNumber).slice(1, -1), '');
        if (status === 200 && personal.some((text) => answered.includes(JSON.stringify(text).slice(1, -1))))
          seen.add(route);
      }
    }
    const mayTell = ({ answers, reads }: RouteDeclaration) => reads !== undefined || answers === 'a file of people';
    const silent = [...seen].filter((route) => !mayTell(routes.get(route) as RouteDeclaration));
    expect(silent).toEqual([]);
    expect(seen.size).toBeGreaterThan(5);
    expect((await here.people.admin.client.post(`/api/imports/${ours.waiting}/cancel`)).status).toBe(200);
  });

  it("streams the county's own work and none of another county's", async () => {
    const listen = async (county: WorkedCounty) => {
      const stop = new AbortController();
      const { client } = county.people.compliance;
      const stream = { text: '', stop: () => stop.abort() };
      const { body } = await fetch(`${installation.base}/api/events`, {
        headers: { cookie: client.cookie },
        signal: stop.signal,
      });
      void (async () => {
        for await (const part of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()))
          stream.text += part;
      })().catch(() => undefined);
      return stream;
    };
    const [ours, others] = [await listen(here), await listen(there)];
    const made = await exportOf(there.people.compliance.client, 'Heard by nobody else');
    const own = await exportOf(here.people.compliance.client, 'Heard here');
    await until(() => ours.text.includes(own.id) && others.text.includes(made.id));
    expect(foreignIn(ours.text, await marksOf(superUrl(), there.id, here.id))).toEqual([]);
    expect(foreignIn(others.text, await marksOf(superUrl(), here.id, there.id))).toEqual([]);
    ours.stop();
    others.stop();
  });

  it("exports the county's own log and nothing of another county's", async () => {
    const { cookie } = here.people.compliance.client;
    for (const format of ['csv', 'jsonl']) {
      const path = `/api/audit-exports/${here.export.id}/file?format=${format}`;
      const text = await (await fetch(`${installation.base}${path}`, { headers: { cookie } })).text();
      expect(text).toContain(here.evaluated.id);
      expect(foreignIn(text, marks)).toEqual([]);
    }
  });

  it('does not tell that another county has a file already', async () => {
    const { client } = here.people.admin;
    const sent = await client.upload(file.path);
    expect(sent).toMatchObject({ status: 201, body: { same: false } });
    expect(sent.body.id).not.toBe(there.importId);
  });

  it('shows demo people and mails on demo installations only', async () => {
    const real = await startInstallation({ workers: 0, env: { DEMO_PEOPLE_FILE: undefined } });
    for (const path of ['/api/outbox', '/api/demo']) {
      expect((await new Client(real.base).get(path)).status, path).toBe(404);
    }
    await real.stop();
  });

  it('ends without a fault in the log', () => expect(installation.faults).toEqual([]));
});
