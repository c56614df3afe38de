import { randomInt } from 'node:crypto';
import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import type { Answer } from '../support/client.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';

/** How often each way of spoiling a file is tried on each download. */
const TRIES = 2;

let installation: Installation;
let yolo: WorkedCounty;
let sutter: WorkedCounty;
beforeAll(async () => {
  installation = await startInstallation();
  const file = async (county: string) => (await sampleFile({ county, rows: 600, dirtyRate: 0.02 })).path;
  yolo = await workedCounty(installation, 'YOLO', await file('YOLO'));
  sutter = await workedCounty(installation, 'SUTTER', await file('SUTTER'));
});
afterAll(() => installation?.stop());

const folderOf = ({ id }: WorkedCounty) => join(installation.folder, 'files', id);
const given = { purpose: 'A check', recipient: 'Nobody' };

/** Every way in which the bytes of a stored file leave, and how the name of that file ends. */
const downloads: readonly (readonly [
  string,
  (of: WorkedCounty) => string,
  (of: WorkedCounty) => Promise<Answer<Refusal>>,
])[] = [
  [
    'the annotated file',
    ({ annotated }) => `${annotated.id}.annotated`,
    ({ annotated, importId, people }) =>
      people.admin.client.get(`/api/imports/${importId}/annotated/${annotated.id}/file`),
  ],
  [
    'the list for the court',
    ({ courtList }) => `${courtList.id}.court`,
    ({ courtList, people }) => people.admin.client.get(`/api/court-lists/${courtList.id}/file`),
  ],
  [
    'the bundle of the log',
    (of) => readdirSync(folderOf(of)).find((name) => name.startsWith(of.export.id) && name.endsWith('.jsonl')) ?? '',
    (of) => of.people.compliance.client.get(`/api/audit-exports/${of.export.id}/file?format=bundle`),
  ],
  [
    'one file of the export of the log',
    (of) => readdirSync(folderOf(of)).find((name) => name.startsWith(of.export.id) && name.endsWith('.csv')) ?? '',
    (of) => of.people.compliance.client.get(`/api/audit-exports/${of.export.id}/file?format=csv`),
  ],
  [
    'the rejected rows',
    ({ importId }) => importId,
    ({ importId, people }) => people.admin.client.post(`/api/imports/${importId}/problems.csv`, given),
  ],
  [
    'the list of rejected rows',
    ({ importId }) => importId,
    ({ importId, people }) => people.admin.client.get(`/api/imports/${importId}/problems`),
  ],
];

interface Attack {
  readonly name: string;
  readonly says: string;
  readonly problem: string;
  readonly spoil: (path: string, at: { readonly own: string; readonly foreign: string }) => void;
}
const attacks: readonly Attack[] = [
  {
    ...{ name: 'with a flipped bit', says: 'is damaged', problem: 'damaged' },
    spoil: (path) => {
      const bytes = readFileSync(path);
      const at = randomInt(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << randomInt(8)), at);
      writeFileSync(path, bytes);
    },
  },
  {
    ...{
      name: 'with another file of the county in its place',
      says: 'another file is in its place',
      problem: 'replaced',
    },
    spoil: (path, { own }) => copyFileSync(own, path),
  },
  {
    ...{ name: 'with the same file of another county', says: 'another file is in its place', problem: 'replaced' },
    spoil: (path, { foreign }) => copyFileSync(foreign, path),
  },
  {
    ...{ name: 'cut short', says: 'is cut short', problem: 'cut_short' },
    spoil: (path) => truncateSync(path, randomInt(readFileSync(path).length)),
  },
  { ...{ name: 'deleted', says: 'is missing', problem: 'missing' }, spoil: (path) => rmSync(path) },
  {
    ...{ name: 'with bytes behind its end', says: 'is damaged', problem: 'damaged' },
    spoil: (path) => appendFileSync(path, Buffer.alloc(1 + randomInt(300), 7)),
  },
];

describe.each(attacks)('a stored file $name', ({ problem, says, spoil }) => {
  it.each(downloads)('is refused by name instead of being sent: %s', async (_, nameOf, fetched) => {
    const [name, foreign] = [nameOf(yolo), join(folderOf(sutter), nameOf(sutter))];
    const path = join(folderOf(yolo), name);
    const others = readdirSync(folderOf(yolo)).filter((one) => one !== name);
    const whole = readFileSync(path);
    const before = await noted(problem);
    const released = await releases();
    for (let tried = 0; tried < TRIES; tried += 1) {
      spoil(path, { own: join(folderOf(yolo), others[randomInt(others.length)] ?? ''), foreign });
      const { body, status } = await fetched(yolo).finally(() => writeFileSync(path, whole));
      expect([status, body.code]).toEqual([500, 'stored_file_wrong']);
      expect(body.message).toContain(`The stored file ${name} `);
      expect(body.message).toContain(says);
    }
    expect((await noted(problem)) - before).toBe(TRIES);
    expect((await releases()) - released).toBe(0);
    // The same of another county is answered, and so is this one once it is in its place again.
    for (const county of [sutter, yolo]) expect((await fetched(county)).status).toBeLessThan(300);
  });
});

/** What the county's log says of stored files that were found so. */
async function noted(problem: string): Promise<number> {
  const [found] = await query<{ n: number }>(
    installation.database.superUrl,
    `SELECT count(*)::int AS n FROM audit_entry WHERE county_id = $1 AND action = 'stored_file.read' AND outcome = 'failed'
        AND convert_from(bytes, 'UTF8')::jsonb -> 'detail' ->> 'problem' = $2`,
    [yolo.id, problem],
  );
  return found?.n ?? 0;
}

async function releases(): Promise<number> {
  const [found] = await query<{ n: number }>(
    installation.database.superUrl,
    `SELECT count(*)::int AS n FROM dissemination WHERE county_id = $1`,
    [yolo.id],
  );
  return found?.n ?? 0;
}
