import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotatedRow, ImportRow, Refusal } from '@clearance/contract';
import { annotatedOf } from '../isolation/worked-county.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { root, startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { cellsOfCsv } from './csv.ts';
import { filesOf } from './stand.ts';

const staff = { compliance: ['compliance'], reviewer: ['reviewer'] } as const;
const why = { purpose: 'Motion under 11361.9', recipient: 'Superior Court of Plumas' };
const folder = mkdtempSync(join(tmpdir(), 'clearance-annotated-'));
let installation: Installation;

beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

const pathOf = (id: string, more = '') => `/api/imports/${id}/annotated${more}`;
async function made(county: County<never>, file: string | { name: string; bytes: string }) {
  const { client } = county.people.admin;
  const imported = await importFile(client, file);
  expect(imported.state).toBe('done');
  return { imported, annotated: await annotatedOf(client, imported.id, why) };
}
async function textOf(county: County<never>, { importId, id }: AnnotatedRow): Promise<string> {
  const answer = await county.people.admin.client.get<string>(pathOf(importId, `/${id}/file`));
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return answer.body;
}
/** The annotated file's lines end with LF, as those of the original mostly do. */
const cellsOf = (text: string) => cellsOfCsv(text.replaceAll('\n', '\r\n'));
/** What the command line makes of the same file, on the day on which the office evaluated it. */
async function byCommand(input: string, county: string, policy: string, asOf: string): Promise<string> {
  const main = join(root, 'apps', 'cli', 'src', 'main.ts');
  const out = join(folder, county);
  const args = ['--input', input, '--county', county, '--policy', policy, '--as-of', asOf, '--out', out];
  const run = await promisify(execFile)(process.execPath, [
    ...['--conditions=@clearance/source', main, 'evaluate'],
    ...args,
  ]);
  expect(run.stderr).toBe('');
  return readFileSync(join(out, 'All_Results.csv'), 'utf8');
}

