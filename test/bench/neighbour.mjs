import { setTimeout as sleep } from 'node:timers/promises';
import { alike } from './alike.mjs';
import { asker } from './at-once.mjs';
import { countyIn } from './county.mjs';
import { bulk, findAllGood, inFilter } from './deciding.mjs';
import { installation } from './installation.mjs';
import { check, p95, seconds } from './measure.mjs';
import { sample } from './sample.mjs';

const EVALUATED = { state: ['evaluated'], outcome: ['dismiss'] };
const RECOMMENDED = { state: ['recommended'] };
/** What people of the quiet county do: a page every so often, a decision every so often. */
const PAGE_EVERY_MS = 50;
const DECIDE_EVERY_MS = 200;
const IDLE_SECONDS = 12;
/** How often a console asks how far a batch is. */
const TRAY_EVERY_MS = 1000;

/**
 * While one county imports a large file and approves many convictions, how long the pages and single decisions of another
 * take; against the same when nothing else happens.
 */
export async function neighbour({ folder, rows, count, workers = 2 }) {
  const own = await installation(folder, 'NEIGHBOUR', { workers });
  const { get, close } = asker(own.base);
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
    const large = sample(folder, 'BUSY', rows, 3);

    // Before and after, since a machine is not the same all the time.
    const before = await visit(get, reviewer, sleep(IDLE_SECONDS * 1000));
    const [imported, approved] = [busy.import(large), bulk(approver, RECOMMENDED, { verb: 'approve' }, TRAY_EVERY_MS)];
    const work = Promise.all([imported, approved]);
    const loaded = await visit(get, reviewer, work);
    check((await approved).count === count, 'all were approved');
    check((await imported).rows === rows, 'all rows were imported');
    const after = await visit(get, reviewer, sleep(IDLE_SECONDS * 1000));
    const idle = {
      pages: [...before.pages, ...after.pages],
      decisions: [...before.decisions, ...after.decisions],
    };
    const against = 'the same with nothing else to do';
    const line = (what, one, other) => ({
      work: `${what}, p95, while another county imports ${rows} rows and approves ${count}`,
      ...{ against, ratio: p95(one) / p95(other), bar: '≤ 2' },
      note: `${p95(one).toFixed(0)} ms (${one.length}) against ${p95(other).toFixed(0)} ms (${other.length})`,
    });
    return [
      line('a page of the queue', loaded.pages, idle.pages),
      line('a single decision', loaded.decisions, idle.decisions),
    ];
  } finally {
    close();
    await own.stop();
  }
}

/** Asks and decides in its own pace until `end`; answers how long each took in ms. */
async function visit(get, reviewer, end) {
  let going = true;
  const times = { pages: [], decisions: [] };
  const timed = async (list, every, act) => {
    while (going) {
      const taken = await act();
      list.push(taken);
      await sleep(Math.max(0, every - taken));
    }
  };
  const path = `/api/convictions?${inFilter(EVALUATED)}&sort=["since","ASC"]`;
  const askPage = () => get(reviewer.cookie, path);
  const decide = async () => {
    const [{ id, version }] = JSON.parse((await askPage()).body);
    return msOf(() => reviewer.post(`/api/convictions/${id}/recommendations`, { decision: 'dismiss', version }));
  };
  const work = [
    timed(times.pages, PAGE_EVERY_MS, () => msOf(askPage)),
    timed(times.decisions, DECIDE_EVERY_MS, decide),
  ];
  try {
    await Promise.race([end, Promise.all(work)]);
  } finally {
    // What went wrong is told, and not that those who went on asking found nobody.
    going = false;
    await Promise.allSettled(work);
  }
  return times;
}

const msOf = async (act) => (await seconds(act)) * 1000;
