import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRow } from '@clearance/contract';
import { COLUMNS } from '../../libs/record/src/index.ts';
import { importFile, makeCounty, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { faultsOf } from './oracle.ts';
import { openUpload, type Part } from './raw-upload.ts';
import { filesOf, standOf } from './stand.ts';

let installation: Installation;
let county: County<never>;
let good: Buffer;
let counties = 0;

beforeAll(async () => {
  good = readFileSync((await sampleFile({ county: 'YOLO', rows: 400, seed: 21 })).path);
  installation = await startInstallation({ env: { UPLOAD_LIMIT_BYTES: String(good.length) } });
});
afterAll(() => installation?.stop());
beforeEach(async () => {
  county = await makeCounty(installation, { name: `YOLO ${(counties += 1)}` });
});

const fileOf = (bytes: Buffer | string): Part[] => [{ bytes: Buffer.from(bytes) }];
const zip = Buffer.from('504b030414000800080000000000', 'hex');
const pdf = Buffer.from('%PDF-1.7\n%\xb5\xed\xae\xfb\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1');
const picture = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  ...Array.from({ length: 600 }, (_, at) => createHash('sha512').update(`${at}`).digest()),
]);
const table = 'name,born,case\n"GARCIA, MINH",1977-05-08,YF962768B\n';
const swapped = COLUMNS.map((name) => (name === 'CII_NUMBER' ? 'CII' : name)).join(',');

/** The half of the file, each row changed, its header as it is. */
const everyRow = (change: (row: string) => string): string => {
  const [header = '', ...rows] = good.toString('latin1').split('\n').slice(0, 150);
  return [header, ...rows.map(change)].join('\n');
};

/** Its first rows, as a file. */
const beginning = (): Buffer => good.subarray(0, good.indexOf('\n', good.length / 4) + 1);

const refusals: readonly [what: string, parts: () => Part[], status: number, code: string][] = [
  ['a zip', () => fileOf(Buffer.concat([zip, Buffer.alloc(2_000, 7)])), 422, 'wrong_file_type'],
  ['the file itself, compressed', () => fileOf(gzipSync(good)), 422, 'wrong_file_type'],
  ['a PDF', () => fileOf(pdf), 422, 'wrong_file_type'],
  ['a picture called .dat', () => fileOf(picture), 422, 'wrong_file_type'],
  [
    'a letter with quotes',
    () => fileOf('Dear colleague,\nit is "large", they say.\n'.repeat(40)),
    422,
    'wrong_file_type',
  ],
  ['an ordinary table', () => fileOf(table), 422, 'wrong_file_type'],
  ['UTF-16', () => fileOf(Buffer.from(`\ufeff${good.toString().slice(0, 4_000)}`, 'utf16le')), 422, 'wrong_file_type'],
  ['a header with another column', () => fileOf(`${swapped}\n`), 422, 'wrong_file_type'],
  ['what a spreadsheet saved', () => fileOf(everyRow((row) => `${row},`)), 422, 'wrong_file_type'],
  ['cells between semicolons', () => fileOf(everyRow((row) => row.replaceAll(',', ';'))), 422, 'wrong_file_type'],
  ['an empty file', () => fileOf(''), 422, 'empty_file'],
  ['blank lines only', () => fileOf('\n  \r\n\t\n'.repeat(50)), 422, 'empty_file'],
  ['a form without a file', () => [{ disposition: 'name="note"', bytes: Buffer.from('hello') }], 422, 'upload_missing'],
  ['a form without anything', () => [], 422, 'upload_missing'],
  ['the same file twice', () => [...fileOf(beginning()), ...fileOf(beginning())], 422, 'same_file_twice'],
  [
    'a file of another kind behind a good one',
    () => [...fileOf(beginning()), ...fileOf(table)],
    422,
    'wrong_file_type',
  ],
  ['an empty file behind a good one', () => [...fileOf(beginning()), ...fileOf('')], 422, 'wrong_file_type'],
  [
    'two files that are too large together',
    () => [...fileOf(good.subarray(0, -1)), ...fileOf(good)],
    413,
    'upload_too_large',
  ],
  ['a byte more than the limit', () => fileOf(Buffer.concat([good, Buffer.from('\n')])), 413, 'upload_too_large'],
  ['a hundred times the limit', () => fileOf(Buffer.alloc(100 * good.length, good)), 413, 'upload_too_large'],
];

describe('a file that cannot be imported', () => {
  it.each(refusals)('is refused with a code of its own and leaves nothing: %s', async (_, parts, status, code) => {
    const before = await standOf(installation, county.id);
    const answer = await openUpload(county.people.admin.client, parts()).finish();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).not.toContain('…');
    expect(await standOf(installation, county.id)).toEqual(before);
  });

  it('is refused with the reason that most of its rows have, and the first of them without secret numbers', async () => {
    const secret = '123-45-6789';
    const bytes = everyRow((row) => `${row.replace(',MATCHED,', `,${secret},`)},`);
    const { body } = await openUpload(county.people.admin.client, fileOf(bytes)).finish();
    const { details = {} } = body as { details?: Record<string, string | number> };
    expect(details).toMatchObject({ problem: expect.stringContaining('extra commas') as string, line: 2 });
    expect(details['text']).toContain('•••');
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('is refused when the request is no form at all', async () => {
    const before = await standOf(installation, county.id);
    const { client } = county.people.admin;
    const answers = [
      await client.post<{ code: string }>('/api/imports', { file: 'file.dat' }),
      await client.post<{ code: string }>('/api/imports', {}, { 'content-type': 'multipart/form-data' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'upload_missing'],
      [422, 'upload_missing'],
    ]);
    expect(await standOf(installation, county.id)).toEqual(before);
  });

  it('does not keep the right one out, which may be exactly as large as the limit', async () => {
    const imported = await importFile(county.people.admin.client, { name: 'right.dat', bytes: good.toString() });
    expect(imported).toMatchObject({ state: 'waiting', bytes: good.length, rows: 400, rejected: 0 });
    expect((await standOf(installation, county.id)).files).toEqual([imported.id]);
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });

  it('does no harm by its name', async () => {
    const { client } = county.people.admin;
    const bytes = good;
    const names = [
      '../../../../etc/passwd',
      'a"b\\c.dat',
      '=HYPERLINK("x").dat',
      `${'n'.repeat(3_000)}.dat`,
      '\u202e📄.dat',
      'nul\0.dat',
    ];
    for (const name of names) {
      const disposition = `name="file"; filename="${name.replace(/["\\]/g, '\\$&')}"`;
      const answer = await openUpload(client, [{ disposition, bytes }]).finish();
      expect([201, 400, 422], name).toContain(answer.status);
      if (answer.status !== 201) continue;
      const { id = '' } = answer.body;
      expect(filesOf(installation, county.id)).toEqual([id]);
      await until(async () => (await client.get<ImportRow>(`/api/imports/${id}`)).body.state === 'waiting');
      await client.post(`/api/imports/${id}/cancel`);
    }
    expect(filesOf(installation, county.id)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });
});
