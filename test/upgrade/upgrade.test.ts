import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type {
  AuditVerification,
  ConvictionRow,
  ConvictionView,
  PeopleFound,
  Refusal,
  ReplayView,
  Stats,
} from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseAt, grantDatabase, onServer } from '../../apps/local/src/roles.ts';
import { clearanceMigrations } from '../../libs/clearance/src/schema/migrations.ts';
import { platformMigrations } from '../../libs/platform/src/db/migrations.ts';
import { migrate, NewerDatabase, type Upgrade } from '../../libs/platform/src/db/migrate.ts';
import { DIALECT } from '../../libs/record/src/dialect.ts';
import { convictionsOf, judge, recommend, viewOf } from '../flow/deciding.ts';
import { faultsOf } from '../flow/oracle.ts';
import { anotherWorker } from '../flow/another-worker.ts';
import { annotatedOf } from '../isolation/worked-county.ts';
import { signIn, type Client } from '../support/client.ts';
import { importFile } from '../support/county.ts';
import { query, type TestDatabase } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { aboutOf, layFiles, loadFixture, migrationsOf } from './fixture.ts';

const about = aboutOf('0.1.0');
const { YOLO: yolo, 'LOS ANGELES': la, COLUSA: colusa } = about.counties;
let database: TestDatabase;
let installation: Installation;
let told: Upgrade | undefined;
/** Where everything that two people approved stood before the upgrade. */
let approved: readonly object[];
let old: readonly { id: string; county: string; conviction: string }[];
const who: Record<string, Client> = {};
const stands = `SELECT id, determination_id, outcome, policy_version, decision, recommendation_id FROM conviction
  WHERE state IN ('approved', 'released', 'referred', 'challenged', 'excluded') ORDER BY id`;
const client = (name: string): Client => {
  const found = who[name];
  if (!found) throw new Error(name);
  return found;
};
const replayOf = async (conviction: string, determinationId?: string, county = yolo) => {
  const name = county === yolo ? 'reviewer@yolo' : 'reviewer@losangeles';
  const body = determinationId ? { determinationId } : {};
  return (await client(name).post<ReplayView>(`/api/convictions/${conviction}/replay`, body)).body;
};

beforeAll(async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const at = (key: 'superUrl' | 'ownerUrl' | 'appUrl') => databaseAt(inject(key), name);
  database = { superUrl: at('superUrl'), ownerUrl: at('ownerUrl'), appUrl: at('appUrl') };
  await onServer(databaseAt(database.superUrl, 'postgres'), async (server) => {
    await server.query(`CREATE DATABASE ${name} OWNER clearance_owner`);
  });
  await onServer(database.superUrl, (server) => grantDatabase(server, name));
  await loadFixture('0.1.0', database);
  approved = await query(database.superUrl, stands);
  await migrate(database.ownerUrl, clearanceMigrations, (upgrade) => (told = upgrade));
  old = await query(
    database.superUrl,
    `SELECT id, county_id AS county, conviction_id AS conviction FROM determination`,
  );
  const files = join(inject('folder'), randomBytes(6).toString('hex'));
  layFiles('0.1.0', files);
  installation = await startInstallation({
    database,
    workers: 0,
    env: { MASTER_KEY: about.masterKey, FILES_DIR: files },
  });
  const people = ['admin@yolo', 'reviewer@yolo', 'approver@yolo', 'compliance@yolo', 'reviewer@losangeles'];
  for (const person of people) who[person] = await signIn(installation.base, `${person}.example`, about.password);
});
afterAll(() => installation?.stop());

