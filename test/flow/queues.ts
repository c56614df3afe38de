import { inject } from 'vitest';

const found = inject('redisUrl') !== undefined;

/** One way to run the queue. */
export interface QueueKind {
  readonly name: string;
  readonly redis: boolean;
  /** Not to be tried here. Where CI is set nothing is left out: then the start of the installation says what is missing. */
  readonly skipped: boolean;
}

/** Both backends of the queue, for `describe.each`. */
export const queues: readonly [QueueKind, QueueKind] = [
  { name: 'PostgreSQL', redis: false, skipped: false },
  {
    name: found ? 'Redis' : 'Redis (no redis-server or valkey-server found; set REDIS_SERVER)',
    redis: true,
    skipped: !found && !process.env['CI'],
  },
];
