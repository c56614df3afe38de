import type { ChildProcess } from 'node:child_process';
import { hasEnded } from '../../apps/local/src/child.ts';
import { pause, stopwatch, until } from '../support/until.ts';
import { emptyQueue } from './queue-hands.ts';
import { LAST, midBatch } from './mid-batch.ts';
import type { Disturbance } from './rehearsal.ts';
import { full } from './scale.ts';
import { workerBehind } from './worker-behind.ts';

export const undisturbed: Disturbance = async (scene) => {
  await scene.click();
  return 'nothing';
};

export const workersKilled =
  (times = 5): Disturbance =>
  async (scene) => {
    await midBatch(scene, times, async (log) => {
      await scene.kill(await workerBehind(scene, LAST));
      await log.release();
      scene.processes.startWorker();
      return undefined;
    });
    return `workers killed ${times} times`;
  };

export const apiKilled: Disturbance = async (scene) => {
  await midBatch(scene, 1, async (log) => {
    await scene.kill(scene.processes.api);
    await scene.processes.startApi();
    await log.release();
    return undefined;
  });
  const { status } = await scene.approver.get('/api/bulk-reviews');
  if (status !== 200) throw new Error(`The new api answers ${status}.`);
  return '1 api killed';
};

/** Only where the queue is in the database: there it can be told when the api rings. */
export const apiKilledBeforeItRang: Disturbance = async (scene) => {
  const held = await scene.hold('bullmq.job');
  const cut = scene.click().then(
    () => 'answered',
    () => 'cut',
  );
  await until(async () => (await scene.state()) === 'running');
  await scene.kill(scene.processes.api);
  if ((await cut) !== 'cut') throw new Error('The api answered before it rang.');
  await held.release();
  await scene.processes.startApi();
  return '1 api killed between commit and bell';
};

export const queueEmptied =
  (times = full ? 5 : 1): Disturbance =>
  async (scene) => {
    await midBatch(scene, times, async (log) => {
      await emptyQueue(scene.processes);
      await log.release();
      return undefined;
    });
    return `queue emptied ${times} times`;
  };

/**
 * A worker that is stopped while it holds the head of the log, where it is most in the way: the others are done before it
 * comes back, and when it does, what it wanted to commit is refused.
 */
export const workerStopped: Disturbance = async (scene) => {
  let stopped: ChildProcess | undefined;
  await midBatch(scene, 1, async (log) => {
    stopped = await workerBehind(scene, LAST);
    stopped.kill('SIGSTOP');
    await log.release();
    return undefined;
  });
  const since = stopwatch();
  await until(async () => (await scene.state()) === 'done', { moves: () => scene.done() });
  const others = since();
  // Longer than any lock or session lives.
  if (full) await pause(60_000);
  const all = since();
  stopped?.kill('SIGCONT');
  // It does not end before it is through with what it had in hand.
  stopped?.kill('SIGTERM');
  await until(() => stopped && hasEnded(stopped));
  return `1 worker stopped, the others done after ${others}, continued after ${all}`;
};

/**
 * Everything is replaced while chunks are in hand: who is told to stop finishes them, and the new ones take the rest. The
 * old ones are not waited for, as in a deploy that has no time.
 */
export const deployed: Disturbance = async (scene) => {
  const { processes } = scene;
  const times = full ? 3 : 1;
  let replaced = 0;
  await midBatch(scene, times, async (log) => {
    const { api } = processes;
    api.kill('SIGTERM');
    await until(() => hasEnded(api));
    await processes.startApi();
    const old = scene.alive();
    for (const worker of old) {
      worker.kill('SIGTERM');
      processes.startWorker();
    }
    await log.release();
    await until(() => old.every(hasEnded));
    replaced += 1 + old.length;
    return undefined;
  });
  return `${replaced} processes replaced`;
};
