import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConvictionRow } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { ciiOf, laterFile, partsOf } from './state-file.ts';

let installation: Installation;
let county: County<never>;

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'INYO' });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
});
afterAll(() => installation?.stop());

const flagged = async () => {
  const filter = { flag: ['row_unreadable'] };
  const { body } = await county.people.admin.client.get<ConvictionRow[]>(
    listOf('/api/convictions', { filter, range: [0, 99] }),
  );
  return body;
};

it('a row that cannot be read is told on every conviction of the person whose row it was, until a file has it in order', async () => {
  const { client } = county.people.admin;
  const { header, rows } = partsOf(
    readFileSync((await sampleFile({ county: 'INYO', rows: 1_500, seed: 5 })).path, 'utf8'),
  );
  const person = ciiOf(rows.find((row) => row.includes('CONVICTED') && row.includes('INYO')) ?? '');
  const at = rows.findLastIndex((row) => ciiOf(row) === person);
  const spoilt = rows.map((row, index) => (index === at ? `${row},one cell too many` : row));
  const imported = await importFile(client, { name: 'first.dat', bytes: [header, ...spoilt, ''].join('\n') });
  expect(imported).toMatchObject({ state: 'done', rejected: 1 });

  const found = await flagged();
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((row) => row.personId)).size).toBe(1);
  const all = await client.get<ConvictionRow[]>(
    listOf('/api/convictions', { filter: { personId: found[0]?.personId }, range: [0, 99] }),
  );
  expect(all.body.map((row) => row.id).sort()).toEqual(found.map((row) => row.id).sort());

  const mended = await importFile(client, { name: 'second.dat', bytes: laterFile(header, rows) });
  expect(mended).toMatchObject({ state: 'done', rejected: 0 });
  expect(await flagged()).toEqual([]);
});
