import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { AuditLog, Database } from '../../libs/platform/dist/index.js';
import { county } from './county.mjs';
import { check, median, peakOf, seconds } from './measure.mjs';
import { postgres } from './postgres.mjs';

/** The file that counts and the table beside it, as the database itself would write them. */
const TABLE = `COPY (SELECT seq, at, actor_id, action, target_type, target_id, outcome, bulk_review_id,
                            convert_from(bytes, 'UTF8') AS entry FROM audit_entry ORDER BY seq) TO STDOUT WITH (FORMAT csv)`;

/** A bundle of the whole log (entries, table, events, proof, manifest; encrypted), against COPY of it by the same role. */
export async function exporting({ folder, rows }) {
  const installation = await county(folder, 'EXPORTING');
  const server = await postgres(folder);
  const client = new Client({ connectionString: server.appUrl });
  await client.connect();
  try {
    const { id } = (await installation.get('/api/me')).county;
    await fill(server.appUrl, id, rows);
    const compliance = await installation.hire('compliance', ['compliance']);
    const [own, other] = [[], []];
    let view;
    for (let run = 0; run < 3; run += 1) {
      other.push(
        await seconds(async () => {
          await client.query('BEGIN');
          await client.query(`SELECT set_config('app.county_id', $1, true)`, [id]);
          await pipeline(client.query(copyTo(TABLE)), createWriteStream(join(folder, 'copied.csv')));
          await client.query('COMMIT');
        }),
      );
      own.push(await seconds(async () => (view = await exported(compliance))));
    }
    check(view.proves === 'range' && view.count >= rows, `${view.count} of ${rows} entries exported`);
    const peak = peakOf(installation.workers);
    return [
      {
        work: `export of ${rows} log entries as a bundle`,
        against: 'COPY of the same entries and columns to a file',
        ratio: median(own) / median(other),
        bar: 2,
        note: `${Math.round(rows / median(own))} entries/s, worker at most ${peak} MB`,
      },
    ];
  } finally {
    await client.end();
    installation.stop();
  }
}

/** Entries as a bulk approval writes them, a thousand at a time. */
async function fill(url, countyId, rows) {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  const database = new Database(source);
  const log = new AuditLog(database);
  const actor = { kind: 'person', memberId: '5b0e6d1e-0000-4000-8000-000000000000', roles: ['approver'] };
  const ctx = { countyId, actor, requestId: 'bench', now: new Date() };
  const bulkReviewId = '5b0e6d1e-0000-4000-8000-000000000001';
  for (let at = 0; at < rows; at += 1_000) {
    const acts = Array.from({ length: Math.min(1_000, rows - at) }, (_, place) => ({
      action: 'approval.approve',
      target: { type: 'conviction', id: `5b0e6d1e-0000-4000-8000-${String(at + place).padStart(12, '0')}` },
      ...{ stateBefore: 'recommended', stateAfter: 'approved', bulkReviewId, chunk: at / 1_000 },
    }));
    await database.inCounty(ctx, (tx) => log.append(tx, ctx, acts));
  }
  await source.destroy();
}

async function exported(compliance) {
  const { id } = await compliance.post('/api/audit-exports', { filter: {}, purpose: 'Measuring' });
  for (;;) {
    const view = await compliance.get(`/api/audit-exports/${id}`);
    if (view.state === 'done') return view;
    check(view.state === 'running', `the export is ${view.state}`);
    await sleep(50);
  }
}
