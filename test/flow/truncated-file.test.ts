import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, PersonView, Stats } from '@clearance/contract';
import { COLUMN } from '../../libs/record/src/index.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { lookAt } from './deciding.ts';

let installation: Installation;
let county: County<'reviewer'>;
let first: ImportRow;
let header: string;
let lines: string[];
beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  county = await makeCounty(installation, { name: 'PLUMAS', staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  const { path } = await sampleFile({ county: 'PLUMAS', rows: 1_500, seed: 61 });
  [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  first = await importFile(county.people.admin.client, { name: 'whole.dat', bytes: textOf(lines) });
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

const textOf = (rows: readonly string[], end = '\n') => [header, ...rows].join('\n') + end;
const inQueue = async () => (await lookAt(county.people.reviewer.client, { state: ['evaluated'] })).count;
/** Sends a file and waits until it is counted, or waits for somebody; one that waits is taken back. */
async function doubtsAbout(name: string, bytes: string): Promise<ImportRow['doubts']> {
  const { client } = county.people.admin;
  const { id } = (await client.upload({ name, bytes })).body;
  const settled = await until(async () => {
    const { body } = await client.get<ImportRow>(`/api/imports/${id}`);
    return !['reading', 'counting', 'evaluating'].includes(body.state) && body;
  });
  if (settled.state === 'waiting') expect((await client.post(`/api/imports/${id}/cancel`, {})).status).toBe(200);
  return settled.doubts;
}

describe('a newer file of which the rest is missing', () => {
  it('is asked about before anything leaves the queue, when it was cut in the middle of a row', async () => {
    const before = await inQueue();
    expect(before).toBeGreaterThan(20);
    const whole = textOf(lines);
    const cut = whole.slice(0, Math.floor(whole.length * 0.6));
    expect(cut.endsWith('\n')).toBe(false);
    expect(await doubtsAbout('cut.dat', cut)).toEqual(['unfinished', 'few_shared']);
    expect(await inQueue()).toBe(before);
  });

  it('is asked about as well when hardly anything is missing but the end of its last row', async () => {
    expect(await doubtsAbout('nearly.dat', textOf(lines, '').slice(0, -40))).toEqual(['unfinished']);
  });

  it('is asked about when it was cut between two rows, from a tenth of the people on', async () => {
    const before = await inQueue();
    const people = [...new Set(lines.map((line) => line.split(',')[COLUMN.SUBJECT_ID]))];
    const upTo = (share: number) => {
      const kept = new Set(people.slice(0, Math.ceil(people.length * share)));
      return lines.filter((line) => kept.has(line.split(',')[COLUMN.SUBJECT_ID]));
    };
    expect(people.length).toBeGreaterThan(30);
    expect(await doubtsAbout('shorter.dat', textOf(upTo(0.85)))).toEqual(['few_shared']);
    expect(await inQueue()).toBe(before);
  });

  it('counts without a question when its last row has no line end and all its cells', async () => {
    expect(await doubtsAbout('no-end.dat', textOf(lines, ''))).toEqual([]);
    expect(await inQueue()).toBe(first.fresh);
  });

  it('that somebody lets count all the same says so from then on, on its page and on Home', async () => {
    const { client } = county.people.admin;
    const { id } = (await client.upload({ name: 'kept.dat', bytes: textOf(lines, '').slice(0, -40) })).body;
    const viewIn = (state: ImportRow['state']) =>
      until(async () => {
        const { body } = await client.get<ImportRow>(`/api/imports/${id}`);
        return body.state === state && body;
      });
    expect((await viewIn('waiting')).confirmed).toBeNull();
    expect((await client.post(`/api/imports/${id}/confirm`, {})).status).toBe(200);
    const { confirmed, doubts, files } = await viewIn('done');
    expect(doubts).toEqual(['unfinished']);
    expect(files).toMatchObject([{ name: 'kept.dat', unfinished: true }]);
    const me = (await client.get<{ name: string }>('/api/me')).body;
    expect(confirmed).toEqual({ by: me.name, at: expect.any(String) as string });
    // Beside every person whose determinations rest on it as well.
    const [someone] = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT id FROM person WHERE county_id = $1 AND import_id = $2 LIMIT 1`,
      [county.id, id],
    );
    const reader = county.people.reviewer.client;
    for (const path of [`/api/people/${someone?.id}`, `/api/people/${someone?.id}/overview`]) {
      const person = (await reader.get<PersonView>(path)).body;
      expect(person.confirmed).toMatchObject({ importId: id, doubts: ['unfinished'], by: me.name });
    }
    const { problems } = (await county.people.reviewer.client.get<Stats>('/api/stats')).body;
    expect(problems).toContainEqual({
      says: 'The file kept.dat counts although it seems to lack a part: convictions of people may be unknown.',
      to: `/imports/${id}/show`,
    });
  });
});