describe('the database of 0.1.0', () => {
  it('is upgraded by every later migration, and says so', () => {
    expect(told?.done).toEqual(migrationsOf('0.1.0').map(({ name }) => name));
    const all = platformMigrations.length + clearanceMigrations.length;
    expect(told?.pending.length).toBe(all - migrationsOf('0.1.0').length);
  });

  it('keeps every row', async () => {
    for (const [table, rows] of Object.entries(about.rows)) {
      if (['session', 'audit_entry', 'audit_head', 'member', 'account'].includes(table)) continue;
      const [found] = await query<{ n: number }>(database.superUrl, `SELECT count(*)::int AS n FROM ${table}`);
      expect([table, found?.n]).toEqual([table, rows]);
    }
  });

  it('keeps what is compressed already as it is', async () => {
    const external = `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE a.attstorage = 'e' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;
    const names = (await query<{ name: string }>(database.superUrl, external)).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['determination.body', 'history_part.packed', 'person_reading.packed']),
    );
  });

  it('has its determinations in the dialect of 0.1.0, and everybody is due', async () => {
    const dialects = `SELECT DISTINCT dialect FROM determination UNION SELECT DISTINCT dialect FROM conviction
      UNION SELECT DISTINCT evaluated_dialect FROM person`;
    expect(await query(database.superUrl, dialects)).toEqual([{ dialect: 'standard/4' }]);
  });

  it('is not migrated twice, and one of a newer version is refused and left as it is', async () => {
    let again = false;
    await migrate(database.ownerUrl, clearanceMigrations, () => (again = true));
    expect(again).toBe(false);
    const insert = `INSERT INTO migration (timestamp, name) VALUES (1899000000000, 'AddMoon1899000000000')`;
    await query(database.superUrl, insert);
    const refused = migrate(database.ownerUrl, clearanceMigrations);
    await expect(refused).rejects.toThrow(NewerDatabase);
    await expect(refused).rejects.toThrow(
      'made by a newer version of Clearance: this version does not know AddMoon1899000000000',
    );
    await query(database.superUrl, `DELETE FROM migration WHERE name = 'AddMoon1899000000000'`);
  });
});

describe('before anybody was evaluated again', () => {
  it('every determination is made again, byte for byte, by the engine that made it', async () => {
    const reachable = old.filter(({ county }) => county !== colusa);
    expect(reachable.length).toBe(about.rows['determination']);
    for (const { conviction, county, id } of reachable) {
      expect(await replayOf(conviction, id, county)).toMatchObject({
        ...{ identical: true, historyStillThere: true, engineStillThere: true, dialect: 'standard/4', differences: [] },
      });
    }
  });

  it('nothing is approved', async () => {
    const [waiting] = await convictionsOf(client('approver@yolo'), { state: ['recommended'] });
    const answer = await judge(client('approver@yolo'), waiting as ConvictionRow, 'approve');
    expect([answer.status, (answer.body as Refusal).code]).toEqual([409, 'evaluation_unfinished']);
  });

  it('a search says that somebody may be missing', async () => {
    const { body } = await client('reviewer@yolo').post<PeopleFound>('/api/people/search', { text: 'garcia' });
    expect(body).toMatchObject({ people: [], total: 0, incomplete: true });
  });

  it('no annotated file is made of determinations of two versions', async () => {
    const [file] = (await client('admin@yolo').get<{ id: string; state: string }[]>('/api/imports')).body.filter(
      ({ state }) => state === 'done',
    );
    const asked = await client('admin@yolo').post<Refusal>(`/api/imports/${file?.id}/annotated`, {
      ...{ purpose: 'A check', recipient: 'Nobody' },
    });
    expect([asked.status, asked.body.code]).toEqual([409, 'evaluation_running']);
  });

  it.each([
    ['its outcome', (body: string) => body.replace(/"outcome":"(dismiss|reduce)"/, '"outcome":"not_eligible"')],
    ['its dialect', (body: string) => body.replace('standard/4', 'standard/5')],
  ])('one of which somebody changed %s is shown as different', async (_, change) => {
    const bodies = await query<{ id: string; conviction: string; body: Buffer }>(
      database.superUrl,
      `SELECT id, conviction_id AS conviction, body FROM determination WHERE county_id = $1 AND outcome = 'dismiss' LIMIT 1`,
      [yolo],
    );
    const [one] = bodies;
    if (!one) throw new Error('Nothing was determined.');
    await rewrite(
      one.id,
      `body = '\\x${zstdCompressSync(change(zstdDecompressSync(one.body).toString())).toString('hex')}'`,
    );
    const answer = await replayOf(one.conviction, one.id);
    expect(answer).toMatchObject({ identical: false, engineStillThere: true });
    expect(answer.differences.length).toBeGreaterThan(0);
    await rewrite(one.id, `body = '\\x${one.body.toString('hex')}'`);
    expect((await replayOf(one.conviction, one.id)).identical).toBe(true);
  });

  it.each([
    ['standard/2', { identical: false, engineStillThere: false, dialect: 'standard/2', differences: [] }],
    [DIALECT, { identical: false, engineStillThere: true }],
  ])('one that was recorded in %s is not made again by the engine of 0.1.0', async (dialect, expected) => {
    const one = old.find(({ county }) => county === yolo);
    if (!one) throw new Error('Nothing was determined.');
    await rewrite(one.id, `dialect = '${dialect}'`);
    expect(await replayOf(one.conviction, one.id)).toMatchObject(expected);
    await rewrite(one.id, `dialect = 'standard/4'`);
  });
});

describe('with a worker of this version', () => {
  let moved: ConvictionView;

  beforeAll(async () => {
    // As if 0.1.0 had determined otherwise what somebody recommended.
    const [open] = await convictionsOf(client('reviewer@losangeles'), { state: ['evaluated'] });
    moved = (await recommend(client('reviewer@losangeles'), open as ConvictionRow, 'exclude', 'Read the file.')).body;
    const other = moved.outcome === 'reduce' ? 'dismiss' : 'reduce';
    await query(database.superUrl, `UPDATE conviction SET outcome = '${other}' WHERE id = '${moved.id}'`);
    await anotherWorker(installation);
    const behind = `SELECT 1 FROM person p JOIN import i USING (county_id) WHERE i.id = p.import_id AND i.state <> 'superseded'
      AND p.evaluated_dialect <> '${DIALECT}' UNION ALL SELECT 1 FROM work WHERE state = 'running'`;
    await until(async () => (await query(database.superUrl, behind)).length === 0);
  });

  it('everybody was evaluated again by itself, once', async () => {
    const evaluations = await query<{ county: string; n: number }>(
      database.superUrl,
      `SELECT county_id AS county, count(*)::int AS n FROM work WHERE kind = 'evaluation' AND title LIKE '%after the upgrade%'
        GROUP BY 1 ORDER BY 1`,
    );
    expect(evaluations).toEqual([yolo, la].sort().map((county) => ({ county, n: 1 })));
    const stats = (await client('reviewer@yolo').get<Stats>('/api/stats')).body;
    expect(stats.policy?.behind).toBe(0);
    const stale = `SELECT 1 FROM conviction c JOIN person p USING (county_id) WHERE p.id = c.person_id AND NOT c.vanished
      AND c.dialect <> $1 AND c.state IN ('evaluated', 'recommended', 'returned', 'needs_facts')`;
    expect(await query(database.superUrl, stale, [DIALECT])).toEqual([]);
  });

  it('everybody is found by name, identifier end and case number', async () => {
    const notFindable = `SELECT p.county_id FROM person p LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
      WHERE l.person_id IS NULL`;
    expect(await query(database.superUrl, notFindable)).toEqual([]);
    const some = await query<{ id: string; name: string; last4: string; number: string }>(
      database.superUrl,
      `SELECT DISTINCT ON (p.id) p.id, p.name, i.cii_last4 AS last4, c.case_number AS number
         FROM person p JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
         JOIN conviction c ON c.county_id = p.county_id AND c.person_id = p.id
        WHERE p.county_id = $1 AND NOT c.vanished AND c.case_number <> '' ORDER BY p.id LIMIT 20`,
      [yolo],
    );
    expect(some.length).toBe(20);
    for (const { id, last4, name, number } of some) {
      for (const text of [`${name} ${last4}`, number.replaceAll('-', '')]) {
        const { body } = await client('reviewer@yolo').post<PeopleFound>('/api/people/search', { text });
        expect(body.incomplete).toBe(false);
        expect(
          body.people.map((person) => person.id),
          text,
        ).toContain(id);
      }
    }
  });

  it('what two people approved stands on what they approved it on', async () => {
    expect(await query(database.superUrl, stands)).toEqual(approved);
    expect(approved.length).toBeGreaterThan(10);
  });

  it('what was determined otherwise under a recommendation counts as moved, and the recommendation stays', async () => {
    const now = await viewOf(client('reviewer@losangeles'), moved.id);
    expect(now).toMatchObject({ state: 'recommended', decision: 'exclude', outcome: moved.outcome });
    expect(now.version).toBe(moved.version + 1);
  });

  it('the older determinations replay as before, and the new ones by the new engine', async () => {
    const all = await query<{ id: string; county: string; conviction: string; dialect: string }>(
      database.superUrl,
      `SELECT id, county_id AS county, conviction_id AS conviction, dialect FROM determination`,
    );
    expect(all.length).toBeGreaterThan(old.length);
    for (const { conviction, county, dialect, id } of all) {
      expect(await replayOf(conviction, id, county)).toMatchObject({ identical: true, dialect });
    }
  });

  it('everybody of the file can be searched for', async () => {
    const missing = `SELECT 1 FROM person p JOIN import i ON i.county_id = p.county_id AND i.id = p.import_id
      WHERE i.state <> 'superseded' AND NOT EXISTS (
        SELECT 1 FROM person_lookup l WHERE l.county_id = p.county_id AND l.person_id = p.id)`;
    await until(async () => (await query(database.superUrl, missing)).length === 0);
    const [found] = await query<{ n: number }>(database.superUrl, `SELECT count(*)::int AS n FROM person_lookup`);
    expect(found?.n).toBeGreaterThan(20);
  });

  it('the log of 0.1.0 verifies, with what was added since', async () => {
    const { body } = await client('compliance@yolo').post<AuditVerification>('/api/audit-log/verifications');
    expect(body).toMatchObject({ ok: true });
  });

  it('an approval of somebody with a row that 0.1.0 passed over is held back from the release', async () => {
    const unread = `SELECT changed FROM conviction
      WHERE county_id = $1 AND state = 'approved' AND NOT vanished AND flags @> '{row_unreadable}'`;
    expect(await query(database.superUrl, unread, [yolo])).toEqual([{ changed: true }, { changed: true }]);
  });

  it('work goes on: approve what was recommended before, a newer file, recommend, an annotated file', async () => {
    const [approver, reviewer, admin] = [client('approver@yolo'), client('reviewer@yolo'), client('admin@yolo')];
    const [waiting] = await convictionsOf(approver, { state: ['recommended'], decision: ['dismiss'] });
    const earlier = await judge(approver, waiting as ConvictionRow, 'approve');
    expect([earlier.status, earlier.body.state]).toEqual([200, 'approved']);
    const again = await importFile(admin, (await sampleFile({ county: 'YOLO', rows: 900, seed: 78 })).path);
    expect(again.state).toBe('done');
    const [open] = await convictionsOf(reviewer, { state: ['evaluated'] });
    const recommended = await recommend(reviewer, open as ConvictionRow, 'exclude', 'Read the whole file.');
    expect(recommended.status).toBe(200);
    const judged = await judge(approver, recommended.body, 'approve');
    expect([judged.status, judged.body.state]).toEqual([200, 'excluded']);
    const annotated = await annotatedOf(admin, again.id, { purpose: 'A check', recipient: 'Nobody' });
    expect(annotated.state).toBe('done');
  });

  it('ends without a fault', async () => {
    for (const county of [yolo, colusa]) expect(await faultsOf(database.superUrl, county)).toEqual([]);
    expect(installation.faults).toEqual([]);
  });
});

/** As the superuser, with the trigger that refuses it taken away. */
async function rewrite(id: string, set: string): Promise<void> {
  await query(
    database.superUrl,
    `BEGIN; SET LOCAL session_replication_role = replica; UPDATE determination SET ${set} WHERE id = '${id}'; COMMIT`,
  );
}