describe('the annotated file', () => {
  it.each([
    ['PLUMAS', 'la-2020', { rows: 2_500, dirtyRate: 0.02 }],
    ['SIERRA', 'sf-2018', { rows: 1_500, scatter: true, header: false }],
    ['LOS ANGELES', 'la-2021', { rows: 6_000, dirtyRate: 0.01 }],
  ] as const)('of %s is byte for byte what the command line writes', async (name, policy, more) => {
    const county = await makeCounty(installation, { name });
    await publishPolicy(county.people.admin.client, policy);
    const { path } = await sampleFile({ county: name, seed: 61, ...more });
    // A cell in which a spreadsheet would calculate is made harmless by both in the same way.
    writeFileSync(path, readFileSync(path, 'utf8').replace(',ARREST/DETAINED/CITED,', ',@ARREST,'));
    const { annotated, imported } = await made(county, path);
    const text = await textOf(county, annotated);
    const [{ asOf } = { asOf: '' }] = (await county.people.admin.client.get<{ asOf: string }[]>('/api/evaluations'))
      .body;
    const expected = await byCommand(path, name, policy, asOf);
    expect(createHash('sha256').update(text).digest('hex')).toBe(createHash('sha256').update(expected).digest('hex'));
    expect(annotated).toMatchObject({
      rows: imported.rows,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(text).toContain(",'@ARREST,");
    const cells = cellsOf(text);
    // Every accepted row stands in it once, in the order of the file; what was set aside does not.
    expect(cells).toHaveLength(imported.rows + 1);
    const numbers = cells.slice(1).map(([record]) => record);
    expect(new Set(numbers).size).toBe(imported.rows);
    const inFile = readFileSync(path, 'utf8').split('\n');
    expect(numbers).toEqual(inFile.map((line) => line.split(',', 1)[0]).filter((one) => numbers.includes(one)));
    expect(cells.filter((row) => row[95] === 'dismiss').length).toBeGreaterThan(10);
    expect(cells.filter((row) => row.length !== 104)).toEqual([]);
  });

  it('says on request where each conviction stands, and is nothing half when a worker dies over it', async () => {
    const county = await makeCounty(installation, { name: 'ALPINE' });
    const { client } = county.people.admin;
    await publishPolicy(client, 'prop64-dismiss-all');
    const { imported } = await made(county, (await sampleFile({ county: 'ALPINE', rows: 1_200, seed: 62 })).path);
    const view = await annotatedOf(client, imported.id, { ...why, decisions: true });
    const cells = cellsOf(await textOf(county, view));
    expect(cells[0]?.slice(-2)).toEqual(['state', 'recommended']);
    expect(new Set(cells.slice(1).map((row) => row[104]))).toEqual(new Set(['', 'evaluated']));
    // As if the worker had died after it wrote the file and before it said so.
    const { superUrl } = installation.database;
    await query(superUrl, `UPDATE annotated_export SET sha256 = NULL, bytes = NULL, rows = NULL WHERE id = $1`, [
      view.id,
    ]);
    await query(superUrl, `UPDATE work SET state = 'running', finished_at = NULL WHERE id = $1`, [view.id]);
    const again = await until(async () => {
      const [newest] = (await client.get<AnnotatedRow[]>(pathOf(imported.id))).body;
      return newest?.state === 'done' && newest;
    });
    expect(again.rows).toBe(imported.rows);
    expect(filesOf(installation, county.id).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('asking for one', () => {
  let county: County<keyof typeof staff>;
  let imported: ImportRow;
  let annotated: AnnotatedRow;
  const ask = (body: object, who: 'admin' | 'compliance' | 'reviewer' = 'admin') =>
    county.people[who].client.post<AnnotatedRow & Refusal>(pathOf(imported.id), body);
  beforeAll(async () => {
    county = await makeCounty(installation, { name: 'COLUSA', staff });
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    ({ annotated, imported } = await made(county, (await sampleFile({ county: 'COLUSA', rows: 600, seed: 63 })).path));
  });

  it('needs a recipient and a purpose, and the right', async () => {
    for (const body of [{}, { purpose: why.purpose }, { recipient: why.recipient }, { ...why, recipient: '  ' }]) {
      expect(await ask(body)).toMatchObject({ status: 422 });
    }
    for (const who of ['compliance', 'reviewer'] as const) expect(await ask(why, who)).toMatchObject({ status: 403 });
  });

  it('is refused for a file that a newer one replaced', async () => {
    const { client } = county.people.admin;
    const older = imported.id;
    const newer = await sampleFile({ county: 'COLUSA', rows: 700, seed: 64 });
    await importFile(client, newer.path);
    expect(await ask(why)).toMatchObject({ status: 409, body: { code: 'import_not_newest' } });
    // What was made of it before can still be downloaded.
    expect((await client.get(pathOf(older, `/${annotated.id}/file`))).status).toBe(200);
  });

  it('and downloading are on the log by id only, and in the table of releases with recipient and purpose', async () => {
    const { superUrl } = installation.database;
    const before = await query(superUrl, `SELECT id FROM dissemination WHERE county_id = $1`, [county.id]);
    await textOf(county, annotated);
    const released = await query<{ recipient: string; purpose: string; sha256: string; people: number }>(
      superUrl,
      `SELECT recipient, purpose, sha256, people FROM dissemination WHERE county_id = $1 ORDER BY at`,
      [county.id],
    );
    expect(released).toHaveLength(before.length + 1);
    expect(released.at(-1)).toEqual({ ...why, sha256: annotated.sha256, people: imported.people });
    const entries = await query<{ text: string; action: string }>(
      superUrl,
      `SELECT action, convert_from(bytes, 'UTF8') AS text FROM audit_entry
        WHERE county_id = $1 AND target_id = $2 ORDER BY seq`,
      [county.id, annotated.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'annotated_export.create',
      'annotated_export.finish',
      ...released.map(() => 'annotated_export.download'),
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Superior|Motion/);
  });

  it('expires after seven days, and its bytes go', async () => {
    const { superUrl } = installation.database;
    const { client } = county.people.admin;
    expect(Date.parse(annotated.expiresAt) - Date.parse(annotated.createdAt)).toBe(7 * 86_400_000);
    await query(superUrl, `UPDATE annotated_export SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      annotated.id,
    ]);
    expect(await client.get<Refusal>(pathOf(imported.id, `/${annotated.id}/file`))).toMatchObject({
      status: 410,
      body: { code: 'export_expired' },
    });
    // Whoever began to fetch it before gets it to its end.
    expect(filesOf(installation, county.id)).toContain(`${annotated.id}.annotated`);
    await query(superUrl, `UPDATE annotated_export SET expires_at = now() - interval '2 hours' WHERE id = $1`, [
      annotated.id,
    ]);
    await until(() => Promise.resolve(!filesOf(installation, county.id).includes(`${annotated.id}.annotated`)));
    expect((await client.get<AnnotatedRow[]>(pathOf(imported.id))).body).toMatchObject([{ state: 'expired' }]);
  });
});

it('a file that is not written to its end is no file, and none is begun while people are being evaluated', async () => {
  const held = await startInstallation({ workers: 0 });
  try {
    const county = await makeCounty(held, { name: 'TEHAMA' });
    const { client } = county.people.admin;
    const worker = await anotherWorker(held);
    await publishPolicy(client, 'prop64-dismiss-all');
    const imported = await importFile(client, (await sampleFile({ county: 'TEHAMA', rows: 500, seed: 65 })).path);
    await worker.close();
    const asked = await client.post<AnnotatedRow>(pathOf(imported.id), why);
    expect(asked).toMatchObject({ status: 202, body: { state: 'running', rows: null } });
    expect(await client.get<Refusal>(pathOf(imported.id, `/${asked.body.id}/file`))).toMatchObject({
      status: 409,
      body: { code: 'export_not_ready' },
    });
    await client.post('/api/policies', { preset: 'la-2021' });
    expect(await client.post<Refusal>(pathOf(imported.id), why)).toMatchObject({
      status: 409,
      body: { code: 'evaluation_running' },
    });
  } finally {
    await held.stop();
  }
});

it('a file that is asked for, and then the office changes its words, stays listed and says why it was not made', async () => {
  const held = await startInstallation({ workers: 0 });
  try {
    const county = await makeCounty(held, { name: 'TEHAMA' });
    const { client } = county.people.admin;
    const first = await anotherWorker(held);
    await publishPolicy(client, 'prop64-dismiss-all');
    const imported = await importFile(client, (await sampleFile({ county: 'TEHAMA', rows: 500, seed: 65 })).path);
    await first.close();
    expect((await client.post(pathOf(imported.id), why)).status).toBe(202);
    const dispositions = [{ wording: 'DISPO 47B', kind: 'convicted' }];
    expect((await client.post('/api/terms', { basedOn: 0, dispositions, routing: null })).status).toBeLessThan(300);
    expect(await client.post<Refusal>(pathOf(imported.id), why)).toMatchObject({
      body: { code: 'evaluation_running' },
    });
    const second = await anotherWorker(held);
    const listed = await until(async () => {
      const [file] = (await client.get<AnnotatedRow[]>(pathOf(imported.id))).body;
      return file?.state === 'running' ? undefined : file;
    });
    expect(listed.state).toBe('failed');
    expect(listed.problem).toMatch(/^The office changed its words/);
    await second.close();
  } finally {
    await held.stop();
  }
});
