import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { inject } from 'vitest';
import { makeApi } from '../../apps/api/src/make-api.ts';
import { freePort } from '../../apps/local/src/ports.ts';
import { makeWorker } from '../../apps/worker/src/make-worker.ts';
import { Installation as Founding, readConfig, type Log } from '../../libs/platform/src/index.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export const root = resolve(import.meta.dirname, '..', '..');

export interface Options {
  /** How many workers; one unless told. */
  readonly workers?: number;
  /** The queue on Redis; in the database unless told. Throws where no Redis was found. */
  readonly redis?: boolean;
  /** The database; a fresh one unless told. */
  readonly database?: TestDatabase;
  /** Further variables of the environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Where an installation can be reached, and by whom its first operator is invited. */
export interface Reachable {
  readonly base: string;
  readonly database: TestDatabase;
  readonly folder: string;
  /** The queue, where it is on Redis. */
  readonly redisUrl: string | undefined;
  /** Invites an operator and answers the link. */
  inviteOperator(email: string): Promise<string>;
  stop(): Promise<void>;
}

export interface Installation extends Reachable {
  readonly api: NestExpressApplication;
  readonly workers: readonly INestApplicationContext[];
  /** What was logged as a warning or an error; an empty list at the end is a good sign. */
  readonly faults: readonly string[];
}

/** The environment of an installation with a database of its own. */
export async function testEnvironment({ redis, env, ...given }: Options) {
  const [database, port] = [given.database ?? (await freshDatabase()), await freePort()];
  const folder = join(inject('folder'), randomBytes(6).toString('hex'));
  mkdirSync(folder);
  writeFileSync(join(folder, 'demo-people.json'), '[]');
  const redisUrl = inject('redisUrl');
  if (redis && !redisUrl) throw new Error('No redis-server or valkey-server was found.');
  const consoleDir = join(root, 'apps', 'console', 'dist');
  const variables: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    MASTER_KEY: randomBytes(32).toString('base64'),
    FILES_DIR: join(folder, 'files'),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DEMO_PEOPLE_FILE: join(folder, 'demo-people.json'),
    RECONCILE_SECONDS: '1',
    SWEEP_SECONDS: '1',
    ...(existsSync(consoleDir) ? { CONSOLE_DIR: consoleDir } : {}),
    ...(redis ? { REDIS_URL: `${redisUrl}/${1 + (randomBytes(2).readUInt16BE() % 9_999)}` } : {}),
    ...env,
  };
  return { database, folder, variables, redisUrl: variables['REDIS_URL'], base: `http://127.0.0.1:${port}` };
}

/** Starts api and workers from their sources in this process. Stop it in `afterAll`. */
export async function startInstallation(options: Options = {}): Promise<Installation> {
  const { variables, ...here } = await testEnvironment(options);
  const config = readConfig(variables);
  const faults: string[] = [];
  const note = (said: { err?: Error }, message: string) => void faults.push(`${message}: ${said.err?.message ?? ''}`);
  const log = { info: () => undefined, warn: note, error: note } as unknown as Log;
  const api = await makeApi(config, log);
  await api.listen(config.port, config.host);
  const workers: INestApplicationContext[] = [];
  for (let count = options.workers ?? 1; count > 0; count -= 1) workers.push(await makeWorker(config, log));
  return {
    ...{ ...here, api, workers, faults },
    inviteOperator: (email) => api.get(Founding).inviteOperator(email),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await api.close();
    },
  };
}
