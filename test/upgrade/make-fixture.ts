/**
 * Makes the fixture of a release: a small installation that was worked in, as the code of that release left it. It runs in
 * a checkout of that release, with its own test support, since nothing newer can write what the release wrote:
 *
 *   git worktree add ../release <commit> && cd ../release && npm ci
 *   cp <here>/test/upgrade/make-fixture.ts test/flow/make-fixture.test.ts
 *   CLEARANCE_FIXTURE=<here>/test/upgrade/release-<version> npx vitest run --project integration --testTimeout 600000 \
 *     test/flow/make-fixture.test.ts
 *
 * It leaves `tables.txt.gz` (each table as COPY writes it), `files/` (the encrypted files) and `about.json` (what is in it,
 * and the master key: it was made for this and protects invented people only).
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { expect, it } from 'vitest';
import { listOf, type Client } from '../support/client.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy } from '../support/county.ts';
import { startInstallation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { workedCounty } from '../isolation/worked-county.ts';
import { convictionsOf, decideAll, judge, recommend, viewOf } from '../flow/deciding.ts';
import { partsOf } from '../flow/state-file.ts';

const MASTER_KEY = 'p0cPHMTJxBWg6hA3P2Mg7Wq1mH7nqVYw0v1Gk6b1rZk=';
/** Bytes. Larger files stay out, so that the fixture is small; of one county the file that was imported is among the others. */
const LARGEST_FILE = 300_000;
const out = process.env['CLEARANCE_FIXTURE'] ?? '';

async function onSome(
  who: Client,
  filter: object,
  count: number,
  act: (seen: { id: string; version: number }) => unknown,
) {
  const rows = (await convictionsOf(who, filter)).slice(0, count);
  expect(rows.length, JSON.stringify(filter)).toBeGreaterThan(0);
  for (const { id } of rows) await act(await viewOf(who, id));
}

it('makes the fixture', async () => {
  expect(out, 'CLEARANCE_FIXTURE says where it goes').not.toBe('');
  const installation = await startInstallation({
    env: {
      ...{ MASTER_KEY, CHECKPOINT_SECONDS: '2', CHECKPOINT_DIR: mkdtempSync(join(tmpdir(), 'clearance-drop-')) },
      ...{ VERIFY_NEW_SECONDS: '1', VERIFY_WHOLE_SECONDS: '2', CHECKPOINT_MAIL_SECONDS: '1' },
    },
  });
  // Half worked: what `npm start` shows, and one of everything that the product makes.
  const first = await sampleFile({ county: 'YOLO', rows: 1_000, seed: 77, dirtyRate: 0.004 });
  const yolo = await workedCounty(installation, 'YOLO', first.path);
  const { admin, approver, compliance, reviewer } = yolo.people;
  await compliance.client.put('/api/audit-log/delivery', { email: 'log@yolo.example', webhook: null, folder: true });
  await decideAll(
    reviewer.client,
    { verb: 'recommend', decision: 'dismiss' },
    { state: ['evaluated'], outcome: ['dismiss'] },
  );
  await onSome(approver.client, { state: ['recommended'] }, 2, (seen) =>
    judge(approver.client, seen, 'return', 'Look again.'),
  );
  await decideAll(approver.client, { verb: 'approve' }, { state: ['recommended'], decision: ['dismiss'] });
  await onSome(approver.client, { state: ['approved'] }, 4, ({ id, version }) =>
    approver.client.post(`/api/convictions/${id}/undo`, { version, reason: 'The docket shows another case.' }),
  );
  await publishPolicy(admin.client, 'la-2020');
  await onSome(reviewer.client, { state: ['evaluated'], outcome: ['needs_review'] }, 2, (seen) =>
    recommend(reviewer.client, seen, 'ask_for_facts', 'Which date does the docket give?'),
  );
  // A newer file: of some people nothing is left, and one row of others says something else.
  const { header, rows } = partsOf(readFileSync(first.path, 'utf8'));
  const later = rows
    .filter((_, at) => at < rows.length - 60)
    .map((row, at) => (at % 90 === 7 ? row.replace('FELONY', 'MISDEMEANOR') : row));
  await importFile(admin.client, { name: 'later.dat', bytes: [header, ...later, ''].join('\n') });
  await onSome(reviewer.client, { state: ['evaluated'], outcome: ['dismiss', 'reduce'] }, 6, (seen) =>
    recommend(reviewer.client, seen, 'dismiss', 'Read the whole file.'),
  );

  // Where another table says who prosecutes, under several policies one after the other.
  const la = await makeCounty(installation, {
    name: 'LOS ANGELES',
    staff: { reviewer: ['reviewer'], approver: ['approver'] },
  });
  await publishPolicy(la.people.admin.client, 'la-2020');
  await importFile(la.people.admin.client, (await sampleFile({ county: 'LOS ANGELES', rows: 380, seed: 12 })).path);
  for (const preset of ['la-2021', 'sf-2018', 'san-diego-2020', 'mi-clean-slate', 'hs-11361.9']) {
    await publishPolicy(la.people.admin.client, preset);
  }
  // One that has a policy and waits for its first file.
  const colusa = await makeCounty(installation, { name: 'COLUSA' });
  await publishPolicy(colusa.people.admin.client, 'la-2020');

  const state = async () =>
    (await compliance.client.get<{ checkpoint?: { size: number }; size: number }>('/api/audit-log')).body;
  await compliance.client.post('/api/audit-log/verifications');
  await until(async () => (await state()).checkpoint);
  await until(
    async () =>
      (await admin.client.get<unknown[]>(listOf('/api/work', { filter: { state: 'running' } }))).body.length === 0,
  );
  await installation.stop();
  expect(installation.faults).toEqual([]);

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { text, counts } = await dump(installation.database.superUrl);
  writeFileSync(join(out, 'tables.txt.gz'), gzipSync(text, { level: 9 }));
  const isSmall = (path: string) => statSync(path).isDirectory() || statSync(path).size < LARGEST_FILE;
  cpSync(join(installation.folder, 'files'), join(out, 'files'), { recursive: true, filter: isSmall });
  const about = {
    masterKey: MASTER_KEY,
    password: PASSWORD,
    counties: { YOLO: yolo.id, 'LOS ANGELES': la.id, COLUSA: colusa.id },
    rows: Object.fromEntries(counts),
  };
  writeFileSync(join(out, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
});

/** Every table of the product but the list of migrations: a line with its name and columns, its rows, and `\.`. */
async function dump(url: string): Promise<{ text: string; counts: [string, number][] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migration' GROUP BY 1 ORDER BY 1`,
  );
  let text = '';
  const counts: [string, number][] = [];
  for (const { name, columns } of tables) {
    text += `${name} (${columns.join(', ')})\n`;
    const before = text.length;
    for await (const chunk of client.query(to(`COPY ${name} (${columns.join(', ')}) TO STDOUT`))) text += String(chunk);
    counts.push([name, text.slice(before).split('\n').length - 1]);
    text += '\\.\n';
  }
  await client.end();
  return { text, counts };
}
