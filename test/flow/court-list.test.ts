import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BulkReviewRow,
  ConvictionFilter,
  CourtListMatching,
  CourtListRow,
  DisseminationRow,
  Refusal,
} from '@clearance/contract';
import { courtListOf } from '../isolation/worked-county.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { cellsOfCsv, looksLikeFormula } from './csv.ts';
import { convictionsOf, decideAll, judge, lookAt, viewOf } from './deciding.ts';
import { filesOf } from './stand.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'], auditor: ['compliance'] } as const;
const why = { purpose: 'Orders under 11361.9', recipient: 'Clerk of the Superior Court' };
const open: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format();
const yearAgo = '2020-01-01';

let installation: Installation;
let county: County<keyof typeof staff>;
let file: SampleFile;
let batch: BulkReviewRow;
let list: CourtListRow;
let text: string;
const who = (name: keyof typeof staff | 'admin') => county.people[name].client;
const superUrl = () => installation.database.superUrl;
const ask = (body: object, name: keyof typeof staff | 'admin' = 'admin') =>
  who(name).post<CourtListRow & Refusal>('/api/court-lists', body);
const fetched = async (id: string) => (await who('admin').get<string>(`/api/court-lists/${id}/file`)).body;
const linesIn = (csv: string) => cellsOfCsv(csv.replace(/^\ufeff/, ''));
const recordsIn = (csv: string) => {
  const [header = [], ...rows] = linesIn(csv);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at] ?? '', cell])));
};
const isReleased = async (id: string) => (await viewOf(who('approver'), id)).state === 'released';

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'COLUSA', staff });
  file = await sampleFile({ county: 'COLUSA', rows: 2_000, seed: 71, dirtyRate: 0.01 });
  await publishPolicy(who('admin'), 'prop64-dismiss-all');
  // Somebody whose name a spreadsheet would calculate.
  const [first] = file.convictions.filter((one) => one.dismissAll === 'dismiss');
  const name = new RegExp(`(,${first?.cii ?? ''},"?)`, 'g');
  await importFile(who('admin'), { name: 'state.dat', bytes: readFileSync(file.path, 'utf8').replace(name, '$1=') });
  await decideAll(who('reviewer'), { verb: 'recommend', decision: 'dismiss' }, open);
  await who('admin').put('/api/settings', { undoHours: 0 });
  // Anybody but her: she has to be in the batch.
  const waiting = await convictionsOf(who('approver'), { state: ['recommended'] });
  const alone = waiting.find((one) => !one.name.startsWith('='));
  await judge(who('approver'), alone ?? { id: '', version: 0 }, 'approve');
  batch = await decideAll(who('approver'), { verb: 'approve' }, { state: ['recommended'] });
  const all = async () => (await lookAt(who('approver'), { state: ['released'] })).count === batch.count + 1;
  await until(all);
  expect(await isReleased(alone?.id ?? '')).toBe(true);
  list = await courtListOf(who('admin'), { ...why, bulkReviewId: batch.id });
  text = await fetched(list.id);
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

