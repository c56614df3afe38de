import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEventRow, ConvictionRow, Stats } from '@clearance/contract';
import { Readings } from '../../libs/platform/src/index.ts';
import { listOf, type Client } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';

const staff = {
  reviewer: ['reviewer'],
  second: ['reviewer'],
  third: ['reviewer'],
  compliance: ['compliance'],
} as const;
const MINUTE = 60_000;

describe('somebody who reads the data of people', () => {
  let installation: Installation;
  let county: County<keyof typeof staff>;
  let importId: string;
  let all: ConvictionRow[];
  const superUrl = () => installation.database.superUrl;

  beforeAll(async () => {
    installation = await startInstallation({ workers: 1 });
    county = await makeCounty(installation, { name: 'YOLO', staff });
    await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
    const file = await sampleFile({ county: 'YOLO', rows: 6_000, seed: 71, dirtyRate: 0.01 });
    importId = (await importFile(county.people.admin.client, file.path)).id;
    all = await query<ConvictionRow>(
      superUrl(),
      `SELECT c.id, c.person_id AS "personId", c.case_number AS "caseNumber", p.name
         FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id WHERE c.county_id = $1`,
      [county.id],
    );
  });
  afterAll(() => installation?.stop());

  /** What the log has of a member, oldest first. */
  async function entriesOf(who: keyof typeof staff, action: string): Promise<AuditEventRow[]> {
    const filter = { action, actorId: county.people[who].memberId };
    const path = listOf('/api/audit-events', { filter, range: [0, 499], sort: ['id', 'ASC'] });
    return (await county.people.compliance.client.get<AuditEventRow[]>(path)).body;
  }
  const queue = (client: Client, range: [number, number], filter: object = {}) =>
    client.get<ConvictionRow[]>(listOf('/api/convictions', { filter, range, sort: ['name', 'ASC'] }));
  const close = (minutes: number) =>
    installation.api.get(Readings).close(county.id, new Date(Date.now() + minutes * MINUTE));

  it('leaves an entry for each of the four requests in which a whole county is read', async () => {
    const { client } = county.people.reviewer;
    const quarter = Math.ceil(all.length / 4);
    const pages: ConvictionRow[][] = [];
    for (const at of [0, 1, 2, 3]) {
      pages.push(
        (await queue(client, [at * quarter, (at + 1) * quarter - 1], { state: ['evaluated', 'imported'] })).body,
      );
    }
    expect(pages.flat().length).toBeGreaterThan(150);
    const entries = await entriesOf('reviewer', 'conviction.list');
    expect(entries.map(({ targetId, targetType }) => `${targetType} ${targetId}`)).toEqual(
      Array<string>(4).fill(`county ${county.id}`),
    );
    expect(entries.map(({ detail }) => detail)).toEqual(
      pages.map((rows, at) => ({
        ...{ state: 'evaluated, imported', from: at * quarter, to: (at + 1) * quarter - 1 },
        ...{ people: new Set(rows.map(({ personId }) => personId)).size, convictions: rows.length },
      })),
    );
  });

  it('has one entry for a page that reloads itself, and another for what was new on it', async () => {
    const { client } = county.people.second;
    for (let time = 0; time < 20; time += 1) await queue(client, [0, 9]);
    expect(await entriesOf('second', 'conviction.list')).toHaveLength(1);
    await close(6);
    expect(await entriesOf('second', 'conviction.list')).toHaveLength(1);

    // People come to stand on the page who were not on it at first.
    const [first] = (await queue(client, [0, 9])).body;
    const others = first?.personId;
    await query(superUrl(), `UPDATE person SET name = 'ZZZ' || name WHERE county_id = $1 AND id = $2`, [
      county.id,
      others,
    ]);
    for (let time = 0; time < 5; time += 1) await queue(client, [0, 9]);
    await query(superUrl(), `UPDATE person SET name = substr(name, 4) WHERE county_id = $1 AND id = $2`, [
      ...[county.id, others],
    ]);
    expect(await entriesOf('second', 'conviction.list')).toHaveLength(2);
    await close(6);
    const entries = await entriesOf('second', 'conviction.list');
    expect(entries).toHaveLength(3);
    const [, opened, closed] = entries;
    expect(closed?.detail).toMatchObject({ from: 0, to: 9, answers: 6 });
    expect(Number(closed?.detail['people'])).toBeGreaterThan(Number(opened?.detail['people']));
    await close(12);
    expect(await entriesOf('second', 'conviction.list')).toHaveLength(3);
  });

  it('has an entry on every other way to a person: details, reasons, facts, rows, a record', async () => {
    const { client } = county.people.third;
    const [one] = (await queue(client, [0, 0])).body;
    await client.get(`/api/convictions/${one?.id}`);
    await client.get(`/api/convictions/${one?.id}/trace`);
    await client.get(`/api/convictions/${one?.id}/facts`);
    await client.get(`/api/people/${one?.personId}`);
    await client.get('/api/convictions/set');
    const rejected = (await client.get<object[]>(listOf(`/api/imports/${importId}/problems`, { range: [0, 99] }))).body;
    expect(rejected.length).toBeGreaterThan(0);
    const told = async (action: string) =>
      (await entriesOf('third', action)).map(({ detail, targetId }) => [targetId, detail]);
    expect(await told('conviction.view')).toMatchObject([[one?.id, { people: 1 }]]);
    expect(await told('determination.view')).toEqual([[one?.id, { people: 1 }]]);
    expect(await told('fact.view')).toEqual([[one?.id, { people: 1 }]]);
    expect(await told('record.view')).toEqual([[one?.personId, { people: 1 }]]);
    expect(await told('import.view_rejected')).toMatchObject([
      [importId, { from: 0, to: 99, rows: rejected.length, people: rejected.length }],
    ]);
    expect(await told('conviction.list')).toMatchObject([
      [county.id, { from: 0, to: 0 }],
      [county.id, { examples: true }],
    ]);
  });

  it('tells the log what was typed as a keyed digest, and no name and no case number', async () => {
    const { client } = county.people.third;
    const [one] = (await queue(client, [1, 1])).body;
    await queue(client, [0, 99], { q: one?.caseNumber });
    await queue(client, [0, 99], { notFlag: ['A COURT OF SOMEBODY', 'DOE,JANE'] });
    const kept = await query<{ bytes: string }>(
      superUrl(),
      `SELECT convert_from(bytes, 'UTF8') AS bytes FROM audit_entry WHERE county_id = $1
        AND action ~ '^(conviction.(list|view)|determination.view|fact.view|record|import.view_rejected)'`,
      [county.id],
    );
    const text = kept.map(({ bytes }) => bytes).join('\n');
    const marks = new Set(all.flatMap(({ caseNumber, name }) => [caseNumber, name]).filter((mark) => mark.length > 3));
    expect(marks.size).toBeGreaterThan(200);
    expect([...marks].filter((mark) => text.includes(mark))).toEqual([]);
    expect(text).not.toMatch(/A COURT OF SOMEBODY|DOE,JANE/);
    const [byCase, byFlag] = (await entriesOf('third', 'conviction.list')).slice(-2);
    expect(byCase?.detail['q']).toMatch(/^[0-9a-f]{64}$/);
    expect(byFlag?.detail['notFlag']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is not answered what the log was not told', async () => {
    const { client } = county.people.second;
    await query(superUrl(), `ALTER TABLE open_reading RENAME TO away`);
    try {
      const answer = await queue(client, [20, 29]);
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toContain('personId');
    } finally {
      await query(superUrl(), `ALTER TABLE away RENAME TO open_reading`);
    }
    expect((await queue(client, [20, 29])).status).toBe(200);
  });

  it('raises a notice who reads more people within an hour than the county expects, once', async () => {
    const { admin, compliance, second } = county.people;
    expect((await admin.client.put('/api/settings', { peoplePerHour: 99 })).status).toBe(422);
    expect((await admin.client.put('/api/settings', { peoplePerHour: 3001 })).status).toBe(422);
    expect((await admin.client.put('/api/settings', { peoplePerHour: 100 })).status).toBe(200);
    const before = await entriesOf('second', 'record.unusual_volume');
    expect(before).toEqual([]);
    for (const from of [30, 90, 150]) await queue(second.client, [from, from + 59]);
    const [notice, ...more] = await entriesOf('second', 'record.unusual_volume');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ targetType: 'member', targetId: second.memberId, detail: { most: 100 } });
    expect(Number(notice?.detail['people'])).toBeGreaterThan(100);
    const shown = async (client: Client) =>
      (await client.get<Stats>('/api/stats')).body.problems.filter(({ says }) => says.includes('within an hour'));
    for (const client of [admin.client, compliance.client]) {
      expect(await shown(client)).toHaveLength(1);
      expect((await shown(client))[0]?.says).toContain(String(notice?.detail['people']));
    }
    expect(await shown(second.client)).toEqual([]);
    // Whoever reads a hundred people at most raises none.
    expect(await entriesOf('third', 'record.unusual_volume')).toEqual([]);
  });

  it('forgets after an hour who saw whom', async () => {
    const left = () => query(superUrl(), `SELECT 1 FROM person_read WHERE county_id = $1`, [county.id]);
    expect((await left()).length).toBeGreaterThan(100);
    await close(61);
    expect(await left()).toEqual([]);
  });

  it('ends without a fault in the log but the one that was planted', () => {
    expect(installation.faults.filter((fault) => !fault.includes('open_reading'))).toEqual([]);
  });
});
