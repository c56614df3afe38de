import { setTimeout as sleep } from 'node:timers/promises';
import { alike } from './alike.mjs';
import { countyIn } from './county.mjs';
import { bulk, findAllGood, inFilter } from './deciding.mjs';
import { installation } from './installation.mjs';
import { check, p95 } from './measure.mjs';
import { sample } from './sample.mjs';
import { visit } from './visitor.mjs';

const EVALUATED = { state: ['evaluated'], outcome: ['dismiss'] };
const RECOMMENDED = { state: ['recommended'] };
const IDLE_SECONDS = 12;
/** How often a console asks how far a batch is. */
const TRAY_EVERY_MS = 1000;

/**
 * While one county approves many convictions, and while it imports a large file, how long the pages and single decisions of
 * another take; against the same when nothing else happens.
 */
export async function neighbour({ folder, rows, count, workers = 2 }) {
  const own = await installation(folder, 'NEIGHBOUR', { workers });
  try {
    const [busy, quiet] = [await countyIn(own, 'BUSY'), await countyIn(own, 'QUIET')];
    for (const county of [busy, quiet]) await county.post('/api/policies', { preset: 'prop64-dismiss-all' });
    await busy.import(alike(folder, 'BUSY', count));
    await quiet.import(alike(folder, 'QUIET', 10_000));
    const [approver, reviewer] = [
      await busy.hire('approver', ['approver']),
      await quiet.hire('reviewer', ['reviewer']),
    ];
    await bulk(await busy.hire('reviewer', ['reviewer']), EVALUATED, { verb: 'recommend', decision: 'dismiss' });
    await findAllGood(approver, RECOMMENDED);
    const large = sample(folder, 'BUSY', rows, { seed: 3 });

    const path = `/api/convictions?${inFilter(EVALUATED)}&sort=["since","ASC"]`;
    const visiting = (end) => visit({ base: own.base, cookie: reviewer.cookie, path }, end);
    // Before, between and after, since a machine is not the same all the time.
    const idle = { pages: [], decisions: [] };
    const rest = async () => {
      const { decisions, pages } = await visiting(sleep(IDLE_SECONDS * 1000));
      idle.pages.push(...pages);
      idle.decisions.push(...decisions);
    };
    await rest();
    const approved = bulk(approver, RECOMMENDED, { verb: 'approve' }, TRAY_EVERY_MS);
    const whileApproved = await visiting(approved);
    check((await approved).count === count, 'all were approved');
    await rest();
    const imported = busy.import(large);
    const whileImported = await visiting(imported);
    check((await imported).rows === rows, 'all rows were imported');
    await rest();
    const against = 'the same with nothing else to do';
    const line = (what, one, other) => ({
      ...{ work: what, against, ratio: p95(one) / p95(other), bar: 2 },
      note: `${p95(one).toFixed(0)} ms (${one.length}) against ${p95(other).toFixed(0)} ms (${other.length})`,
    });
    return [
      [whileApproved, `another county approves ${count}`],
      [whileImported, `another county imports ${rows} rows`],
    ].flatMap(([{ decisions, pages }, meanwhile]) => [
      line(`a page of the queue, p95, while ${meanwhile}`, pages, idle.pages),
      line(`a single decision, p95, while ${meanwhile}`, decisions, idle.decisions),
    ]);
  } finally {
    await own.stop();
  }
}
