import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRow } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { pause, until } from '../support/until.ts';
import { holding, waitingSessions } from './holding.ts';
import { faultsOf } from './oracle.ts';
import { filesOf, standOf } from './stand.ts';

let installation: Installation;
let county: County<never>;
let counties = 0;
const fileOf = (name: string, rows = 600) => sampleFile({ county: name, rows, seed: 31 });

beforeAll(async () => {
  installation = await startInstallation({ env: { WORKER_CONCURRENCY: '6', UPLOADS_PER_COUNTY: '5' } });
});
afterAll(() => installation?.stop());
beforeEach(async () => {
  county = await makeCounty(installation, { name: `KINGS ${(counties += 1)}` });
});

const upload = (file: SampleFile) =>
  county.people.admin.client.upload<{ id: string; same: boolean; code?: string }>(file.path);
const viewOf = async (id: string) => (await county.people.admin.client.get<ImportRow>(`/api/imports/${id}`)).body;
const act = (id: string, verb: 'confirm' | 'cancel') =>
  county.people.admin.client.post<ImportRow & { code?: string }>(`/api/imports/${id}/${verb}`);
const settled = (id: string) =>
  until(async () => {
    const view = await viewOf(id);
    return ['done', 'cancelled', 'waiting'].includes(view.state) && view;
  });
const wellKept = async () => expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);

/** Runs `work` while the worker stands in the middle of the first file, before it can say that it has read it. */
const whileReading = (work: () => Promise<void>) =>
  holding(installation.database.superUrl, 'LOCK TABLE history_part IN SHARE MODE', [], work);

describe('another county’s file', () => {
  it('waits before it counts, and counts when somebody confirms it', async () => {
    const imported = await importFile(county.people.admin.client, (await fileOf('SOLANO')).path);
    expect(imported).toMatchObject({ state: 'waiting', rows: 600, convictions: 0, otherCounty: 'SOLANO' });
    expect((await standOf(installation, county.id)).rows).toMatchObject({
      person: 0,
      conviction: 0,
      history_part: 600,
    });
    expect((await act(imported.id, 'confirm')).body.state).toBe('counting');
    const confirmed = await settled(imported.id);
    expect(confirmed).toMatchObject({ state: 'done', rows: 600, problem: null });
    expect((await standOf(installation, county.id)).rows.person).toBe(confirmed.people);
    expect((await act(imported.id, 'confirm')).body.code).toBe('import_not_waiting');
    expect((await act(imported.id, 'cancel')).body.code).toBe('import_not_cancellable');
    await wellKept();
  });

  it('leaves no row and no file when it is cancelled, and may come again', async () => {
    const file = await fileOf('SOLANO');
    const { id } = await importFile(county.people.admin.client, file.path);
    expect((await act(id, 'cancel')).body).toMatchObject({ state: 'cancelled', rows: 0, people: 0 });
    const after = await standOf(installation, county.id);
    expect(after.rows).toMatchObject({ import: 1, history_part: 0, rejected_row: 0, import_person: 0, person: 0 });
    expect(after.files).toEqual([]);
    expect((await act(id, 'confirm')).body.code).toBe('import_not_waiting');
    const again = await importFile(county.people.admin.client, file.path);
    expect(again).toMatchObject({ state: 'waiting', rows: 600 });
    expect(again.id).not.toBe(id);
    await wellKept();
  });
});

describe('the same file again', () => {
  it('is known and changes nothing', async () => {
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    const file = await fileOf(county.name);
    const { id } = await importFile(county.people.admin.client, file.path);
    const before = await standOf(installation, county.id);
    const again = await upload(file);
    expect([again.status, again.body]).toEqual([201, { id, same: true }]);
    const after = await standOf(installation, county.id);
    expect(after).toEqual({ ...before, acts: { ...before.acts, 'import.repeat': 1 } });
    await wellKept();
  });

  it('is known while it is being read', async () => {
    const file = await fileOf(county.name);
    await whileReading(async () => {
      const { body } = await upload(file);
      await until(() => waitingSessions(installation.database.superUrl));
      expect((await viewOf(body.id)).state).toBe('reading');
      expect((await upload(file)).body).toEqual({ id: body.id, same: true });
      expect(filesOf(installation, county.id)).toEqual([body.id]);
    });
    await until(async () => (await standOf(installation, county.id)).rows.person > 0);
    await until(async () => (await standOf(installation, county.id)).acts['import.finish']);
    await wellKept();
  });

  it('is one import when it is sent five times at once', async () => {
    const file = await fileOf(county.name);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => upload(file)));
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken.filter(({ body }) => !body.same).length).toBe(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, ['conflict', 'import_running'].includes(body.code ?? '')]).toEqual([409, true]);
    }
    const id = taken[0]?.body.id ?? '';
    expect((await settled(id)).rows).toBe(600);
    expect(await standOf(installation, county.id)).toMatchObject({
      rows: { import: 1, history_part: 600 },
      files: [id],
    });
    await wellKept();
  });
});

describe('another file', () => {
  it('is refused while one is being read', async () => {
    const [first, second] = [await fileOf(county.name), await fileOf(county.name, 500)];
    const id = await whileReadingFirst(first, async () => {
      const refused = await upload(second);
      expect([refused.status, refused.body.code]).toEqual([409, 'import_running']);
      expect(filesOf(installation, county.id).length).toBe(1);
    });
    await settled(id);
    expect((await standOf(installation, county.id)).rows.import).toBe(1);
    await wellKept();
  });

  it('counts whole or not at all when it is cancelled while it is being read', async () => {
    const bytes = readFileSync((await fileOf(county.name)).path, 'utf8');
    for (const delay of [0, 5, 10, 20, 40]) {
      const name = `after-${delay}.dat`;
      const { body } = await county.people.admin.client.upload({ name, bytes: bytes + '\n'.repeat(delay + 1) });
      await pause(delay);
      const answer = await act(body.id, 'cancel');
      expect([200, 409]).toContain(answer.status);
      if (answer.status === 409) expect(answer.body.code).toBe('import_not_cancellable');
      const { state } = await settled(body.id);
      expect(state).toBe(answer.status === 200 ? 'cancelled' : 'done');
      expect(filesOf(installation, county.id).includes(body.id)).toBe(state === 'done');
    }
    await wellKept();
  });
});

async function whileReadingFirst(first: SampleFile, work: () => Promise<void>): Promise<string> {
  let id = '';
  await whileReading(async () => {
    id = (await upload(first)).body.id;
    await until(() => waitingSessions(installation.database.superUrl));
    await work();
  });
  return id;
}
