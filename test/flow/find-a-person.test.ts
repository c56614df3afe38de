import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEventRow, FoundPerson, PeopleFound, PersonOverview, Refusal, Work } from '@clearance/contract';
import { listOf, type Client } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { CASE, PEOPLE, withPeople } from './people-to-find.ts';

describe('somebody who looks for a person', () => {
  let installation: Installation;
  let yolo: County<'reviewer' | 'compliance'>;
  let napa: County<'reviewer'>;

  async function countyWithPeople(name: string, seed: number) {
    const made = await makeCounty(installation, {
      name,
      staff: { reviewer: ['reviewer'], compliance: ['compliance'] },
    });
    await publishPolicy(made.people.admin.client, 'prop64-dismiss-all');
    const file = await sampleFile({ county: name, rows: 600, seed, dirtyRate: 0 });
    const bytes = Buffer.from(withPeople(readFileSync(file.path, 'utf8')));
    await importFile(made.people.admin.client, { name: `${name}.dat`, bytes });
    return made;
  }

  beforeAll(async () => {
    installation = await startInstallation();
    yolo = await countyWithPeople('YOLO', 41);
    napa = await countyWithPeople('NAPA', 42);
  });
  afterAll(() => installation?.stop());

  const search = async (text: string, client: Client = yolo.people.reviewer.client) => {
    const { body, status } = await client.post<PeopleFound & Refusal>('/api/people/search', { text });
    return { status, ...body };
  };
  const namesFor = async (text: string) => (await search(text)).people.map((person) => person.name);
  const bestFor = async (text: string) => (await search(text)).people[0];

  it.each([
    ...['zambrano jose', 'JOSE LUIS ZAMBRANO', 'Zambrano-Herrera, José', 'herrera zambrano'],
    ...['zambr', 'jose zam', 'j zambrano', 'José Luis Antonio Zambrano'],
    // Misspelled: a letter too few, another, two swapped, and as it sounds.
    ...['zambrno', 'sambrano', 'zambarno jose', 'Zanbrano Herrera'],
    // The case number in any spelling, also without its hyphen, from its beginning and without its letters.
    ...['QZX0571204', 'qzx 571204', 'QZX-05-71204', 'case no. QZX0571204', 'QZX-0571204-A', 'QZX0571', '571204'],
    // The state's identifier, and its end beside a name.
    ...['A71000001', 'a 71000001', '71000001', 'zambrano 0001'],
    ...['zambrano 3/2/1979', 'Zambrano March 2, 1979', '1979-03-02 sambrano', 'zambrano 3/2/79', 'zambrano QZX571204'],
  ])('finds the person by %s', async (text) => {
    expect((await bestFor(text))?.name).toBe('ZAMBRANO-HERRERA,JOSÉ LUIS');
  });

  it.each([
    ["o'quinlan", "O'QUINLAN,SEAN"],
    ['OQUINLAN SEAN', "O'QUINLAN,SEAN"],
    ['o quinlan', "O'QUINLAN,SEAN"],
    // Of this person the file knows the year of birth alone.
    ['quinlan 5/6/1979', "O'QUINLAN,SEAN"],
    ['delafuentes maria', 'DE LA FUENTES,MARIA'],
    ['de la fuentes', 'DE LA FUENTES,MARIA'],
    ['mcallistery', 'MC ALLISTERY,ANN JR'],
    ['ann mc allistery jr', 'MC ALLISTERY,ANN JR'],
    ['gonsalves xaviera', 'GONZALVEZ,XAVIERA'],
  ])('finds by %s whoever is meant', async (text, name) => {
    expect((await bestFor(text))?.name).toBe(name);
  });

  it('finds nobody with another birth date, identifier or number', async () => {
    for (const text of ['zambrano 3/3/1979', 'A71000009', 'QZX0571205', 'zambrano QZX999999', 'nobodyatallhere']) {
      expect([text, await namesFor(text)]).toEqual([text, []]);
    }
  });

  it('says how well each fits, the best first, with identifiers masked', async () => {
    const exact = await search('zambrano jose');
    expect(exact).toMatchObject({ kind: 'name', incomplete: false });
    expect(exact.people[0]).toMatchObject({ match: 'exact', cii: '••••0001', birthYear: 1979, inNewestFile: true });
    expect((await bestFor('zambr'))?.match).toBe('beginning');
    expect((await bestFor('sambrano'))?.match).toBe('similar');
    expect(JSON.stringify(exact)).not.toMatch(/A71000001|19790302|1979-03-02/);
    const order = ['exact', 'beginning', 'similar'];
    const ranks = (await search('jose')).people.map(({ match }: FoundPerson) => order.indexOf(match));
    expect(ranks).toEqual([...ranks].sort());
  });

  it('shows the fifty best of many and says how many there are', async () => {
    const name = 'MODOC';
    const county = await makeCounty(installation, { name, staff: { reviewer: ['reviewer'] } });
    const file = await sampleFile({ county: name, rows: 4_000, seed: 44, dirtyRate: 0 });
    const bytes = Buffer.from(withPeople(readFileSync(file.path, 'utf8'), PEOPLE, { PRI_NAME: 'COMMONLY,ADAM' }));
    const { people: all } = await importFile(county.people.admin.client, { name: 'many.dat', bytes });
    expect(all).toBeGreaterThan(60);
    const { people, total } = await search('commonly', county.people.reviewer.client);
    expect([people.length, total]).toEqual([50, all - PEOPLE.length]);
  });

  it('never meets a person of another county, who has the very same name, number and identifier', async () => {
    const here = await query<{ id: string }>(
      installation.database.superUrl,
      `SELECT id FROM person WHERE county_id = $1`,
      [yolo.id],
    );
    const own = new Set(here.map(({ id }) => id));
    for (const text of ['zambrano', 'QZX0571204', 'A71000001', 'zambrano 3/2/1979', 'jose', 'ma']) {
      const [ours, theirs] = [await search(text), await search(text, napa.people.reviewer.client)];
      expect(
        ours.people.every(({ id }) => own.has(id)),
        text,
      ).toBe(true);
      expect(
        theirs.people.some(({ id }) => own.has(id)),
        text,
      ).toBe(false);
      expect(theirs.people.length, text).toBeGreaterThan(0);
      // The count is taken before people are read: it must not hold anybody of the other county either.
      for (const { people, total } of [ours, theirs]) expect(total, text).toBe(people.length);
    }
  });

  it.each(['', '   ', '%', '_', '%%%', '*', '--', "'", 'a', '%a%'])(
    'is told what to type instead of %j',
    async (text) => {
      const { code, message, status } = await search(text);
      expect([status, code]).toEqual([422, 'nothing_to_search']);
      expect(message).toContain('Type a name');
    },
  );

  it('is told of a character that nobody can see', async () => {
    const { code, message, status } = await search('\u0000');
    expect([status, code]).toEqual([422, 'invalid']);
    expect(message).toContain('cannot be seen');
  });

  it('is told to add a name to a date of birth', async () => {
    expect(await search('3/2/1979')).toMatchObject({ status: 422, code: 'birth_needs_name' });
  });

  it('takes every sign as a sign: nothing is a pattern, and nothing is a statement', async () => {
    expect(await namesFor('zam%')).toEqual(await namesFor('zam'));
    expect(await namesFor('z%brano')).not.toContain('ZAMBRANO-HERRERA,JOSÉ LUIS');
    expect(await namesFor("zambrano'; DROP TABLE person; --")).toEqual([]);
    for (const text of ["' OR 1=1 --", '\\', '\ud800 zambrano', '😀 zambrano', '"zambrano"', '{zambrano,jose}']) {
      expect((await search(text)).status, text).toBeLessThan(500);
    }
    expect(await bestFor('😀 zambrano')).toBeDefined();
  });

  it('is refused a text that no name has, and a body of another shape', async () => {
    expect(await search('x'.repeat(10_000))).toMatchObject({ status: 422, code: 'invalid' });
    for (const body of [{}, { text: 7 }, { text: ['a'] }, { text: 'a b', county: napa.id }]) {
      expect((await yolo.people.reviewer.client.post('/api/people/search', body)).status).toBe(422);
    }
  });

  it('leaves one entry on the log for each search, which tells neither what was typed nor who was found', async () => {
    const entries = async () => {
      const path = listOf('/api/audit-events', { filter: { action: 'person.search' }, range: [0, 199] });
      return (await yolo.people.compliance.client.get<AuditEventRow[]>(path)).body;
    };
    const before = (await entries()).length;
    await search('zambrano jose');
    await search('nobodyatallhere');
    const after = await entries();
    expect(after.length).toBe(before + 2);
    expect(after.slice(0, 2).map(({ detail }) => detail)).toEqual([
      { kind: 'name', found: 0 },
      { kind: 'name', found: expect.any(Number) as number },
    ]);
    const bytes = await query<{ text: string }>(
      installation.database.superUrl,
      `SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry WHERE county_id = $1 AND action = 'person.search'`,
      [yolo.id],
    );
    const found = (await bestFor('zambrano'))?.id ?? '';
    expect(bytes.length).toBeGreaterThan(20);
    expect(bytes.map(({ text }) => text).join('\n')).not.toMatch(
      new RegExp(`zambrano|sambrano|QZX|A7100000|1979-03|19790302|${found}`, 'i'),
    );
  });

  it('opens everything about the person on one page, and that is on the log', async () => {
    const person = await bestFor('zambrano jose');
    const { client } = yolo.people.reviewer;
    const { body } = await client.get<PersonOverview>(`/api/people/${person?.id}/overview`);
    expect(body).toMatchObject({
      name: 'ZAMBRANO-HERRERA,JOSÉ LUIS',
      cii: '••••0001',
      birth: '1979-03-02',
      otherNames: [],
    });
    expect(body.files).toMatchObject([{ fileName: 'YOLO.dat', newest: true, lines: body.rows }]);
    expect(body.convictions.length).toBe(person?.convictions);
    expect(body.cycles.length).toBeGreaterThan(0);
    const path = listOf('/api/audit-events', { filter: { action: 'record.view', targetId: person?.id } });
    expect((await yolo.people.compliance.client.get<AuditEventRow[]>(path)).body.length).toBe(1);
  });

  it('finds a person of a newer file by the new name and the old one, and no longer by what is gone', async () => {
    const name = 'SONOMA';
    const county = await makeCounty(installation, { name, staff: { reviewer: ['reviewer'] } });
    const file = readFileSync((await sampleFile({ county: name, rows: 600, seed: 43, dirtyRate: 0 })).path, 'utf8');
    const [first = {}, ...others] = PEOPLE;
    const { client } = county.people.reviewer;
    await importFile(county.people.admin.client, { name: 'a.dat', bytes: Buffer.from(withPeople(file)) });
    const renamed = [{ ...first, PRI_NAME: 'QUILLFEATHER,JOSE' }, ...others];
    const newer = withPeople(file, renamed).replaceAll(CASE, 'QZX-888888');
    await importFile(county.people.admin.client, { name: 'b.dat', bytes: Buffer.from(newer) });
    for (const text of ['quillfeather', 'zambrano', 'qzx888888']) {
      expect((await search(text, client)).people[0]?.name, text).toBe('QUILLFEATHER,JOSE');
    }
    expect((await search(CASE, client)).people).toEqual([]);
    const id = (await search('quillfeather', client)).people[0]?.id;
    const { body } = await client.get<PersonOverview>(`/api/people/${id}/overview`);
    expect(body.otherNames).toEqual(['ZAMBRANO-HERRERA,JOSÉ LUIS']);
    expect(body.files.map(({ fileName }) => fileName)).toEqual(['b.dat', 'a.dat']);
  });

  it('is told of people who are still being prepared after an upgrade, until a worker has read them', async () => {
    const { superUrl } = installation.database;
    const before = await query(superUrl, `SELECT * FROM person_token WHERE county_id = $1 ORDER BY token, person_id`, [
      napa.id,
    ]);
    expect(before.length).toBeGreaterThan(100);
    // As an older version left the county; the sweep of this process has seen it whole, so another begins anew.
    for (const table of ['person_token', 'person_lookup', 'county_lookup']) {
      await query(superUrl, `DELETE FROM ${table} WHERE county_id = $1`, [napa.id]);
    }
    expect(await search('zambrano', napa.people.reviewer.client)).toMatchObject({ people: [], incomplete: true });
    const upgraded = await anotherWorker(installation);
    try {
      await until(async () => (await search('zambrano', napa.people.reviewer.client)).incomplete === false);
      const path = listOf('/api/work', { filter: { kind: 'people_index' } });
      const work = await until(async () => {
        const { body } = await napa.people.admin.client.get<Work[]>(path);
        return body.every(({ state }) => state === 'done') && body;
      });
      expect(work).toMatchObject([{ state: 'done', unit: 'people' }]);
      expect(work[0]?.done).toBe(work[0]?.total);
    } finally {
      await upgraded.close();
    }
    const after = await query(superUrl, `SELECT * FROM person_token WHERE county_id = $1 ORDER BY token, person_id`, [
      napa.id,
    ]);
    expect(after).toEqual(before);
  });
});
