import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded, stopChild, tiedChild } from './child.ts';
import { endStrayServer, makeCluster, postgresEnv } from './cluster.ts';
import { keptText } from './kept-file.ts';
import { freePort } from './ports.ts';
import { preparePostgresHome, type PostgresHome } from './postgres-home.ts';
import { DATABASE, makeRoles, type Passwords } from './roles.ts';

/** A running PostgreSQL of our own, on loopback. The addresses name the product's database, which `makeDatabase` makes. */
export interface LocalPostgres {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

interface Options {
  /** Holds `postgres/`, the passwords and the server's log. */
  readonly folder: string;
  /** Loses the last commits on a power cut, and is faster: for tests. */
  readonly careless?: boolean;
  /** Where the programs are; those of the package that we install unless told. */
  readonly bin?: string | undefined;
}

/** What is left of a killed server's processes may hold the data for a moment longer. */
const ATTEMPTS = 5;

/** Starts PostgreSQL on `folder`, making the cluster on first use. What a killed server left behind is taken up. */
export async function startPostgres({ folder, careless = false, bin }: Options): Promise<LocalPostgres> {
  mkdirSync(folder, { recursive: true });
  const home = preparePostgresHome(folder, bin);
  const log = join(folder, 'postgres.log');
  const passwords = passwordsIn(folder);
  makeCluster(home, log, passwords.super);
  for (let attempt = 1; ; attempt += 1) {
    await endStrayServer(home);
    const port = await freePort();
    const child = launch(home, port, log, careless);
    if (await ready(home, child)) {
      const superUrl = urlAt(port, 'postgres', passwords.super);
      await makeRoles(superUrl, passwords);
      return {
        superUrl,
        ownerUrl: urlAt(port, 'clearance_owner', passwords.owner),
        appUrl: appUrlOn(folder, port),
        child,
        stop: () => stopChild(child, 'SIGINT', 30_000),
      };
    }
    await stopChild(child, 'SIGINT');
    if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start; its log is ${log}.`);
    await sleep(1_000);
  }
}

const urlAt = (port: number, user: string, password: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;

/** The address of the product's database on a port, as the application role. */
export const appUrlOn = (folder: string, port: number): string => urlAt(port, 'clearance_app', passwordsIn(folder).app);

function launch(home: PostgresHome, port: number, logFile: string, careless: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    // Two cores and little shared memory in a container: neither helpers of a query nor compiled ones pay here.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(careless ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a');
  const child = tiedChild(join(home.bin, 'postgres'), ['-D', home.data, ...args], {
    deathSignal: 'SIGINT',
    as: home.user,
    cwd: '/',
    env: postgresEnv,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  // A program that cannot be started at all shows as one that never gets ready.
  child.once('error', () => undefined);
  return child;
}

function passwordsIn(folder: string): Passwords {
  const password = () => randomBytes(18).toString('hex');
  const make = () => JSON.stringify({ super: password(), owner: password(), app: password() });
  return JSON.parse(keptText(join(folder, 'postgres-passwords.json'), make)) as Passwords;
}

/** Whether the server came up; false when it ended, or is not there after half a minute. */
async function ready(home: PostgresHome, child: ChildProcess): Promise<boolean> {
  const path = join(home.data, 'postmaster.pid');
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (hasEnded(child) || child.pid === undefined) return false;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(25);
  }
  return false;
}
