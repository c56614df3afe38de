import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { asker } from './at-once.mjs';

/** What people of a quiet county do: a page every so often, a decision every so often. */
const PAGE_EVERY_MS = 50;
const DECIDE_EVERY_MS = 200;

/**
 * Somebody who reads pages and decides one conviction after the other until `end`; answers how long each took in ms. In a
 * thread of its own: whoever sends a large file from the same one would keep it waiting, and not the server.
 */
export async function visit({ base, cookie, path }, end) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { base, cookie, path } });
  const times = new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  try {
    await Promise.race([end, times]);
  } finally {
    worker.postMessage('enough');
  }
  return times;
}

if (workerData) {
  const { base, cookie, path } = workerData;
  const { close, get, post } = asker(base);
  const times = { pages: [], decisions: [] };
  let going = true;
  parentPort.once('message', () => (going = false));
  const again = async (list, every, act) => {
    while (going) {
      const taken = await act();
      list.push(taken);
      await sleep(Math.max(0, every - taken));
    }
  };
  const timed = async (act) => {
    const start = performance.now();
    await act();
    return performance.now() - start;
  };
  const page = () => get(cookie, path);
  const decide = async () => {
    const [{ id, version }] = JSON.parse((await page()).body);
    return timed(() => post(cookie, `/api/convictions/${id}/recommendations`, { decision: 'dismiss', version }));
  };
  await Promise.all([
    again(times.pages, PAGE_EVERY_MS, () => timed(page)),
    again(times.decisions, DECIDE_EVERY_MS, decide),
  ]);
  close();
  parentPort.postMessage(times);
}
