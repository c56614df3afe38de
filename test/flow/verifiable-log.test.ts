import { createServer, type Server } from 'node:http';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { openCheckpoint, parseVerifierKey, verifyConsistency, type VerifierKey } from '@clearance/audit';
import type {
  AuditCheckpoint,
  AuditConsistency,
  AuditExportRow,
  AuditLogState,
  OutboxMail,
  LogAlarm,
  Refusal,
  Stats,
} from '@clearance/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer } from '../../apps/local/src/roles.ts';
import { ocsfProblems } from '../../libs/audit/testing/ocsf-schema.ts';
import { JobRegistry } from '../../libs/platform/src/jobs/job-handler.ts';
import { WorkEnded } from '../../libs/platform/src/jobs/work-ledger.ts';
import { listOf, type Client } from '../support/client.ts';
import { PASSWORD } from '../support/county.ts';
import { signIn } from '../support/client.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import { downloaded, exportLog, filesOf, verifyArchive } from './bundle.ts';

const drop = mkdtempSync(join(tmpdir(), 'clearance-drop-'));
let installation: Installation;
let county: WorkedCounty;
let client: Client;
let key: VerifierKey;
const superUrl = () => installation.database.superUrl;
const state = async () => (await client.get<AuditLogState>('/api/audit-log')).body;

beforeAll(async () => {
  mkdirSync(drop, { recursive: true });
  installation = await startInstallation({
    env: {
      ...{ CHECKPOINT_SECONDS: '2', CHECKPOINT_DIR: drop, CHECKPOINT_MAIL_SECONDS: '1' },
      ...{ VERIFY_NEW_SECONDS: '1', VERIFY_WHOLE_SECONDS: '2' },
    },
  });
  county = await workedCounty(installation, 'YOLO', (await sampleFile({ county: 'YOLO', rows: 1_500, seed: 77 })).path);
  client = county.people.compliance.client;
  key = parseVerifierKey((await client.get<string>('/api/audit-log/key')).body.trim()) as VerifierKey;
});
afterAll(() => installation?.stop());

describe('the log of a county', () => {
  it('is signed while it grows, under a name that tells the installation and the county', async () => {
    expect(key.name).toMatch(new RegExp(`^localhost:\\d+/${county.id}$`));
    const first = await until(async () => (await state()).checkpoint);
    const opened = openCheckpoint(first.note, key);
    expect(opened).toMatchObject({ ok: true, checkpoint: { size: first.size, origin: key.name } });
    await client.get('/api/audit-log/head');
    await exportLog(client);
    const second = await until(async () => {
      const { checkpoint } = await state();
      return checkpoint && checkpoint.size > first.size ? checkpoint : undefined;
    });
    const path = `/api/audit-log/consistency?from=${first.size}&to=${second.size}`;
    const { body } = await client.get<AuditConsistency>(path);
    const [older, newer] = [first, second].map(({ root }) => Buffer.from(root, 'hex')) as [Buffer, Buffer];
    const proof = body.proof.map((hash) => Buffer.from(hash, 'base64'));
    expect(verifyConsistency(first.size, second.size, older, newer, proof)).toBe(true);
    expect((await client.get(`/api/audit-log/checkpoint?size=${first.size}`)).body).toBe(first.note);
    const kept = (await client.get<AuditCheckpoint[]>(listOf('/api/audit-log/checkpoints', { range: [0, 99] }))).body;
    expect(kept.map(({ size }) => size)).toEqual(expect.arrayContaining([first.size, second.size]));
  });

  it('is verified by itself, and says when', async () => {
    const whole = await until(async () => (await state()).lastWholeVerification);
    expect(whole).toMatchObject({ ok: true, why: null });
    expect((await state()).alarm).toBeNull();
  });
});

