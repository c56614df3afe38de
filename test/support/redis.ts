import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { stopChild, tiedChild } from '../../apps/local/src/child.ts';
import { freePort } from '../../apps/local/src/ports.ts';
import { until } from './until.ts';

export interface TestRedis {
  readonly url: string;
  /** Ends it at once, with all that it holds. */
  kill(): void;
  stop(): Promise<void>;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `REDIS_SERVER`, or a redis-server or valkey-server on the path. */
function findRedis(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
  const names = ['redis-server', 'valkey-server'];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env['REDIS_SERVER'] ?? '', ...found].find((path) => path !== '' && canRun(path));
}

/** A Redis or Valkey that keeps nothing, with room for a database per installation. Undefined where none is found. `at` is its port. */
export async function startRedis(folder: string, at?: number): Promise<TestRedis | undefined> {
  const program = findRedis();
  if (!program) return undefined;
  const port = at ?? (await freePort());
  const limits = ['--databases', '10000', '--maxmemory-policy', 'noeviction', '--bind', '127.0.0.1'];
  const child = tiedChild(
    program,
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder, ...limits],
    { stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await until(() => client.ping().then((answer) => answer === 'PONG'));
  client.disconnect();
  return { url, kill: () => child.kill('SIGKILL'), stop: () => stopChild(child) };
}
