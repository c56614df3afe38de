import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COLUMN, canonicalHistory, DojReader, KeptRow, packRow } from '@clearance/record';
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
  const stretches = await query<{ n: number }>(superUrl, `SELECT jsonb_array_length(begins) AS n FROM import`);
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