describe('a check of the whole log', () => {
  it('shows how many entries it has read, and ends with whoever asked for it', async () => {
    const noted = async () =>
      (await client.get<unknown[]>(listOf('/api/audit-events', { filter: { action: 'audit_log.verify' } }))).body
        .length;
    const before = await noted();
    const stop = new AbortController();
    const verify = (signal?: AbortSignal) =>
      fetch(`${installation.base}/api/audit-log/verifications`, {
        ...{ method: 'POST', headers: { cookie: client.cookie } },
        ...(signal ? { signal } : {}),
      });
    let asked: Promise<unknown> = Promise.resolve();
    await onServer(superUrl(), async (db) => {
      // While this holds, no entry can be read.
      await db.query('BEGIN');
      await db.query('LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE');
      asked = verify(stop.signal).catch((error: unknown) => error);
      const checking = await until(async () => (await state()).checking);
      expect(checking).toMatchObject({ done: 0, total: (await state()).size });
      stop.abort();
      await db.query('COMMIT');
    });
    expect(await asked).toMatchObject({ name: 'AbortError' });
    await until(async () => (await state()).checking === null);
    expect(await noted()).toBe(before);
    expect((await verify()).status).toBe(200);
    expect(await noted()).toBe(before + 1);
  });
});

describe('checkpoints that are sent outside', () => {
  let hook: Server;
  const received: string[] = [];
  let answer = 500;
  beforeAll(async () => {
    hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        received.push(body);
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => hook.close(resolve)));
  const way = async (name: string) => (await state()).deliveries.find((one) => one.way === name);

  it('arrive by mail, webhook and in the folder, are tried again when they do not, and it is noted where they are', async () => {
    const address = `http://127.0.0.1:${(hook.address() as { port: number }).port}/checkpoints`;
    const settings = { email: 'auditor@elsewhere.example', webhook: address, folder: true };
    expect((await client.put('/api/audit-log/delivery', settings)).status).toBe(200);
    await until(async () => (await way('webhook'))?.problem === 'It answered 500.');
    answer = 204;
    await query(superUrl(), `UPDATE checkpoint_delivery SET next_at = now() WHERE state = 'waiting'`);
    await until(async () => (await way('webhook'))?.state === 'delivered');
    await until(async () => (await way('folder'))?.state === 'delivered');
    const note = received.at(-1) ?? '';
    expect(openCheckpoint(note, key)).toMatchObject({ ok: true });
    const files = readdirSync(join(drop, county.id));
    for (const file of files) {
      expect(openCheckpoint(readFileSync(join(drop, county.id, file), 'utf8'), key)).toMatchObject({ ok: true });
    }
    const mails = (await client.get<OutboxMail[]>('/api/outbox')).body.filter(({ to }) => to === settings.email);
    const mailed = mails[0]?.text.split(/^-{70}\n/m)[1] ?? '';
    expect(openCheckpoint(mailed, key)).toMatchObject({ ok: true });
  });

  it('go nowhere that was not offered, and the change is on the log', async () => {
    const refused = await client.put<Refusal>('/api/audit-log/delivery', { email: 'x', webhook: null, folder: false });
    expect(refused.status).toBe(422);
    const bad = { email: null, webhook: 'http://name:word@elsewhere.example/', folder: false };
    expect((await client.put('/api/audit-log/delivery', bad)).status).toBe(422);
    expect((await client.put('/api/audit-log/delivery', { email: null, webhook: null, folder: false })).status).toBe(
      200,
    );
    const entries = await client.get(listOf('/api/audit-events', { filter: { action: 'audit_delivery.change' } }));
    expect(JSON.stringify(entries.body)).toContain('"mail webhook folder"');
  });
});

