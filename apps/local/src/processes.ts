import { randomBytes } from 'node:crypto';
import { type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tiedChild } from './child.ts';
import { freePort } from './postgres.ts';

/** What api and worker are started with. */
export interface Surroundings {
  readonly root: string;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly port: number;
  readonly demoPeopleFile: string;
}

const builtApp = (root: string, app: string) => join(root, 'apps', app, 'dist', 'main.js');

/** The environment of the product's processes on this machine. */
export function environment(here: Surroundings): NodeJS.ProcessEnv {
  const { PATH, HOME, REDIS_URL, SMTP_URL, MAIL_FROM, SESSION_IDLE_SECONDS } = process.env;
  return {
    ...{ PATH, HOME },
    ...(REDIS_URL ? { REDIS_URL } : {}),
    ...(SMTP_URL ? { SMTP_URL } : {}),
    ...(MAIL_FROM ? { MAIL_FROM } : {}),
    ...(SESSION_IDLE_SECONDS ? { SESSION_IDLE_SECONDS } : {}),
    NODE_ENV: 'development',
    DATABASE_URL: here.databaseUrl,
    MASTER_KEY: masterKey(here.folder),
    FILES_DIR: join(here.folder, 'files'),
    PORT: String(here.port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${here.port}`,
    CONSOLE_DIR: join(here.root, 'apps', 'console', 'dist'),
    DEMO_PEOPLE_FILE: here.demoPeopleFile,
    WORKER_CONCURRENCY: '2',
  };
}

/** Starts api or worker; what it logs goes to a file. */
export async function startApp(app: 'api' | 'worker', here: Surroundings): Promise<ChildProcess> {
  const log = openSync(join(here.folder, `${app}.log`), 'a');
  const port = app === 'worker' ? await freePort() : here.port;
  return tiedChild(process.execPath, ['--enable-source-maps', builtApp(here.root, app)], {
    cwd: here.root,
    env: { ...environment(here), PORT: String(port) },
    stdio: ['ignore', log, log],
  });
}

/** Resolves when the api answers; throws when it ends before. */
export async function answering(port: number, api: ChildProcess, folder: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (api.exitCode !== null) break;
    const ok = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  throw new Error(`The api did not start; its log is ${join(folder, 'api.log')}.`);
}

function masterKey(folder: string): string {
  const path = join(folder, 'master-key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** The first free port from `wanted` on. */
export async function portFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  createWriteStream(join(folder, '.gitignore')).end('*\n');
}
