import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CountyKeys, Database } from '@clearance/platform';
import { COLUMN, canonicalHistory, DojReader, KeptRow, packRow } from '@clearance/record';
import { historiesOf, historyDigest } from '../../libs/clearance/src/import/history-store.ts';
import { PeopleOfFile } from '../../libs/clearance/src/import/people-of-file.ts';
import { importFile, makeCounty } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { faultsOf } from './oracle.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
});
afterAll(() => installation?.stop());

/** Each person's first line and the digest of her whole history, read from the file in one piece. */
function peopleOf(path: string): Map<string, { no: number; digest: string }> {
  const reader = new DojReader({ encoding: 'ascii', hasHeader: true });
  const people = new Map<string, KeptRow[]>();
  for (const { rows } of [reader.push(readFileSync(path)), reader.end()]) {
    for (const row of rows) {
      const cii = row.cell(COLUMN.CII_NUMBER);
      people.set(cii, [...(people.get(cii) ?? []), new KeptRow(row.line, packRow(row))]);
    }
  }
  const told = [...people.values()].map((rows) => ({
    no: rows[0]?.line ?? 0,
    digest: hash('sha256', canonicalHistory(rows)),
  }));
  return new Map(told.map((one) => [String(one.no), one]));
}

it('a file whose people stand all over it is read in stretches at once, and everybody is whole and counted once', async () => {
  const county = await makeCounty(installation, { name: 'YOLO' });
  const { path } = await sampleFile({ county: 'YOLO', rows: 14_000, seed: 17, scatter: true });
  const imported = await importFile(county.people.admin.client, path);
  const { superUrl } = installation.database;
  const stretches = await query<{ n: number }>(
    superUrl,
    `SELECT jsonb_array_length(begins) AS n FROM import WHERE county_id = $1`,
    [county.id],
  );
  expect(stretches[0]?.n).toBeGreaterThan(2);
  const expected = peopleOf(path);
  expect(imported).toMatchObject({ state: 'done', rows: 14_000, people: expected.size, bytesRead: imported.bytes });
  const stored = await query<{ no: number; digest: string }>(
    superUrl,
    `SELECT person_no AS no, history_digest AS digest FROM person WHERE county_id = $1`,
    [county.id],
  );
  expect(new Map(stored.map((one) => [String(one.no), one]))).toEqual(expected);
  expect(await faultsOf(superUrl, county.id)).toEqual([]);
  expect(installation.faults).toEqual([]);
});

it.each([
  ['first', [0, 1, 2]],
  ['last', [2, 1, 0]],
  ['in the middle', [1, 2, 0]],
])(
  'whichever stretch is stored first, the one that stands %s or another, everybody is found by her first line',
  async (_, order) => {
    const county = await makeCounty(installation, { name: `SISKIYOU ${order.join('')}` });
    const { path } = await sampleFile({ county: 'SISKIYOU', rows: 600, seed: 18, scatter: true });
    const { id } = await importFile(county.people.admin.client, path);
    const { superUrl } = installation.database;
    await query(
      superUrl,
      `INSERT INTO import SELECT (jsonb_populate_record(i, jsonb_build_object('id', $1::uuid, 'sha256', 'other', 'state', 'done'))).* FROM import i
      WHERE id = $2`,
      [county.id, id],
    );
    const reader = new DojReader({ encoding: 'ascii', hasHeader: true });
    const { rows } = reader.push(readFileSync(path));
    const database = installation.api.get(Database, { strict: false });
    const keys = installation.api.get(CountyKeys, { strict: false });
    let fresh = 0;
    for (const part of order) {
      await database.inCounty({ countyId: county.id }, async (tx) => {
        const people = new PeopleOfFile(await keys.of(tx, county.id));
        for (const row of rows.slice(part * 200, (part + 1) * 200)) people.take(row);
        fresh += await people.store(tx, county.id, county.id);
      });
    }
    const stored = await database.inCounty({ countyId: county.id }, (tx) => historiesOf(tx, county.id, 1, 1_000));
    const expected = peopleOf(path);
    expect(fresh).toBe(expected.size);
    expect(stored.map((one) => ({ no: one.personNo, digest: historyDigest(one) }))).toEqual([...expected.values()]);
  },
);
