import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConvictionRow, ImportRow, PersonView, RejectedRowView } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { cellsOfCsv, looksLikeFormula } from './csv.ts';
import { faultsOf } from './oracle.ts';
import { filesOf } from './stand.ts';

let installation: Installation;
const staff = { reviewer: ['reviewer'] } as const;
const countyOf = (name: string) => makeCounty(installation, { name, staff });
const send = (county: County<'reviewer'>, bytes: Uint8Array<ArrayBuffer> | string, name = 'file.dat') =>
  importFile(county.people.admin.client, { name, bytes });
const textOf = async (county: string, more: { rows: number; scatter?: boolean }) => {
  const file = await sampleFile({ county, seed: 41, ...more });
  return { ...file, text: readFileSync(file.path, 'utf8') };
};

beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

describe('one bad row', () => {
  const secret = '=HYPERLINK("http://evil.example"),903943812,N7842712';
  const masked = '=HYPERLINK("http://evil.example"),•••••••••,•••••••••';
  let county: County<'reviewer'>;
  let imported: ImportRow;
  beforeAll(async () => {
    county = await countyOf('LASSEN');
    const lines = (await textOf('LASSEN', { rows: 500 })).text.split('\n');
    imported = await send(county, [...lines.slice(0, 251), secret, ...lines.slice(251)].join('\n'));
  });
  const problems = async (who: 'admin' | 'reviewer') =>
    (await county.people[who].client.get<RejectedRowView[]>(`/api/imports/${imported.id}/problems`)).body;
  const to = { recipient: 'Department of Justice, data desk', purpose: 'Correcting the file' };
  const csv = (who: 'admin' | 'reviewer', body: object = to) =>
    county.people[who].client.post<string>(`/api/imports/${imported.id}/problems.csv`, body);

  it('is set aside with its line and its reason, and the others count', async () => {
    expect(imported).toMatchObject({ state: 'done', rows: 500, rejected: 1 });
    expect(await problems('admin')).toMatchObject([{ line: 252, reason: 'stray_quote', text: masked }]);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  it('is shown with its text to those who import, and to nobody else', async () => {
    expect(await problems('reviewer')).toMatchObject([{ line: 252, reason: 'stray_quote', text: '' }]);
    const [heads, row = []] = cellsOfCsv((await csv('admin')).body);
    expect(heads).toEqual(['line', 'reason', 'detail', 'text']);
    expect(row.filter(looksLikeFormula)).toEqual([]);
    expect(row[3]).toBe(`'${masked}`);
    expect((await csv('reviewer')).status).toBe(403);
  });

  it('leaves the office only with recipient and purpose, which stand under what was given out', async () => {
    const { superUrl } = installation.database;
    const given = () =>
      query<object>(
        superUrl,
        `SELECT what, people, recipient, purpose, sha256 FROM dissemination WHERE county_id = $1 ORDER BY at`,
        [county.id],
      );
    const before = await given();
    for (const lacking of [{}, { purpose: to.purpose }, { recipient: to.recipient }]) {
      expect((await csv('admin', lacking)).status).toBe(422);
    }
    expect(await given()).toEqual(before);
    const file = await csv('admin');
    expect(file.status).toBe(200);
    const sha256 = createHash('sha256').update(file.body).digest('hex');
    expect((await given()).slice(before.length)).toEqual([{ ...to, what: 'rejected_rows', people: 1, sha256 }]);
    expect(filesOf(installation, county.id).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stays out of every table and of the log', async () => {
    const kept = await query<{ text: string }>(
      installation.database.superUrl,
      `SELECT r::text AS text FROM rejected_row r WHERE county_id = $1
       UNION ALL SELECT convert_from(bytes, 'UTF8') FROM audit_entry WHERE county_id = $1`,
      [county.id],
    );
    const parts = await query<{ packed: Buffer }>(
      installation.database.superUrl,
      `SELECT packed FROM history_part WHERE county_id = $1`,
      [county.id],
    );
    const texts = [
      ...kept.map(({ text }) => text),
      ...parts.map(({ packed }) => zstdDecompressSync(packed).toString()),
    ];
    expect(texts.join('').length).toBeGreaterThan(100_000);
    expect(texts.filter((text) => text.includes('903943812') || text.includes('HYPERLINK'))).toEqual([]);
  });
});

describe('rows of a person that stand apart', () => {
  it('are one person with the same convictions and outcomes', async () => {
    const county = await countyOf('MODOC');
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    const [apart, together] = [
      await textOf('MODOC', { rows: 1_500, scatter: true }),
      await textOf('MODOC', { rows: 1_500 }),
    ];
    expect(apart.text.split('\n').slice(1, 40)).not.toEqual(together.text.split('\n').slice(1, 40));
    const first = await send(county, apart.text, 'apart.dat');
    expect(first).toMatchObject({ state: 'done', rows: 1_500, people: apart.totals.people });
    const dismissed = await query<{ n: number }>(
      installation.database.superUrl,
      `SELECT count(*)::int AS n FROM conviction WHERE county_id = $1 AND outcome = 'dismiss'`,
      [county.id],
    );
    expect(dismissed[0]?.n).toBe(apart.convictions.filter((one) => one.dismissAll === 'dismiss').length);
    // Told together, the same histories: nothing is new, nothing is another one, nothing is gone.
    const { convictions, people } = first;
    expect(first.fresh).toBeGreaterThan(20);
    expect(await send(county, together.text, 'together.dat')).toMatchObject({
      ...{ state: 'done', people, convictions, unchanged: first.fresh, fresh: 0, changed: 0, vanished: 0 },
    });
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });
});

describe('the same file in another dress', () => {
  const windows1252 = (text: string) => Buffer.from(text, 'latin1');
  const withoutHeader = (text: string) => text.slice(text.indexOf('\n') + 1);
  const dresses: readonly [dress: string, put: (text: string) => Buffer, expected: Partial<ImportRow>][] = [
    ['Windows-1252', windows1252, { encoding: 'windows-1252', header: true }],
    ['no header', (text) => Buffer.from(withoutHeader(text)), { encoding: 'utf-8', header: false }],
    ['CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n')), { encoding: 'utf-8', header: true }],
    [
      'all of it: Windows-1252, CRLF, no header, no last line end',
      (text) => windows1252(withoutHeader(text).trimEnd().replaceAll('\n', '\r\n')),
      { encoding: 'windows-1252', header: false },
    ],
    ['a byte-order mark', (text) => Buffer.from(`\ufeff${text}`), { encoding: 'utf-8', header: true }],
    [
      'a comma behind the header, blank lines between the rows',
      (text) => Buffer.from(text.replace('END_OF_REC\n', 'END_OF_REC,\n').replaceAll('EOR\n', 'EOR\n\n')),
      { encoding: 'utf-8', header: true },
    ],
  ];
  let county: County<'reviewer'>;
  let plain: string;
  let convictions: number;
  let fresh: number;

  beforeAll(async () => {
    county = await countyOf('PLUMAS');
    const { text } = await textOf('PLUMAS', { rows: 400 });
    plain = text
      .replace(/(,PII>>,A\d{8},)"[^"]*"/g, '$1"MUÑOZ,JOSÉ                   "')
      .replaceAll('COM: ', 'COM: ¿SEÑAS? ');
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    ({ convictions, fresh } = await send(county, plain, 'plain.dat'));
    expect(fresh).toBeGreaterThan(10);
  });

  it.each(dresses)('says the same: %s', async (_, put, expected) => {
    const bytes = new Uint8Array(put(plain));
    expect(Buffer.from(bytes).equals(Buffer.from(plain))).toBe(false);
    expect(await send(county, bytes)).toMatchObject({
      ...{ state: 'done', rows: 400, rejected: 0, convictions, unchanged: fresh, fresh: 0, changed: 0, vanished: 0 },
      ...expected,
    });
    const { client } = county.people.reviewer;
    const { body: rows } = await client.get<ConvictionRow[]>('/api/convictions');
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['MUÑOZ,JOSÉ']));
    const { body: person } = await client.get<PersonView>(`/api/people/${rows[0]?.personId}`);
    expect(person.name).toBe('MUÑOZ,JOSÉ');
    expect(JSON.stringify(person.cycles)).toContain('¿SEÑAS?');
  });
});
