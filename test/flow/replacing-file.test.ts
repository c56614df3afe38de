import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import { outcomes, type ConvictionFilter, type ImportRow, type Refusal, type Stats } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { decideAll, lookAt } from './deciding.ts';
import { faultsOf } from './oracle.ts';
import { standOf } from './stand.ts';
import { laterFile, partsOf } from './state-file.ts';

const staff = { reviewer: ['reviewer'] } as const;
let installation: Installation;
let county: County<keyof typeof staff>;
let first: ImportRow;
let older: string;
let strangers: string;
const admin = () => county.people.admin.client;
const send = async (name: string, bytes: string) => (await admin().upload({ name, bytes })).body.id;
const viewOf = async (id: string) => (await admin().get<ImportRow>(`/api/imports/${id}`)).body;
const act = (id: string, verb: 'confirm' | 'cancel') =>
  admin().post<ImportRow & Refusal>(`/api/imports/${id}/${verb}`, {});
const settled = (id: string) =>
  until(async () => {
    const view = await viewOf(id);
    return !['reading', 'counting', 'evaluating'].includes(view.state) && view;
  });
const leavesBy = (leaving: ImportRow['leaving']) =>
  (leaving?.toReview ?? NaN) + (leaving?.toApprove ?? NaN) + (leaving?.returned ?? NaN);
const supersededIn = async () => (await lookAt(county.people.reviewer.client, { state: ['superseded'] })).count;

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'LASSEN', staff });
  await publishPolicy(admin(), 'prop64-dismiss-all');
  older = readFileSync((await sampleFile({ county: 'LASSEN', rows: 900, seed: 21 })).path, 'utf8');
  strangers = readFileSync((await sampleFile({ county: 'LASSEN', rows: 800, seed: 22 })).path, 'utf8');
  first = await importFile(admin(), { name: 'spring.dat', bytes: older });
  await decideAll(
    county.people.reviewer.client,
    { verb: 'recommend', decision: 'dismiss' },
    { state: ['evaluated'], outcome: ['dismiss'] },
  );
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

/** What the policy speaks of. */
const inScope = outcomes.filter((outcome) => outcome !== 'out_of_scope');

story('a newer file that shares nobody with the one that counts', (step) => {
  step(
    'a newer file that shares nobody with the one that counts waits with the two figures before anything changes, and stays so until somebody answers',
    async () => {
      const before = await standOf(installation, county.id);
      const waiting = await settled(await send('autumn.dat', strangers));
      expect(waiting).toMatchObject({
        ...{ state: 'waiting', doubts: ['few_shared'], convictions: 0 },
        replaces: { fileName: 'spring.dat', people: first.people, shared: 0, createdAt: expect.any(String) as string },
      });
      const queue = async (filter: ConvictionFilter) => (await lookAt(county.people.reviewer.client, filter)).count;
      expect(waiting.leaving).toEqual({
        toReview: await queue({ state: ['evaluated'], outcome: [...inScope] }),
        toApprove: await queue({ state: ['recommended'] }),
        ...{ returned: 0, approved: 0 },
      });
      expect(waiting.leaving?.toApprove).toBeGreaterThan(10);
      expect(Date.parse(waiting.replaces?.createdAt ?? '')).toBe(Date.parse(first.createdAt));
      const now = await standOf(installation, county.id);
      expect({ ...now.rows, ...{ import: 0, import_person: 0, history_part: 0, work: 0, work_chunk: 0 } }).toEqual({
        ...{ ...before.rows, import: 0, import_person: 0, history_part: 0, work: 0, work_chunk: 0 },
      });
      expect(await viewOf(first.id)).toMatchObject({ state: 'done' });
      expect(await supersededIn()).toBe(0);
      const { problems } = (await admin().get<Stats>('/api/stats')).body;
      expect(problems).toContainEqual({
        says: 'The file autumn.dat leaves out people of the file before it. It waits for a confirmation.',
        to: `/imports/${waiting.id}/show`,
      });
    },
  );

  step(
    'a newer file that shares nobody with the one that counts leaves everything as it was when it is cancelled',
    async () => {
      const [waiting] = (await admin().get<ImportRow[]>('/api/imports')).body;
      expect((await act(waiting?.id ?? '', 'cancel')).body.state).toBe('cancelled');
      const { rows } = await standOf(installation, county.id);
      expect(rows).toMatchObject({ person: first.people, import_person: first.people, history_part: first.rows });
      expect(await viewOf(first.id)).toEqual(first);
      expect(await supersededIn()).toBe(0);
    },
  );

  step(
    'a newer file that shares nobody with the one that counts is not asked about when it is the next one of the same kind',
    async () => {
      const { header, rows } = partsOf(older);
      const { rows: more } = partsOf(strangers);
      const next = await settled(await send('summer.dat', laterFile(header, [...rows, ...more.slice(0, 10)])));
      expect(next).toMatchObject({
        state: 'done',
        doubts: [],
        replaces: { shared: first.people, people: first.people },
      });
      expect(await supersededIn()).toBe(0);
    },
  );

  step(
    'a newer file that shares nobody with the one that counts replaces it when somebody says so, which is on the log with the figures',
    async () => {
      const { id, people, replaces, leaving } = await settled(await send('autumn.dat', `${strangers}\n`));
      const shared = replaces?.shared ?? NaN;
      expect(shared).toBeGreaterThan(0);
      expect(shared).toBeLessThan((replaces?.people ?? 0) / 10);
      expect((await act(id, 'confirm')).body.state).toBe('counting');
      expect(await settled(id)).toMatchObject({ state: 'done', people, vanished: expect.any(Number) as number });
      expect(await supersededIn()).toBeGreaterThan(10);
      const [entry] = await query<{ said: { detail: object } }>(
        installation.database.superUrl,
        `SELECT convert_from(bytes, 'UTF8')::jsonb AS said FROM audit_entry WHERE action = 'import.confirm'`,
      );
      expect(entry?.said.detail).toEqual({
        doubts: 'few_shared',
        shared,
        before: replaces?.people,
        leaving: leavesBy(leaving),
      });
    },
  );

  step(
    'the file that was replaced can be sent again, with the same questions, and brings everything back',
    async () => {
      const { body } = await admin().upload({ name: 'spring.dat', bytes: older });
      expect(body.same).toBe(false);
      expect(body.id).not.toBe(first.id);
      expect(await settled(body.id)).toMatchObject({ state: 'waiting', doubts: ['few_shared'] });
      expect((await act(body.id, 'confirm')).status).toBe(200);
      const back = await settled(body.id);
      expect(back).toMatchObject({ state: 'done', people: first.people, rows: first.rows });
      expect(back.fresh + back.back + back.unchanged + back.changed).toBe(first.fresh);
      const standing = await lookAt(county.people.reviewer.client, { state: ['evaluated'] });
      expect(standing.count).toBeGreaterThanOrEqual(first.fresh);
      expect((await admin().upload({ name: 'spring.dat', bytes: older })).body).toEqual({ id: body.id, same: true });
    },
  );
});
