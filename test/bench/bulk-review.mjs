import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { generateCounty, localDate } from '../../libs/record/dist/index.js';
import { county } from './county.mjs';
import { check, median, seconds } from './measure.mjs';
import { postgres } from './postgres.mjs';

const EVALUATED = { state: ['evaluated'], outcome: ['dismiss'] };
const RECOMMENDED = { state: ['recommended'] };

/**
 * Recommending and approving 60,000 convictions at once, from the click to "done", every decision and log entry written;
 * against one UPDATE and two INSERT … SELECT of as many rows by hand, on tables with the same columns and indexes and
 * with neither row security nor foreign keys nor triggers.
 */
export async function bulkReview({ folder, count = 60_000, runs = 5 }) {
  const installation = await county(folder, 'BULK');
  const server = await postgres(folder);
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await installation.post('/api/policies', { preset: 'prop64-dismiss-all' });
    await installation.import(alike(folder, count));
    const reviewer = await installation.hire('reviewer', ['reviewer']);
    const approver = await installation.hire('approver', ['approver']);
    const { id } = (await installation.get('/api/me')).county;
    const times = { recommend: [], approve: [], reference: [] };
    for (let run = 0; run < runs; run += 1) {
      times.reference.push(await reference(client, server.superUrl, id));
      times.recommend.push(await bulk(reviewer, EVALUATED, count, { verb: 'recommend', decision: 'dismiss' }));
      await findAllGood(approver, RECOMMENDED);
      times.approve.push(await bulk(approver, RECOMMENDED, count, { verb: 'approve' }));
      const approved = await approver.get(`/api/bulk-reviews?filter={"verb":"approve"}&range=[0,0]`);
      await ended(approver, (await approver.post(`/api/bulk-reviews/${approved[0].id}/undo`, { note: 'Again.' })).id);
      await bulk(reviewer, RECOMMENDED, count, { verb: 'withdraw' });
    }
    const [reviewing, approving, byHand] = ['recommend', 'approve', 'reference'].map((name) => median(times[name]));
    const against = 'an UPDATE and two INSERT … SELECT';
    const note = (own) => `median ${own.toFixed(1)} s against ${byHand.toFixed(1)} s`;
    return [
      { work: `recommending ${count} at once`, against, ratio: reviewing / byHand, bar: '≤ 4', note: note(reviewing) },
      { work: `approving ${count} at once`, against, ratio: approving / byHand, bar: '≤ 4', note: note(approving) },
    ];
  } finally {
    await client.end();
    installation.stop();
  }
}

/** A file of `count` people with one conviction each, all alike but for the person and the case. */
function alike(folder, count) {
  const parts = [...generateCounty({ county: 'BULK', rows: 400, seed: 91, asOf: localDate('2026-01-01') }).parts];
  const lines = Buffer.concat(parts.map(({ bytes }) => bytes))
    .toString()
    .split('\n');
  const plain = parts
    .flatMap(({ convictions }) => convictions)
    .find((one) => one.dismissAll === 'dismiss' && one.readFrom === 'description' && !one.historic);
  const row = lines[plain.line - 1];
  check(row.includes(plain.caseNumber), 'the invented file has a plain conviction');
  const copies = Array.from({ length: count }, (_, at) => {
    const own = String(at + 1).padStart(7, '0');
    return row
      .replace(/^\d+,/, `${at + 1},`)
      .replaceAll(plain.cii, `A9${own}`)
      .replaceAll(plain.caseNumber, `XC${own}`);
  });
  const path = join(folder, 'alike.dat');
  writeFileSync(path, [lines[0], ...copies, ''].join('\n'));
  return path;
}

const setOf = (who, filter) => who.get(`/api/convictions/set?filter=${encodeURIComponent(JSON.stringify(filter))}`);

async function ended(who, id) {
  for (;;) {
    const review = await who.get(`/api/bulk-reviews/${id}`);
    if (review.state === 'done') return review;
    check(review.state === 'running', `the bulk review is ${review.state}`);
    await sleep(20);
  }
}

/** Seconds that a decision on the whole set takes. */
async function bulk(who, filter, expected, act) {
  const { count, digest } = await setOf(who, filter);
  check(count === expected, `${count} of ${expected} are there to ${act.verb}`);
  let review;
  const time = await seconds(async () => {
    const started = await who.post('/api/bulk-reviews', { ...act, filter, expectedCount: count, digest });
    review = await ended(who, started.id);
  });
  check(review.done === count && review.skipped === 0, `${review.skipped} were skipped`);
  return time;
}

async function findAllGood(who, filter) {
  const { count, digest } = await setOf(who, filter);
  const drawn = await who.post('/api/samples', { filter, expectedCount: count, digest });
  for (const { id, personId } of drawn.items) {
    await who.get(`/api/people/${personId}`);
    await who.post(`/api/samples/${drawn.id}/findings`, { convictionId: id, finding: 'good' });
  }
}

/** Seconds for the same rows by hand. */
async function reference(client, superUrl, countyId) {
  const owner = new Client({ connectionString: superUrl });
  await owner.connect();
  await owner.query('DROP TABLE IF EXISTS bare_conviction, bare_decision, bare_entry');
  for (const [bare, table] of Object.entries({
    bare_conviction: 'conviction',
    bare_decision: 'recommendation',
    bare_entry: 'audit_entry',
  })) {
    await owner.query(`CREATE TABLE ${bare} (LIKE ${table} INCLUDING ALL)`);
    await owner.query(`ALTER TABLE ${bare} OWNER TO clearance_owner`);
  }
  await owner.query(`INSERT INTO bare_conviction SELECT * FROM conviction WHERE county_id = $1`, [countyId]);
  await owner.query('ANALYZE bare_conviction');
  await owner.end();
  return seconds(async () => {
    await client.query('BEGIN');
    await client.query(
      `UPDATE bare_conviction SET state = 'recommended', version = version + 1, since = now(), decision = 'dismiss'`,
    );
    await client.query(
      `INSERT INTO bare_decision (county_id, id, conviction_id, version, decision, history_digest, recommender_id, at)
       SELECT county_id, gen_random_uuid(), id, version, 'dismiss', history_digest, id, now() FROM bare_conviction`,
    );
    await client.query(
      `INSERT INTO bare_entry (county_id, seq, at, actor_id, action, target_type, target_id, outcome, bulk_review_id, bytes, leaf_hash)
       SELECT county_id, row_number() OVER (), now(), id::text, 'recommendation.record', 'conviction', id::text, 'success', county_id,
              convert_to(repeat('{"action":"x"}', 40), 'UTF8'), sha256(convert_to(id::text || repeat('{"action":"x"}', 40), 'UTF8'))
         FROM bare_conviction`,
    );
    await client.query('COMMIT');
  });
}
