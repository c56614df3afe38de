import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RejectedRowView } from '@clearance/contract';
import { symbols, type Logger } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeApi } from '../../apps/api/src/make-api.ts';
import { makeWorker } from '../../apps/worker/src/make-worker.ts';
import { Installation as Founding, makeLog, readConfig } from '../../libs/platform/src/index.ts';
import { query } from '../support/database.ts';
import { testEnvironment, type Reachable } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { NAMES, NEVER_STORED, withCanaries } from './canaries.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

/** Keeps every row that ever stands in a table of the queue: what is done is removed from there at once. */
const watchTheQueue = `
  CREATE SCHEMA seen;
  CREATE TABLE seen.queue (row text);
  CREATE FUNCTION seen.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
    $$ BEGIN INSERT INTO seen.queue VALUES (to_jsonb(NEW)::text); RETURN NULL; END $$;
  DO $$ DECLARE one text; BEGIN
    FOR one IN SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'bullmq'::regnamespace AND relkind = 'r' LOOP
      EXECUTE 'CREATE TRIGGER seen AFTER INSERT OR UPDATE ON bullmq.' || one || ' FOR EACH ROW EXECUTE FUNCTION seen.note()';
    END LOOP; END $$`;

interface Entry {
  readonly at: string;
  readonly action: string;
  readonly historyDigest?: string;
  readonly target: { readonly id: string };
  readonly source: { readonly requestId: string };
  readonly detail?: Readonly<Record<string, unknown>>;
}
const entriesOf = async (url: string, countyId: string): Promise<Entry[]> =>
  (
    await query<{ entry: Entry }>(
      url,
      `SELECT convert_from(bytes, 'UTF8')::jsonb AS entry FROM audit_entry WHERE county_id = $1 ORDER BY seq`,
      [countyId],
    )
  ).map(({ entry }) => entry);
/** Every text within a value. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
/** What somebody with the file would look for: every long cell, every line, and what is usually computed of these. */
function guessesFrom(text: string): string[] {
  const lines = text.split('\n').filter(Boolean);
  const cells = new Set(lines.flatMap((line) => line.split(',')).filter((cell) => cell.length > 4));
  // Cells that stand for nobody: codes and words that every file has.
  const telling = [...cells].filter((cell) => /\d{4}/.test(cell));
  return [...telling, ...lines, text].flatMap((one) => [
    one,
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => [
      hash(algorithm, one),
      hash(algorithm, one, 'base64'),
      hash(algorithm, one, 'base64url'),
    ]),
  ]);
}

