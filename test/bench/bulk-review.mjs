import { Client } from 'pg';
import { startRedis } from '../support/redis.ts';
import { alike } from './alike.mjs';
import { bulkByHand } from './bulk-by-hand.mjs';
import { countyIn } from './county.mjs';
import { bulk, ended, findAllGood } from './deciding.mjs';
import { installation } from './installation.mjs';
import { check, median } from './measure.mjs';

const EVALUATED = { state: ['evaluated'], outcome: ['dismiss'] };
const RECOMMENDED = { state: ['recommended'] };

/**
 * Recommending and approving many convictions at once, from the click to "done", every decision and log entry written;
 * with the queue on PostgreSQL and on Redis, and with 1, 2 and 4 workers; against the same rows by hand.
 */
export async function bulkReview({ folder, count, runs, workers }) {
  const redis = await startRedis(folder);
  if (!redis) process.stderr.write('  left out: no redis-server or valkey-server found; REDIS_SERVER may name one\n');
  const queues = [{ name: 'PostgreSQL' }, ...(redis ? [{ name: 'Redis', url: redis.url }] : [])];
  const own = await installation(folder, 'BULK');
  const owner = new Client({ connectionString: own.server.superUrl });
  await owner.connect();
  try {
    const county = await countyIn(own, 'BULK');
    await county.post('/api/policies', { preset: 'prop64-dismiss-all' });
    await county.import(alike(folder, 'BULK', count));
    const people = {
      reviewer: await county.hire('reviewer', ['reviewer']),
      approver: await county.hire('approver', ['approver']),
    };
    const results = [];
    for (const { name, url } of queues) {
      for (const n of workers ? [workers] : [1, 2, 4]) {
        await own.restart({ workers: n, redisUrl: url });
        const how = `queue on ${name}, ${n} worker${n === 1 ? '' : 's'}`;
        process.stderr.write(`  ${how} …\n`);
        results.push(...figures(how, count, await measured({ ...people, owner, county, count, runs })));
      }
    }
    return results;
  } finally {
    await owner.end();
    await own.stop();
    await redis?.stop();
  }
}

/** Each run recommends, samples and approves all, and takes it back again for the next. */
async function measured({ reviewer, approver, owner, county, count, runs }) {
  const times = { recommending: [], approving: [], byHand: [] };
  for (let run = 0; run < runs; run += 1) {
    times.byHand.push(await bulkByHand(owner, county.id));
    const recommended = await bulk(reviewer, EVALUATED, { verb: 'recommend', decision: 'dismiss' });
    check(recommended.count === count, `${recommended.count} of ${count} were there to recommend`);
    await findAllGood(approver, RECOMMENDED);
    const approved = await bulk(approver, RECOMMENDED, { verb: 'approve' });
    check(approved.count === count, `${approved.count} of ${count} were there to approve`);
    times.recommending.push(recommended.taken);
    times.approving.push(approved.taken);
    await checkWritten(owner, recommended.id, 'recommendation', count);
    await checkWritten(owner, approved.id, 'approval', count);
    await ended(approver, (await approver.post(`/api/bulk-reviews/${approved.id}/undo`, { note: 'Again.' })).id);
    await bulk(reviewer, RECOMMENDED, { verb: 'withdraw' });
  }
  return times;
}

/** One decision and one entry of the log for every conviction, beside those for the beginning and the end. */
async function checkWritten(owner, id, table, count) {
  const { decided, noted } = (
    await owner.query(
      `SELECT (SELECT count(DISTINCT conviction_id)::int FROM ${table} WHERE bulk_review_id = $1) AS decided,
              (SELECT count(DISTINCT target_id)::int FROM audit_entry WHERE bulk_review_id = $1 AND target_type = 'conviction') AS noted`,
      [id],
    )
  ).rows[0];
  check(decided === count && noted === count, `${decided} decisions and ${noted} entries for ${count} convictions`);
}

function figures(how, count, times) {
  const byHand = median(times.byHand);
  return ['recommending', 'approving'].map((verb) => {
    const own = median(times[verb]);
    return {
      work: `${verb} ${count} at once, ${how}`,
      against: 'an UPDATE and two INSERT … SELECT',
      ratio: own / byHand,
      bar: 2,
      note: `median ${own.toFixed(1)} s, slowest ${Math.max(...times[verb]).toFixed(1)}, against ${byHand.toFixed(1)} s; ${Math.round(count / own)} a second`,
    };
  });
}
