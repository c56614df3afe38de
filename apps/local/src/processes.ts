import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded, stopChild, tiedChild } from './child.ts';
import { keptText } from './kept-file.ts';

/** What api and worker are started with. */
export interface Surroundings {
  /** The checkout. */
  readonly root: string;
  /** Data, logs and secrets of this installation. */
  readonly folder: string;
  readonly databaseUrl: string;
  readonly port: number;
  readonly demoPeopleFile: string;
}

export const built = (root: string, app: string, file: string) => join(root, 'apps', app, 'dist', file);
const given = ['PATH', 'HOME', 'TZ', 'REDIS_URL', 'SMTP_URL', 'MAIL_FROM', 'SESSION_IDLE_SECONDS'] as const;

/** The environment of the product's processes on this machine. Nothing else of ours reaches them. */
export function environment(here: Surroundings): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(given.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    NODE_ENV: 'development',
    DATABASE_URL: here.databaseUrl,
    MASTER_KEY: keptText(join(here.folder, 'master-key'), () => randomBytes(32).toString('base64')).trim(),
    FILES_DIR: join(here.folder, 'files'),
    PORT: String(here.port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${here.port}`,
    CONSOLE_DIR: join(here.root, 'apps', 'console', 'dist'),
    DEMO_PEOPLE_FILE: here.demoPeopleFile,
    WORKER_CONCURRENCY: '2',
  };
}

/**
 * A bound that keeps a process under half a gigabyte. A worker drops nearly all it makes at once, so that it needs little
 * room for it; what lies outside of the heap it may clear in between. Told how much it holds at work, it does not clear up
 * as if it were to stay small: a sixth of its time. Its own lines are near enough to those of the
 * sources that reading the maps of everything it loads is not worth thirty megabytes.
 */
const options = {
  api: ['--max-semi-space-size=32', '--max-old-space-size=384', '--expose-gc', '--enable-source-maps'],
  worker: ['--max-semi-space-size=8', '--initial-old-space-size=120', '--max-old-space-size=384', '--expose-gc'],
} as const;

/** What is freed of large pieces goes back to the system, whatever was freed before it (glibc; elsewhere nobody reads it). */
const memory = { MALLOC_MMAP_THRESHOLD_: String(512 * 1024) };

/** Starts api or worker; what it logs goes to a file. */
export function startApp(app: 'api' | 'worker', here: Surroundings): ChildProcess {
  const log = openSync(join(here.folder, `${app}.log`), 'a');
  // Nobody asks a worker on this machine for its health, so any port will do.
  const port = app === 'worker' ? '0' : String(here.port);
  const child = tiedChild(process.execPath, [...options[app], built(here.root, app, 'main.js')], {
    cwd: here.root,
    env: { ...environment(here), ...memory, PORT: port },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

/** Resolves when the api answers; throws when it ends before, or does not answer within a minute. */
export async function answering({ port, folder }: Surroundings, api: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && !hasEnded(api); tries += 1) {
    const ok = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  const log = join(folder, 'api.log');
  const how = hasEnded(api) ? 'ended by itself' : 'did not answer within a minute';
  throw new Error(`The api ${how}; its log is ${log}. It ends with: ${lastLines(log)}`);
}

/** What a log says last, where there is one. */
function lastLines(log: string): string {
  const text = existsSync(log) ? readFileSync(log, 'utf8').trimEnd() : '';
  return text === '' ? 'nothing' : text.slice(-1500);
}

const ENDS_A_MINUTE = 5;

/**
 * Starts `child` again whenever it ends by itself; more than five times a minute is a fault that starting again does
 * not mend, and `giveUp` is called.
 */
export function keepRunning(
  first: ChildProcess,
  again: () => ChildProcess,
  giveUp: () => void,
): { stop(): Promise<void> } {
  let child = first;
  let stopped = false;
  let ends: number[] = [];
  const watch = () =>
    child.once('exit', () => {
      if (stopped) return;
      const at = performance.now();
      ends = [...ends.filter((end) => at - end < 60_000), at];
      if (ends.length > ENDS_A_MINUTE) return giveUp();
      child = again();
      watch();
    });
  watch();
  return {
    stop: () => {
      stopped = true;
      return stopChild(child);
    },
  };
}