describe('a list for the court', () => {
  it('has each conviction that the bulk approval approved and that was released, and no other', async () => {
    const inBatch = await convictionsOf(who('approver'), { state: ['released'], bulkReviewId: batch.id });
    const records = recordsIn(text);
    expect(batch.count).toBeGreaterThan(20);
    expect(records).toHaveLength(batch.count);
    expect(list).toMatchObject({ count: batch.count, people: new Set(inBatch.map((one) => one.personId)).size });
    expect(records.map((one) => one.Conviction).sort()).toEqual(inBatch.map((one) => one.id).sort());
    // By court and case, as a clerk has the files.
    const places = records.map((one) => `${one.Court ?? ''} ${one['Case number'] ?? ''}`);
    expect(places).toEqual([...places].sort());
  });

  it('says of each what the file says and what was decided', () => {
    const source = readFileSync(file.path, 'utf8').split('\n');
    for (const record of recordsIn(text)) {
      const truth = file.convictions.find(
        (one) =>
          one.cii === record['CII number'] &&
          one.caseNumber === record['Case number'] &&
          one.dateOnFile?.earliest === record['Date of conviction'] &&
          record.Section?.includes(one.section),
      );
      expect(truth).toBeDefined();
      const row = source[(truth?.line ?? 0) - 1] ?? '';
      const birth = /,PII>>,A\d{8},(?:"[^"]*"|[^,]*),[^,]*,(\d{8})/.exec(row)?.[1] ?? '';
      expect(record['Date of birth']?.replaceAll('-', '')).toBe(birth);
      expect(row).toContain(record.Court);
      expect(row).toContain(record['Agency code']);
      expect(record['Date of arrest']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect([record['Date of arrest'], record['Date of conviction']].sort()[0]).toBe(record['Date of arrest']);
      expect(record).toMatchObject({ Relief: 'Dismissal', 'Approved on': today, 'Released on': today });
      expect(record).toMatchObject({ 'Policy version': '1', 'Since then in a newer file': 'Unchanged' });
      expect(record.Policy).toContain(' ');
      expect(record.Name).not.toBe('');
    }
  });

  it('holds nothing that a spreadsheet would calculate', () => {
    const cells = linesIn(text).flat();
    expect(cells.filter(looksLikeFormula)).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
  });

  it('can be asked for by the days of the release, both counted', async () => {
    const matching = async (query: string) =>
      (await who('admin').get<{ count: number }>(`/api/court-lists/matching${query}`)).body.count;
    expect(await matching('')).toBe(batch.count + 1);
    expect(await matching(`?from=${today}&to=${today}`)).toBe(batch.count + 1);
    expect(await matching(`?bulkReviewId=${batch.id}&to=${today}`)).toBe(batch.count);
    expect(await matching(`?to=${yearAgo}`)).toBe(0);
    const byDay = await courtListOf(who('admin'), { ...why, from: yearAgo, to: today });
    expect(recordsIn(await fetched(byDay.id))).toHaveLength(batch.count + 1);
  });

  it('says what is on one already, and can be of the rest alone', async () => {
    const matching = async (filter: string) =>
      (await who('admin').get<CourtListMatching>(`/api/court-lists/matching${filter}`)).body;
    const { client } = county.people.admin;
    const failed = `UPDATE work SET state = $2 WHERE id = ANY ($1)`;
    const others = (await client.get<CourtListRow[]>('/api/court-lists')).body.filter(({ id }) => id !== list.id);
    const ids = others.map(({ id }) => id);
    // As if there were but the one list, of the bulk approval: what was given up was given to nobody.
    await query(superUrl(), failed, [ids, 'failed']);
    expect(await matching('')).toMatchObject({
      listed: batch.count,
      listedAt: list.createdAt,
      changed: 0,
      vanished: 0,
    });
    expect(await matching('?listed=no')).toMatchObject({ count: 1, people: 1, listed: 0, listedAt: null });
    expect(await matching(`?listed=no&bulkReviewId=${batch.id}`)).toMatchObject({ count: 0 });
    await query(superUrl(), failed, [ids, 'done']);
    const rest = await ask({ ...why, listed: 'no' });
    expect(rest).toMatchObject({ status: 422, body: { code: 'nothing_released' } });
  });

  it('that would hold nothing is refused, and nothing of it is kept', async () => {
    const stand = async () => [
      filesOf(installation, county.id),
      await query(
        superUrl(),
        `SELECT (SELECT count(*) FROM court_list) AS lists, (SELECT count(*) FROM court_list_item) AS items,
                (SELECT count(*) FROM work WHERE kind = 'court_list') AS works,
                (SELECT count(*) FROM audit_entry WHERE action LIKE 'court_list%') AS entries`,
      ),
    ];
    const before = await stand();
    for (const filter of [{ to: yearAgo }, { from: '2100-01-01' }, { bulkReviewId: county.id }]) {
      expect(await ask({ ...why, ...filter })).toMatchObject({ status: 422, body: { code: 'nothing_released' } });
    }
    expect(await stand()).toEqual(before);
  });

  it('needs a recipient, a purpose and the right to give out', async () => {
    for (const body of [{}, { purpose: why.purpose }, { recipient: why.recipient }, { ...why, recipient: ' x ' }]) {
      expect((await ask(body)).status).toBe(422);
    }
    for (const name of ['reviewer', 'approver', 'auditor'] as const) {
      expect((await ask(why, name)).status).toBe(403);
      expect((await who(name).get(`/api/court-lists/${list.id}/file`)).status).toBe(403);
    }
  });

  it('stands with recipient and purpose among what was given out, and on the log by its id only', async () => {
    const { headers, body } = await who('admin').get<string>(`/api/court-lists/${list.id}/file`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="court-list-colusa-${today}.csv"`);
    expect(createHash('sha256').update(`\ufeff${body}`).digest('hex')).toBe(list.sha256);
    const given = (await who('auditor').get<DisseminationRow[]>('/api/disseminations')).body;
    expect(given[0]).toMatchObject({
      ...{ what: 'court_list', subjectId: list.id, by: 'admin', people: list.people, sha256: list.sha256, ...why },
    });
    const entries = await query<{ action: string; said: string }>(
      superUrl(),
      `SELECT action, convert_from(bytes, 'UTF8') AS said FROM audit_entry WHERE target_id = $1 ORDER BY seq`,
      [list.id],
    );
    const [asked, written, ...downloads] = entries.map(({ action }) => action);
    expect([asked, written]).toEqual(['court_list.create', 'court_list.finish']);
    expect(new Set(downloads)).toEqual(new Set(['court_list.download']));
    expect(downloads).toHaveLength(given.filter((one) => one.subjectId === list.id).length);
    expect(JSON.stringify(entries)).not.toMatch(/Clerk|Orders/);
  });

  it('that broke off is written again as it was to be, also when more was released meanwhile', async () => {
    const made = await courtListOf(who('admin'), { ...why, from: today });
    const [left] = await convictionsOf(who('reviewer'), { state: ['evaluated'] });
    await who('reviewer').post(`/api/convictions/${left?.id ?? ''}/recommendations`, {
      ...{ version: left?.version, decision: 'dismiss', note: 'It was read from the comment.' },
    });
    await judge(who('approver'), await viewOf(who('approver'), left?.id ?? ''), 'approve');
    await until(() => isReleased(left?.id ?? ''));
    await query(superUrl(), `UPDATE court_list SET sha256 = NULL, bytes = NULL WHERE id = $1`, [made.id]);
    await query(superUrl(), `UPDATE work SET state = 'failed', done = 0 WHERE id = $1`, [made.id]);
    expect(await who('admin').get<Refusal>(`/api/court-lists/${made.id}/file`)).toMatchObject({
      ...{ status: 409, body: { code: 'export_not_ready' } },
    });
    expect((await who('admin').post(`/api/work/${made.id}/resume`)).status).toBe(200);
    const again = await until(async () => {
      const one = (await who('admin').get<CourtListRow[]>('/api/court-lists')).body.find(({ id }) => id === made.id);
      return one?.state === 'done' && one;
    });
    expect(again).toEqual(made);
    expect(filesOf(installation, county.id).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('expires after seven days, and its bytes go', async () => {
    const stored = `${list.id}.court`;
    expect(filesOf(installation, county.id)).toContain(stored);
    await query(superUrl(), `UPDATE court_list SET expires_at = now() - interval '2 hours' WHERE id = $1`, [list.id]);
    expect(await who('admin').get<Refusal>(`/api/court-lists/${list.id}/file`)).toMatchObject({
      ...{ status: 410, body: { code: 'export_expired' } },
    });
    await until(() => Promise.resolve(!filesOf(installation, county.id).includes(stored)));
  });
});