describe('an export', () => {
  it('of the whole log is a bundle that an outsider can verify, also against every checkpoint kept elsewhere', async () => {
    const kept = (await client.get<AuditCheckpoint[]>(listOf('/api/audit-log/checkpoints', { range: [0, 99] }))).body;
    const view = await exportLog(client);
    expect(view).toMatchObject({ proves: 'range', firstSequence: 1 });
    const archive = await downloaded(client, view.id);
    expect(archive.length).toBe(view.bundleBytes);
    for (const { note, size } of kept) {
      const verdict = await verifyArchive(archive, { keys: [key], older: note });
      expect(verdict).toMatchObject({ ok: true, older: size });
    }
    const files = await filesOf(archive);
    for (const { format, name } of view.files) expect(await downloaded(client, view.id, format)).toEqual(files[name]);
    expect(files['README.txt']?.toString()).toContain('none was changed, left out');
    const events = files['events.ocsf.jsonl']?.toString('utf8').trimEnd().split('\n') ?? [];
    expect(events.length).toBe(view.count);
    expect(events.flatMap((line) => ocsfProblems(JSON.parse(line) as object))).toEqual([]);
  });

  it('of chosen entries proves each of them, and that the log goes on from a checkpoint that somebody holds', async () => {
    const held = (await client.get<AuditCheckpoint[]>(listOf('/api/audit-log/checkpoints', { range: [1, 1] }))).body[0];
    const view = await exportLog(client, { action: 'session.start' }, { heldCheckpoint: held?.size });
    expect(view).toMatchObject({ proves: 'entries' });
    const archive = await downloaded(client, view.id);
    const verdict = await verifyArchive(archive, { keys: [key], older: held?.note });
    expect(verdict).toMatchObject({ ok: true, older: held?.size, manifest: { proves: 'entries', count: view.count } });
    const unknown = { filter: {}, purpose: 'Because', heldCheckpoint: 999_999 };
    expect((await client.post<Refusal>('/api/audit-exports', unknown)).body.code).toBe('checkpoint_unknown');
  });

  it('in the middle of the log is proved as a range', async () => {
    const view = await exportLog(client, { bulkReviewId: county.bulkReview.id, action: 'recommendation.record' });
    expect(view).toMatchObject({ proves: 'range' });
    expect(view.firstSequence).toBeGreaterThan(100);
    expect(await verifyArchive(await downloaded(client, view.id), { keys: [key] })).toMatchObject({ ok: true });
  });

  it('that is built again, and by two at once, never replaces a file that is being downloaded', async () => {
    const view = await exportLog(client);
    const before = await downloaded(client, view.id);
    const stored = () =>
      readdirSync(join(installation.folder, 'files', county.id)).filter((name) => name.includes(view.id));
    const kept = `SELECT stored_as AS name FROM audit_export_file WHERE export_id = $1 ORDER BY stored_as COLLATE "C"`;
    const offered = (await query<{ name: string }>(superUrl(), kept, [view.id])).map(({ name }) => name);
    expect(offered.length).toBe(9);
    // Whoever else was rung for it takes its own files away again.
    const onlyThose = () => JSON.stringify(stored().sort()) === JSON.stringify(offered);
    await until(onlyThose);
    const handler = installation.workers[0]?.get(JobRegistry).handlerOf('export.build');
    // Whoever comes last finds that it is done, which is no fault of a job.
    const built = (id: string) =>
      handler?.run({ countyId: county.id, id }).catch((error: unknown) => {
        if (!(error instanceof WorkEnded)) throw error;
      });
    await built(view.id);
    await until(onlyThose);
    // As if the mark that it is done had been lost: the files that were offered stay the export's.
    const asked = await client.post<AuditExportRow>('/api/audit-exports', { filter: {}, purpose: 'Twice at once' });
    await Promise.all([built(asked.body.id), built(asked.body.id)]);
    await until(
      async () => (await client.get<AuditExportRow>(`/api/audit-exports/${asked.body.id}`)).body.state === 'done',
    );
    expect(await verifyArchive(await downloaded(client, asked.body.id), { keys: [key] })).toMatchObject({ ok: true });
    expect(await downloaded(client, view.id)).toEqual(before);
  });

  it('of entries that there are none of is refused at once, and nothing is made', async () => {
    const exports = async () => (await client.get<AuditExportRow[]>('/api/audit-exports')).body.length;
    const before = await exports();
    const asked = { filter: { action: 'no.such_act' }, purpose: 'Looking for nothing' };
    expect(await client.post<Refusal>('/api/audit-exports', asked)).toMatchObject({
      status: 422,
      body: { code: 'export_empty' },
    });
    expect(await exports()).toBe(before);
  });

  it('is gone from the disk once it has expired; that it was made stays, with its checksums', async () => {
    const view = await exportLog(client);
    const stored = () =>
      readdirSync(join(installation.folder, 'files', county.id)).filter((name) => name.includes(view.id));
    const expire = (ago: string) =>
      query(superUrl(), `UPDATE audit_export SET expires_at = now() - $2::interval WHERE id = $1`, [view.id, ago]);
    await expire('1 second');
    const fetched = await client.get<Refusal>(`/api/audit-exports/${view.id}/file?format=bundle`);
    expect(fetched).toMatchObject({ status: 410, body: { code: 'export_expired' } });
    expect(stored().length).toBeGreaterThanOrEqual(9);
    await expire('2 hours');
    await until(() => stored().length === 0);
    const { body } = await client.get<AuditExportRow>(`/api/audit-exports/${view.id}`);
    expect(body).toMatchObject({ state: 'expired', files: view.files });
  });
});

