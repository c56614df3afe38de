import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ConvictionRow, ImportRow, Refusal, Stats, Terms, TermsCheck, TermsVersion } from '@clearance/contract';
import type { Client } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { convictionsOf } from './deciding.ts';
import { faultsOf } from './oracle.ts';
import { picture } from '../isolation/foreign.ts';

const staff = { reviewer: ['reviewer'], second: ['county_admin'] } as const;
const WORDING = 'DISPO 47B PER MINUTES';

let installation: Installation;
let county: County<keyof typeof staff>;
let other: County<keyof typeof staff>;
let imported: ImportRow;

const terms = async (who: Client) => (await who.get<Terms>('/api/terms')).body;
const save = (who: Client, body: object) => who.post<Terms & Refusal>('/api/terms', { routing: null, ...body });
const worked = (who: Client) =>
  until(async () => {
    const [newest] = (await who.get<ImportRow[]>('/api/imports')).body;
    return newest?.state === 'done' && !(await terms(who)).busy;
  });
async function saved(who: Client, body: object): Promise<Terms> {
  const { basedOn = (await terms(who)).version } = body as { basedOn?: number };
  const answer = await save(who, { ...body, basedOn });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  await worked(who);
  return answer.body;
}
const determinations = () =>
  query<{ id: string; terms: number; body: string }>(
    installation.database.superUrl,
    `SELECT id, terms_version AS terms, body FROM determination WHERE county_id = $1 ORDER BY id`,
    [county.id],
  );
const about = (rows: readonly ConvictionRow[], id: string) => rows.find((row) => row.id === id);

/** A file of the county in which some convictions end in words that nobody ships. */
async function worded(name: string): Promise<{ name: string; bytes: string; places: number }> {
  const text = readFileSync((await sampleFile({ county: name, rows: 3_000, seed: 23 })).path, 'utf8');
  let seen = 0;
  const lines = text.split('\n').map((line) => {
    if (!line.includes(',COURT ACTION,') || !line.includes(name) || !line.includes(',CONVICTED,')) return line;
    seen += 1;
    return seen % 3 === 0 ? line.replace(',CONVICTED,', `,${WORDING},`) : line;
  });
  return { name: `${name}.dat`, bytes: lines.join('\n'), places: Math.floor(seen / 3) };
}

beforeAll(async () => {
  installation = await startInstallation();
  county = await makeCounty(installation, { name: 'MODOC', staff });
  other = await makeCounty(installation, { name: 'MONO', staff });
  for (const { people } of [county, other]) await publishPolicy(people.admin.client, 'prop64-dismiss-all');
  imported = await importFile(county.people.admin.client, await worded('MODOC'));
  await importFile(other.people.admin.client, await worded('MONO'));
});
afterAll(async () => {
  expect(installation.faults).toEqual([]);
  await installation.stop();
});

