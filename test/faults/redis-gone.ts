import { inject } from 'vitest';
import { pause, stopwatch } from '../support/until.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { midBatch } from './mid-batch.ts';
import type { Disturbance } from './rehearsal.ts';
import { full } from './scale.ts';

/** How long Redis is gone. */
const GONE_SECONDS = full ? 20 : 3;

/** A Redis for one rehearsal; what it holds is gone with it. */
export interface OwnRedis {
  readonly url: string;
  readonly goneInMidBatch: Disturbance;
  readonly goneAtTheClick: Disturbance;
  stop(): Promise<void>;
}

export async function ownRedis(): Promise<OwnRedis> {
  const folder = inject('folder');
  let redis: TestRedis | undefined = await startRedis(folder);
  if (!redis) throw new Error('No redis-server or valkey-server was found.');
  const { url } = redis;
  const back = async () => {
    await pause(GONE_SECONDS * 1000);
    redis = await startRedis(folder, Number(new URL(url).port));
  };
  return {
    url,
    goneInMidBatch: async (scene) => {
      await midBatch(scene, 1, async (log) => {
        redis?.kill();
        await log.release();
        return undefined;
      });
      await back();
      return `Redis killed and started empty after ${GONE_SECONDS} s`;
    },
    goneAtTheClick: async (scene) => {
      redis?.kill();
      // It is answered while Redis is gone, for nobody starts it before: the ledger has it.
      const since = stopwatch();
      await scene.click();
      const answered = since();
      await back();
      return `clicked while Redis was gone for ${GONE_SECONDS} s, answered after ${answered}`;
    },
    stop: async () => redis?.stop(),
  };
}
