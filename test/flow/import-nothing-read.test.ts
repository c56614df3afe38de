import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, Refusal, RejectedRowView, Stats, Work } from '@clearance/contract';
import { COLUMNS } from '../../libs/record/src/index.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { faultsOf } from './oracle.ts';
import { filesOf, standOf } from './stand.ts';

let installation: Installation;
let county: County<never>;
let good: string;
const header = COLUMNS.join(',');
const unreadable = `${header}\n${'A12345678,a "line" of something else\n'.repeat(567)}`;
const admin = () => county.people.admin.client;
const send = (name: string, bytes: string) => admin().upload<{ id: string; same: boolean } & Refusal>({ name, bytes });
const viewOf = async (id: string) => (await admin().get<ImportRow>(`/api/imports/${id}`)).body;
const settled = (id: string) =>
  until(async () => {
    const view = await viewOf(id);
    return !['reading', 'counting', 'evaluating'].includes(view.state) && view;
  });
const cancel = (id: string) => admin().post<ImportRow>(`/api/imports/${id}/cancel`);
const stats = async () => (await admin().get<Stats>('/api/stats')).body;

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'TRINITY' });
  good = readFileSync((await sampleFile({ county: 'TRINITY', rows: 400, seed: 51 })).path, 'utf8');
});
afterAll(async () => {
  expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('a file of which not one row can be read', (step) => {
  step('fails with true words and asks nobody', async () => {
    const failed = await settled((await send('picture.dat', unreadable)).body.id);
    expect(failed).toMatchObject({
      ...{ state: 'failed', doubts: [], rows: 0, rejected: 567, people: 0, finishedAt: null },
      problem:
        'Not one of its 567 lines could be read as a row: nothing was imported. What counted before still counts.',
    });
    const work = (await admin().get<Work>(`/api/work/${failed.workId ?? ''}`)).body;
    expect(work).toMatchObject({ state: 'failed', mayResume: false, mayCancel: true });
    const refused = await admin().post<Refusal>(`/api/imports/${failed.id}/confirm`);
    expect([refused.status, refused.body.code]).toEqual([409, 'import_not_waiting']);
    const { problems, checklist } = await stats();
    expect(problems).toContainEqual({
      says: expect.stringContaining('Not one of its 567 lines could be read') as string,
      to: `/imports/${failed.id}/show`,
    });
    expect(checklist.find(({ key }) => key === 'file')?.done).toBe(false);
    const rejected = await admin().get<RejectedRowView[]>(`/api/imports/${failed.id}/problems`);
    expect(rejected.body[0]).toMatchObject({ line: 2, reason: 'stray_quote' });
  });

  step('is on the log as an import that failed', async () => {
    const entries = await query<{ outcome: string; detail: object }>(
      installation.database.superUrl,
      `SELECT outcome, convert_from(bytes, 'UTF8')::jsonb -> 'detail' AS detail FROM audit_entry
        WHERE county_id = $1 AND action = 'import.finish'`,
      [county.id],
    );
    expect(entries).toEqual([{ outcome: 'failed', detail: { rows: 0, rejected: 567 } }]);
  });

  step(
    'a file of which not one row can be read keeps no other file out, and leaves what stands as it was',
    async () => {
      await publishPolicy(admin(), 'prop64-dismiss-all');
      const first = await importFile(admin(), { name: 'good.dat', bytes: good });
      expect(first).toMatchObject({ state: 'done', rows: 400 });
      const before = await standOf(installation, county.id);
      const again = await send('picture.dat', unreadable);
      expect(again.body.same).toBe(false);
      expect((await settled(again.body.id)).state).toBe('failed');
      const alone = await settled((await send('header.dat', `${header}\n`)).body.id);
      expect(alone).toMatchObject({ state: 'failed', rejected: 0 });
      expect(alone.problem).toMatch(/^It holds a header and not one row: nothing was imported/);
      expect(await viewOf(first.id)).toEqual(first);
      const { rows } = await standOf(installation, county.id);
      expect(rows).toMatchObject({
        ...{ person: before.rows.person, conviction: before.rows.conviction, determination: before.rows.determination },
        ...{ history_part: before.rows.history_part, evaluation: before.rows.evaluation },
      });
    },
  );

  step('leaves no row and no file once it is thrown away', async () => {
    const { body: imports } = await admin().get<ImportRow[]>('/api/imports');
    const failed = imports.filter(({ state }) => state === 'failed');
    expect(failed.length).toBe(3);
    for (const { id } of failed) expect((await cancel(id)).body.state).toBe('cancelled');
    const after = await standOf(installation, county.id);
    expect(after.rows.rejected_row).toBe(0);
    expect(after.files.length).toBe(1);
    expect((await stats()).problems.filter(({ says }) => says.includes('could be read as a row'))).toEqual([]);
  });
});

describe('a file behind one that waits for a person', () => {
  const other = () => send('other.dat', `${good}\n\n`);
  it('is refused with the name of that one, and what to do about it', async () => {
    const { path } = await sampleFile({ county: 'MARIN', rows: 100, seed: 52 });
    const { body } = await send('marin.dat', readFileSync(path, 'utf8'));
    expect((await settled(body.id)).state).toBe('waiting');
    const kept = filesOf(installation, county.id);
    const refused = await other();
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      ...[409, 'import_waiting', { id: body.id, file: 'marin.dat' }],
    ]);
    expect(refused.body.message).toBe('The file marin.dat waits for an answer: confirm it or cancel it first.');
    expect(filesOf(installation, county.id)).toEqual(kept);
    await query(installation.database.superUrl, `UPDATE work SET state = 'failed' WHERE id = $1`, [body.id]);
    expect((await other()).body).toMatchObject({
      code: 'import_stopped',
      message: 'The import of marin.dat stopped before its end: resume it or cancel it first.',
    });
    await cancel(body.id);
    expect(await settled((await other()).body.id)).toMatchObject({ state: 'done', rows: 400 });
  });
});

describe('the convictions of a file', () => {
  it('are told with how many of them the policy speaks of', async () => {
    const [newest, before] = (await admin().get<ImportRow[]>('/api/imports?filter={"state":"done"}')).body;
    expect(before).toBeUndefined();
    const { convictions, outOfScope } = await stats();
    expect(newest?.spokenOf).toBe(convictions + outOfScope);
    expect(newest?.convictions).toBeGreaterThan(convictions + outOfScope);
    const [older] = (await admin().get<ImportRow[]>('/api/imports?filter={"state":"superseded"}')).body;
    expect(older?.spokenOf).toBe(older?.fresh);
    expect(older?.fresh).toBeGreaterThan(0);
  });

  it('are told without that figure until a policy is published, and then with it', async () => {
    const young = await makeCounty(installation, { name: 'ALPINE' });
    const { path } = await sampleFile({ county: 'ALPINE', rows: 400, seed: 53 });
    const client = young.people.admin.client;
    const { id, convictions, spokenOf } = await importFile(client, path);
    expect([convictions > 0, spokenOf]).toEqual([true, null]);
    await publishPolicy(client, 'prop64-dismiss-all');
    const now = (await client.get<ImportRow>(`/api/imports/${id}`)).body;
    const counted = (await client.get<Stats>('/api/stats')).body;
    expect(now.spokenOf).toBe(counted.convictions + counted.outOfScope);
    expect(now.spokenOf).toBeGreaterThan(0);
    expect(now.fresh).toBe(0);
  });
});
