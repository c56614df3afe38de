import { randomUUID } from 'node:crypto';
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
/**
 * Every ring has an id of its own: left to itself the Postgres backend would make a sequence for them, and the
 * application role may create nothing.
 */
const once = () => ({ jobId: randomUUID(), attempts: 1, removeOnComplete: true, removeOnFail: true });

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

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.bull = (config.redisUrl
      ? withBackend(createRedisBackend)
      : withBackend(createPostgresBackend)) as unknown as Bull;
    this.queue = new this.bull.Queue(QUEUE, { connection: this.connection() });
    this.producer = new this.bull.FlowProducer({ connection: this.connection() });
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
    await this.queue.add(name, data, { ...once(), priority: placed(ahead) });
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
      opts: once(),
      children: chunks.map((chunk, place) => ({
        name: chunkJob,
        queueName: QUEUE,
        data: { ...data, chunk },
        opts: { ...once(), priority: placed(ahead + place), ignoreDependencyOnFailure: true },
      })),
    };
    await this.producer.add(flow);
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

  private connection(): unknown {
    const { redisUrl, databaseUrl } = this.config;
    if (!redisUrl) return { connectionString: databaseUrl, max: 3, application_name: 'clearance-queue' };
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    this.closers.push(() => redis.quit());
    return redis;
  }
}