story('the words of an office', (step) => {
  step(
    'a wording that nobody has said the meaning of is listed for the administrator, and its convictions go to a person',
    async () => {
      const { client } = county.people.admin;
      expect(imported.unknownDispositions.find(({ text }) => text === WORDING)?.count).toBeGreaterThan(3);
      const now = await terms(client);
      expect(now).toMatchObject({ version: 0, dispositions: [], routing: null, changedBy: null, busy: false });
      expect(now.unknown.map(({ text }) => text)).toContain(WORDING);
      expect(now.shipped.dispositions.length).toBeGreaterThan(100);
      const open = await convictionsOf(client, { flag: ['disposition_unknown'] });
      expect(open.length).toBeGreaterThan(3);
      expect(open.filter(({ outcome }) => outcome === 'dismiss')).toEqual([]);
    },
  );

  step(
    'a wording that nobody has said the meaning of is determined once somebody says what it means; what was determined before stays',
    async () => {
      const { client } = county.people.admin;
      const before = await determinations();
      const elsewhere = await picture(installation.database.superUrl, other.id);
      const open = await convictionsOf(client, { flag: ['disposition_unknown'] });

      const said = await saved(client, { dispositions: [{ wording: ' dispo 47b*', kind: 'convicted' }] });
      expect(said).toMatchObject({ version: 1, dispositions: [{ wording: 'DISPO 47B*', kind: 'convicted' }] });
      const now = await terms(client);
      expect(now.unknown.map(({ text }) => text)).not.toContain(WORDING);
      const all = await convictionsOf(client, {});
      const dismissed = open.filter(({ id }) => about(all, id)?.outcome === 'dismiss');
      expect(dismissed.length).toBeGreaterThan(0);
      expect(all.filter(({ flags }) => flags.includes('disposition_unknown')).length).toBeLessThan(open.length);

      const after = await determinations();
      expect(after.filter(({ terms: version }) => version === 0)).toEqual(before);
      // Everybody is worked out again, also whose words did not change.
      expect(after.filter(({ terms: version }) => version === 1)).toHaveLength(all.length);
      expect(await picture(installation.database.superUrl, other.id)).toEqual(elsewhere);
      expect((await terms(other.people.admin.client)).unknown.map(({ text }) => text)).toContain(WORDING);
      expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    },
  );

  step(
    'a wording that nobody has said the meaning of that turns out to be none takes its convictions out of the queue, and gives them back when it was a mistake',
    async () => {
      const { client } = county.people.admin;
      const before = await convictionsOf(client, {});
      await saved(client, { dispositions: [{ wording: WORDING, kind: 'not_convicted' }] });
      const without = await convictionsOf(client, {});
      const gone = before.filter(({ id }) => !about(without, id) || about(without, id)?.state === 'superseded');
      expect(gone.length).toBeGreaterThan(3);
      const { body: file } = await client.get<ImportRow>(`/api/imports/${imported.id}`);
      expect(file.convictions).toBeLessThan(imported.convictions);

      await saved(client, { dispositions: [] });
      const again = await convictionsOf(client, { flag: ['disposition_unknown'] });
      // A count whose relief alone can be read was never one that an unknown wording leaves open.
      const open = gone.filter(({ ruleId }) => ruleId !== 'already-relieved');
      expect(again.map(({ id }) => id)).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
      expect((await terms(client)).unknown.map(({ text }) => text)).toContain(WORDING);
      expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
    },
  );

  step(
    'a wording that nobody has said the meaning of counts in the words of the office when a newer file comes',
    async () => {
      const { client } = county.people.admin;
      await saved(client, { dispositions: [{ wording: WORDING, kind: 'convicted' }] });
      const { bytes } = await worded('MODOC');
      const newer = await importFile(client, { name: 'newer.dat', bytes: `${bytes.trimEnd()}\n\n` });
      expect(newer.unknownDispositions.map(({ text }) => text)).not.toContain(WORDING);
      const person = (await convictionsOf(client, {}))[0]?.personId ?? '';
      const view = await client.get<{ cycles: unknown }>(`/api/people/${person}`);
      expect(JSON.stringify(view.body.cycles)).not.toContain(
        '"disposition":"DISPO 47B PER MINUTES","dispositionKind":"unknown"',
      );
    },
  );

  step(
    'a version of the terms is refused when somebody saved since, when it says nothing new, and when it is wrong, each with its place',
    async () => {
      const { admin, second } = county.people;
      const { version } = await terms(admin.client);
      const draft = [{ wording: 'SECOND OPINION', kind: 'pending' }];
      await saved(second.client, { dispositions: draft });
      expect(await save(admin.client, { dispositions: [], basedOn: version })).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      });
      expect(await save(admin.client, { dispositions: draft, basedOn: version + 1 })).toMatchObject({
        status: 409,
        body: { code: 'terms_unchanged' },
      });
      const wrong = { dispositions: [{ wording: '*', kind: 'x' }], routing: { cite: '', routes: [] } };
      const checked = await admin.client.post<TermsCheck>('/api/terms/check', wrong);
      expect(checked.body.problems.map(({ path }) => path)).toEqual([
        'dispositions.0.wording',
        'dispositions.0.kind',
        'routing.routes',
      ]);
      const refused = await save(admin.client, { ...wrong, basedOn: version + 1 });
      expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect(Object.keys(refused.body.fields ?? {})).toEqual(checked.body.problems.map(({ path }) => path));
      expect((await terms(admin.client)).version).toBe(version + 1);
    },
  );

  step('a version of the terms is on the log without its words, and listed with who saved it', async () => {
    const { client } = county.people.reviewer;
    const versions = (await client.get<TermsVersion[]>('/api/terms/versions')).body;
    expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    expect(versions[0]?.changedBy).toBe('second');
    const entries = await query<{ text: string }>(
      installation.database.superUrl,
      `SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry WHERE county_id = $1 AND action LIKE 'terms.%'`,
      [county.id],
    );
    expect(entries.filter(({ text }) => text.includes('terms.publish'))).toHaveLength(5);
    expect(JSON.stringify(entries)).not.toMatch(/47B|OPINION/);
  });

  step('a version of the terms can say who prosecutes, and the trace names the table', async () => {
    const { client } = county.people.admin;
    const told = async () => (await client.get<Stats>('/api/stats')).body.problems.map(({ says }) => says).join('\n');
    expect(await told()).not.toContain('who prosecutes');
    await publishPolicy(client, 'la-2021');
    expect(await told()).toContain('Nobody has said who prosecutes');
    const routing = {
      cite: 'Agreement of 2001',
      routes: [{ arresting: 'any', severity: ['felony', 'misdemeanor', 'infraction'], agency: 'Modoc County Counsel' }],
    };
    await saved(client, { dispositions: [], routing });
    expect(await told()).not.toContain('who prosecutes');
    const [made] = await query<{ body: Buffer }>(
      installation.database.superUrl,
      `SELECT d.body FROM conviction c JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id
        WHERE c.county_id = $1 AND d.terms_version = 6 LIMIT 1`,
      [county.id],
    );
    expect(JSON.parse(made ? zstdDecompressSync(made.body).toString() : '{}')).toMatchObject({
      trace: { routing: 'MODOC own 6' },
    });
  });
});
