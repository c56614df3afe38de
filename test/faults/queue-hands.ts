import { Redis } from 'ioredis';
import { JobQueue, QUEUE } from '../../libs/platform/src/jobs/queue.ts';
import { query } from '../support/database.ts';
import type { Installation, Reachable } from '../support/installation.ts';

/** Empties the queue, as when Redis is flushed or a table is lost. What is open, only the ledger knows afterwards. */
export async function emptyQueue({ redisUrl, database }: Pick<Reachable, 'redisUrl' | 'database'>): Promise<void> {
  if (redisUrl) {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    await redis.quit();
  } else {
    await query(database.superUrl, 'TRUNCATE bullmq.job, bullmq.job_dependency, bullmq.event, bullmq.job_log CASCADE');
  }
}

/** Whether nothing is in the queue and nothing in hand: what ran leaves no trace there. */
export async function isEmpty({ redisUrl, database }: Pick<Reachable, 'redisUrl' | 'database'>): Promise<boolean> {
  if (!redisUrl) return (await query(database.superUrl, 'SELECT 1 FROM bullmq.job LIMIT 1')).length === 0;
  const redis = new Redis(redisUrl);
  const jobs = (await redis.keys(`bull:${QUEUE}:*`)).filter((key) => /:[0-9a-f-]{36}$/.test(key));
  await redis.quit();
  return jobs.length === 0;
}

/** From now on every job of the installation comes `times` times. Answers how many were asked for once. */
export function repeatJobs({ api, workers }: Installation, times: number): { readonly asked: number } {
  const counted = { asked: 0 };
  for (const queue of [api, ...workers].map((app) => app.get(JobQueue, { strict: false }))) {
    const [add, addFlow] = [queue.add.bind(queue), queue.addFlow.bind(queue)];
    queue.add = async (...job) => {
      counted.asked += 1;
      for (let time = 0; time < times; time += 1) await add(...job);
    };
    queue.addFlow = async (...flow) => {
      counted.asked += 1 + flow[3].length;
      for (let time = 0; time < times; time += 1) await addFlow(...flow);
    };
  }
  return counted;
}