describe('what a county has brought in', () => {
  const lines: string[] = [];
  let here: Reachable & { stop(): Promise<void> };
  let county: WorkedCounty;
  let file: ReturnType<typeof withCanaries>;

  /** An installation whose real log is kept, line by line, as it would be printed. */
  async function start(): Promise<typeof here> {
    const { variables, ...at } = await testEnvironment({});
    const log = makeLog('info') as Logger & Record<symbol, unknown>;
    log[symbols.streamSym] = { write: (line: string) => lines.push(line) };
    const config = readConfig(variables);
    await query(at.database.superUrl, watchTheQueue);
    const api = await makeApi(config, log);
    await api.listen(config.port, config.host);
    const worker = await makeWorker(config, log);
    return {
      ...at,
      inviteOperator: (email) => api.get(Founding).inviteOperator(email),
      stop: async () => {
        await worker.close();
        await api.close();
      },
    };
  }
  const logged = (message: string) => until(() => lines.some((line) => line.includes(message)));

  beforeAll(async () => {
    here = await start();
    const { superUrl } = here.database;
    const sample = await sampleFile({ county: 'YOLO', rows: 1_500, seed: 21 });
    file = withCanaries(readFileSync(sample.path, 'utf8'));
    // The first batch of rows is refused by the database with all its values, which the log must not repeat.
    await query(superUrl, `ALTER TABLE import_person ADD CONSTRAINT planted CHECK (person_no < 2) NOT VALID`);
    const mended = logged('job failed').then(() =>
      query(superUrl, `ALTER TABLE import_person DROP CONSTRAINT planted`),
    );
    county = await workedCounty(here, 'YOLO', { name: 'histories.dat', bytes: Buffer.from(file.text) });
    await mended;
    // And so is a note that names somebody.
    await query(superUrl, `ALTER TABLE recommendation ADD CONSTRAINT planted CHECK (note IS NULL) NOT VALID`);
    const { id, version } = county.evaluated;
    const note = 'QUILLFEATHER,CANARY 0001 has the number 987650001';
    const { client } = county.people.reviewer;
    const act = { version, decision: 'exclude', note };
    expect((await client.post(`/api/convictions/${id}/recommendations`, act)).status).toBe(500);
    await logged('request failed');
    await query(superUrl, `ALTER TABLE recommendation DROP CONSTRAINT planted`);
  });
  afterAll(() => here?.stop());

  /** Where in the database something is found: `schema.table.column` with how often. */
  async function inTables(pattern: RegExp): Promise<Record<string, number>> {
    const { superUrl } = here.database;
    const tables = await query<{ name: string }>(
      superUrl,
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      for (const row of await query<Record<string, unknown>>(superUrl, `SELECT * FROM ${name}`)) {
        for (const [column, value] of Object.entries(row)) {
          const text = Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value);
          const hits = text.match(pattern)?.length ?? 0;
          if (hits > 0) found[`${name}.${column}`] = (found[`${name}.${column}`] ?? 0) + hits;
        }
      }
    }
    return found;
  }
  const bothIn = (text: string) => [...(text.match(NEVER_STORED) ?? []), ...(text.match(NAMES) ?? [])];

  it('was full of canaries and was read whole', async () => {
    expect(file.people).toBeGreaterThan(30);
    expect(file.text.match(NEVER_STORED)?.length).toBeGreaterThan(15_000);
    const problems = `/api/imports/${county.importId}/problems`;
    const { body } = await county.people.admin.client.get<RejectedRowView[]>(problems);
    expect(body.length).toBe(file.damaged);
    // Who may import may see what a rejected row says, out of the encrypted original; a reviewer may not.
    expect(bothIn(JSON.stringify(body)).length).toBeGreaterThan(0);
    expect(bothIn(JSON.stringify((await county.people.reviewer.client.get(problems)).body))).toEqual([]);
  });

  it('has no social security, licence, state or federal number, place of birth or citizenship in any table', async () => {
    expect(await inTables(NEVER_STORED)).toEqual({});
  });

  it('has names beside the person and in no other table: not in the log, the work, the queue nor the outbox', async () => {
    expect(await inTables(NAMES)).toEqual({
      'public.import_person.name': file.people,
      'public.person.name': file.people,
      // What people are found by: the name in the person's list, and in the index.
      'public.person_lookup.tokens': file.people,
      'public.person_token.token': file.people,
    });
    const [queue] = await query<{ rows: number; ids: number }>(
      here.database.superUrl,
      `SELECT count(*)::int AS rows, (count(*) FILTER (WHERE row LIKE '%' || $1 || '%'))::int AS ids FROM seen.queue`,
      [county.importId],
    );
    expect(queue?.rows).toBeGreaterThan(20);
    expect(queue?.ids).toBeGreaterThan(2);
  });

  it('shows no such number to those who see the record', async () => {
    const { client } = county.people.reviewer;
    const { evaluated } = county;
    const paths = [`/api/people/${evaluated.personId}`, `/api/convictions/${evaluated.id}`, '/api/convictions'];
    for (const path of [...paths, `/api/convictions/${evaluated.id}/trace`, '/api/convictions/groups']) {
      const { status, body } = await client.get(path);
      expect(status, path).toBe(200);
      expect(JSON.stringify(body).match(NEVER_STORED), path).toBeNull();
    }
  });

  it('is not in the log lines, failures of jobs and requests included', () => {
    const text = lines.join('');
    expect(text).toContain('job failed');
    expect(text).toContain('request failed');
    expect(bothIn(text)).toEqual([]);
  });

  it("is not in the database server's own log, which tells what it refused", () => {
    const text = readFileSync(join(inject('folder'), 'postgres.log'), 'utf8');
    expect(text).toContain('violates check constraint "planted"');
    expect(bothIn(text)).toEqual([]);
  });

  it('cannot be found in the log by whoever holds the file and the files made of it, whatever they compute of them', async () => {
    const { superUrl } = here.database;
    const entries = await entriesOf(superUrl, county.id);
    expect(entries.length).toBeGreaterThan(100);
    const known = await query<{ digest: string }>(
      superUrl,
      `SELECT history_digest AS digest FROM person WHERE county_id = $1
       UNION SELECT history_digest FROM determination WHERE county_id = $1
       UNION SELECT sha256 FROM import WHERE county_id = $1
       UNION SELECT sha256 FROM annotated_export WHERE county_id = $1 AND sha256 IS NOT NULL
       UNION SELECT sha256 FROM court_list WHERE county_id = $1 AND sha256 IS NOT NULL`,
      [county.id],
    );
    const guesses = new Set([...known.map(({ digest }) => digest), ...guessesFrom(file.text)]);
    expect(guesses.size).toBeGreaterThan(10_000);
    const found = entries.flatMap((entry) => textsIn(entry).filter((text) => guesses.has(text)));
    expect(found).toEqual([]);
    expect(entries.some(({ historyDigest }) => historyDigest)).toBe(true);
    expect(entries.filter(({ detail }) => 'rule' in (detail ?? {}))).toEqual([]);
  });

  it('is in the log in no order that the file has', async () => {
    const entries = await entriesOf(here.database.superUrl, county.id);
    const taken = entries.filter(({ action }) => action === 'conviction.import');
    expect(taken.length).toBeGreaterThan(20);
    const together = Map.groupBy(taken, ({ at, source }) => `${at} ${source.requestId}`);
    for (const acts of together.values()) {
      const ids = acts.map(({ target }) => target.id);
      expect(ids).toEqual(ids.toSorted());
    }
    expect(together.size).toBeLessThan(taken.length / 5);
  });

  it('is not in the exported log nor in the metrics', async () => {
    const { cookie } = county.people.compliance.client;
    for (const path of ['csv', 'jsonl'].map(
      (format) => `/api/audit-exports/${county.export.id}/file?format=${format}`,
    )) {
      const text = await (await fetch(`${here.base}${path}`, { headers: { cookie } })).text();
      expect(text).toContain(county.approved.id);
      expect(bothIn(text), path).toEqual([]);
    }
    const metrics = await (await fetch(`${here.base}/metrics`)).text();
    expect(metrics).toContain('clearance_process');
    expect(bothIn(metrics)).toEqual([]);
  });

  it('is in no file on the disk in clear', () => {
    const folder = join(here.folder, 'files');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.some((path) => path.endsWith(county.importId))).toBe(true);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const path of files) {
      const bytes = readFileSync(path);
      expect(bytes.length).toBeGreaterThan(0);
      expect(bothIn(bytes.toString('latin1')), path).toEqual([]);
      expect(bytes.includes(county.evaluated.id), path).toBe(false);
    }
  });
});