describe('a log that was changed behind the program', () => {
  const asOwner = (...statements: string[]) =>
    onServer(superUrl(), async (db) => {
      await db.query('SET session_replication_role = replica');
      for (const statement of statements) await db.query(statement);
    });
  const someone = () => `county_id = '${county.id}' AND seq = 30`;
  const decide = () =>
    county.people.reviewer.client.post<Refusal>(`/api/convictions/${county.evaluated.id}/recommendations`, {
      ...{ version: county.evaluated.version, decision: 'exclude', note: 'No.' },
    });

  it('raises an alarm by itself, and nothing is decided until it is put right', async () => {
    await asOwner(
      `CREATE TABLE aside AS SELECT * FROM audit_entry WHERE ${someone()}`,
      `UPDATE audit_entry SET action = 'something.else' WHERE ${someone()}`,
    );
    const alarm = await until(async () => (await state()).alarm);
    expect(alarm).toMatchObject({ seq: 30, why: 'copy_changed' });
    expect((await decide()).body.code).toBe('log_damaged');
    const home = (await county.people.admin.client.get<Stats>('/api/stats')).body;
    expect(home.problems.map(({ says }) => says)).toContainEqual(expect.stringContaining('audit log does not fit'));
    // Whoever is to look into it can come in, look and verify.
    await signIn(installation.base, county.people.compliance.email, PASSWORD);
    expect((await client.post('/api/audit-log/verifications')).body).toMatchObject({ ok: false, seq: 30 });
    await asOwner(
      `DELETE FROM audit_entry WHERE ${someone()}`,
      `INSERT INTO audit_entry SELECT * FROM aside`,
      `DROP TABLE aside`,
    );
    // It fits again, and the alarm stays: it ends by two people, one with what was found.
    const { at: since } = (await until(async () => {
      const { lastWholeVerification: whole } = await state();
      return whole?.ok ? whole : undefined;
    })) as { at: string };
    await until(async () => ((await state()).lastWholeVerification?.at ?? since) > since);
    expect((await state()).alarm).toMatchObject({ seq: 30 });
    expect((await decide()).body.code).toBe('log_damaged');
    const { admin, compliance } = county.people;
    const end = (who: Client, foundAt: string) => who.post<Refusal>('/api/audit-log/alarm/end', { foundAt });
    const alarmNow = async () =>
      (await admin.client.get<{ alarm: LogAlarm | null }>('/api/audit-log/alarm')).body.alarm;
    expect((await end(admin.client, since)).body.code).toBe('finding_missing');
    const finding = 'The action of entry 30 was changed by hand; it was put back from the backup of this morning.';
    expect((await compliance.client.put('/api/audit-log/alarm/finding', { finding })).status).toBe(200);
    const { found } = (await alarmNow()) ?? {};
    expect(found).toMatchObject({ finding, by: 'compliance' });
    expect((await end(compliance.client, found?.at ?? '')).body.code).toBe('own_finding');
    expect((await end(admin.client, since)).body.code).toBe('finding_changed');
    expect((await end(admin.client, found?.at ?? '')).status).toBe(204);
    expect(await alarmNow()).toBeNull();
    expect((await decide()).status).toBe(200);
    const recovered = await client.get(listOf('/api/audit-events', { filter: { action: 'audit_log.recover' } }));
    expect(JSON.stringify(recovered.body)).toContain('copy_changed');
  });
});
