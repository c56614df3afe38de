import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  withBackend,
  type BackendClasses,
  type FlowJob,
  type IQueueBackend,
  type Job,
} from 'bullmq';
import { Redis } from 'ioredis';
import { CONFIG, type Config } from '../config.ts';

export const QUEUE = 'clearance';

/** BullMQ's classes bound to whichever backend is configured. */
type Bull = BackendClasses<IQueueBackend, unknown>;

/** What a job carries: ids only, so that nothing personal is ever in the queue. */
export interface JobData {
  readonly countyId: string;
  readonly id: string;
  readonly chunk?: number;
}

/** Stall and lock times that drain the queue within seconds after a worker was killed. */
const workerTimes = { lockDuration: 10_000, stalledInterval: 3_000, maxStalledCount: 50 };
/** How long is waited for a Redis that is gone, and for the answer of one that is there. */
const patience = { ready: 2_000, answer: 10_000 };
/**
 * Every ring has an id of its own: left to itself the Postgres backend would make a sequence for them, and the
 * application role may create nothing.
 */
const onlyOnce = () => ({ jobId: randomUUID(), attempts: 1, removeOnComplete: true, removeOnFail: true });

/** The queue takes 1 before 2; what has no place at all would go before everything. */
const placed = (place: number) => Math.min(place + 1, 2_000_000);

/**
 * The doorbell: BullMQ on Postgres, or on Redis where REDIS_URL is set. It may lose, repeat or delay a ring; the ledger
 * does not.
 */
@Injectable()
export class JobQueue implements BeforeApplicationShutdown {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private readonly bull: Bull;
  private readonly producer: InstanceType<Bull['FlowProducer']>;
  private readonly queue: InstanceType<Bull['Queue']>;
  /** What jobs are added through, where the queue is on Redis. */
  private readonly redis: Redis | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.bull = (config.redisUrl
      ? withBackend(createRedisBackend)
      : withBackend(createPostgresBackend)) as unknown as Bull;
    this.redis = config.redisUrl ? (this.connection() as Redis) : undefined;
    this.queue = new this.bull.Queue(QUEUE, { connection: this.redis ?? this.connection() });
    this.producer = new this.bull.FlowProducer({ connection: this.redis ?? this.connection() });
    // A queue that is gone for a while is not an error of ours: the ledger knows what is left and rings again.
    this.queue.on('error', () => undefined);
    this.producer.on('error', () => undefined);
    this.closers.push(
      () => this.queue.close(),
      () => this.producer.close(),
    );
  }

  /** Rings once. `ahead` is how much the county has open before it. */
  async add(name: string, data: JobData, ahead: number): Promise<void> {
    await this.reach(() => this.queue.add(name, data, { ...onlyOnce(), priority: placed(ahead) }));
  }

  /**
   * Rings `name` when each of the chunk jobs has run. Earlier chunks go first, also before later ones of other counties:
   * a fair share. `ahead` is how many chunks the county has open before these.
   */
  async addFlow(name: string, data: JobData, chunkJob: string, chunks: readonly number[], ahead = 0): Promise<void> {
    const flow: FlowJob = {
      name,
      queueName: QUEUE,
      data,
      opts: onlyOnce(),
      children: chunks.map((chunk, place) => ({
        name: chunkJob,
        queueName: QUEUE,
        data: { ...data, chunk },
        opts: { ...onlyOnce(), priority: placed(ahead + place), ignoreDependencyOnFailure: true },
      })),
    };
    await this.reach(() => this.producer.add(flow));
  }

  /** Starts taking jobs. `handle` gets the name and the data; what it throws has been logged by it. */
  work(handle: (name: string, data: unknown) => Promise<void>): void {
    const worker = new this.bull.Worker(QUEUE, (job: Job<unknown>) => handle(job.name, job.data), {
      connection: this.connection(),
      ...workerTimes,
      concurrency: this.config.workerConcurrency,
    });
    worker.on('error', () => undefined);
    // First to close: it hands back what it has not begun and finishes what is in hand.
    this.closers.unshift(() => worker.close());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const close of this.closers) await close().catch(() => undefined);
  }

  /**
   * Adds to the queue, or throws where Redis is gone: whoever decided something must not wait until it is back. Nothing is
   * kept for then, so that an hour without it is no flood of rings.
   */
  private async reach(add: () => Promise<unknown>): Promise<void> {
    if (!this.redis) return void (await add());
    if (this.redis.status !== 'ready') await within(patience.ready, once(this.redis, 'ready'));
    await within(patience.answer, add());
  }

  private connection(): unknown {
    const { redisUrl, databaseUrl } = this.config;
    if (!redisUrl) return { connectionString: databaseUrl, max: 3, application_name: 'clearance-queue' };
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    this.closers.push(() => redis.quit());
    return redis;
  }
}

async function within(milliseconds: number, asked: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error('The queue does not answer.');
  });
  try {
    await Promise.race([asked, late]);
  } finally {
    timer.abort();
  }
}
