import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReplayView } from '@clearance/contract';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';

let installation: Installation;
let county: County<'reviewer'>;
const superUrl = () => installation.database.superUrl;

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'TRINITY', staff: { reviewer: ['reviewer'] } });
  const admin = county.people.admin.client;
  await publishPolicy(admin, 'la-2020');
  await importFile(admin, (await sampleFile({ county: 'TRINITY', rows: 600, seed: 5 })).path);
});
afterAll(() => installation?.stop());

/** As the owner of the tables, with the trigger that refuses it taken away. */
async function tampering(ownerUrl: string, act: string): Promise<void> {
  await query(
    ownerUrl,
    `BEGIN; SELECT set_config('app.county_id', '${county.id}', true);
     ALTER TABLE determination DISABLE TRIGGER append_only; ${act}; ALTER TABLE determination ENABLE TRIGGER append_only; COMMIT`,
  );
}

const text = (change: (body: string) => string) => ({ change, outcome: false });
it.each([
  ['its outcome', { change: (body: string) => body, outcome: true }, 'outcome'],
  ['a word of its reasons', text((body) => body.replaceAll('"result":false', '"result":true')), /^trace\.steps\./],
  ['the day it was made for', text((body) => body.replaceAll('"asOf":"', '"asOf":"1')), 'trace.asOf'],
  ['its bytes, not what they say', text((body) => ` ${body}`), ''],
  ['everything', text(() => 'nothing'), ''],
])('tells on a determination of which somebody changed %s', async (_, { change, outcome }, path) => {
  const made = await query<{ id: string; conviction: string; body: Buffer; outcome: string }>(
    superUrl(),
    `SELECT id, conviction_id AS conviction, body, outcome FROM determination
      WHERE county_id = $1 AND policy_version = 1 ORDER BY md5(id::text)`,
    [county.id],
  );
  const one = made.find(({ body }) => zstdDecompressSync(body).toString().includes('"result":false'));
  if (!one) throw new Error('No rule failed anywhere.');
  const write = (body: Buffer, said: string) =>
    tampering(
      installation.database.ownerUrl,
      `UPDATE determination SET body = '\\x${body.toString('hex')}', outcome = '${said}' WHERE id = '${one.id}'`,
    );
  const other = one.outcome === 'dismiss' ? 'reduce' : 'dismiss';
  await write(zstdCompressSync(change(zstdDecompressSync(one.body).toString())), outcome ? other : one.outcome);
  const url = `/api/convictions/${one.conviction}/replay`;
  const answer = await county.people.reviewer.client.post<ReplayView>(url, { determinationId: one.id });
  expect(answer.body).toMatchObject({ identical: false, historyStillThere: true });
  for (const difference of answer.body.differences) {
    if (typeof path === 'string') expect(difference.path).toBe(path);
    else expect(difference.path).toMatch(path);
  }
  expect(answer.body.differences.length).toBeGreaterThan(0);
  await write(one.body, one.outcome);
});
