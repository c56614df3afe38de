import { execFileSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { stopChild, tiedChild } from './child.ts';
import { preparePostgresHome, type PostgresHome } from './postgres-home.ts';

/** A running PostgreSQL of our own, on loopback, with one database and the product's two roles. */
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
}

/** Starts PostgreSQL on `folder`, making the cluster on first use. What a killed server left behind is taken up. */
export async function startPostgres({ folder, careless = false }: Options): Promise<LocalPostgres> {
  const home = preparePostgresHome(folder);
  const passwords = passwordsIn(folder);
  if (!existsSync(join(home.data, 'PG_VERSION'))) makeCluster(home, folder, passwords.super);
  await endStrayServer(home);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    log_min_messages: 'warning',
    ...(careless ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const log = openSync(join(folder, 'postgres.log'), 'a');
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = tiedChild(join(home.bin, 'postgres'), ['-D', home.data, ...args], {
    deathSignal: 'SIGINT',
    as: home.user,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['ignore', log, log],
  });
  await ready(home, child, folder);
  const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${port}/clearance`;
  const superUrl = url('postgres', passwords.super);
  await makeRoles(superUrl, passwords);
  return {
    superUrl,
    ownerUrl: url('clearance_owner', passwords.owner),
    appUrl: url('clearance_app', passwords.app),
    child,
    stop: () => stopChild(child, 'SIGINT'),
  };
}

type Passwords = Record<'super' | 'owner' | 'app', string>;

function passwordsIn(folder: string): Passwords {
  const path = join(folder, 'postgres-passwords.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
  const password = () => randomBytes(18).toString('hex');
  const made = { super: password(), owner: password(), app: password() };
  writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  return made;
}

function makeCluster(home: PostgresHome, folder: string, password: string): void {
  // A cluster that was begun and not finished cannot be taken up. initdb writes PG_VERSION among the last files.
  for (const left of existsSync(home.data) ? readdirSync(home.data) : []) {
    rmSync(join(home.data, left), { recursive: true, force: true });
  }
  const as = home.user ? ['setpriv', `--reuid=${home.user.uid}`, `--regid=${home.user.gid}`, '--clear-groups', '--'] : [];
  const [command = '', ...args] = [
    ...as,
    ...[join(home.bin, 'initdb'), '-D', home.data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile=/dev/stdin'],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
  ];
  const output = execFileSync(command, args, {
    input: `${password}\n`,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  appendFileSync(join(folder, 'postgres.log'), output);
  chmodSync(home.data, 0o700);
}

/** A server that outlived a kill of everything else is asked to stop, so that ours can take the data. */
async function endStrayServer(home: PostgresHome): Promise<void> {
  const path = join(home.data, 'postmaster.pid');
  if (!existsSync(path)) return;
  const pid = Number(readFileSync(path, 'utf8').split('\n', 1)[0]);
  for (let tries = 0; tries < 100; tries += 1) {
    if (!isPostgres(pid)) return;
    if (tries === 0) process.kill(pid, 'SIGINT');
    await sleep(100);
  }
  throw new Error(`Another PostgreSQL (process ${pid}) uses the data in ${home.data} and does not stop.`);
}

/** After a reboot the number may belong to another program. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

async function ready(home: PostgresHome, child: ChildProcess, folder: string): Promise<void> {
  const path = join(home.data, 'postmaster.pid');
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start; its log is ${join(folder, 'postgres.log')}.`);
}

async function makeRoles(superUrl: string, passwords: Passwords): Promise<void> {
  const admin = new Client({ connectionString: superUrl.replace(/clearance$/, 'postgres') });
  await admin.connect();
  try {
    for (const [role, password] of [
      ['clearance_owner', passwords.owner],
      ['clearance_app', passwords.app],
    ] as const) {
      const exists = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = exists.rowCount ? 'ALTER' : 'CREATE';
      await admin.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
    }
    const database = await admin.query(`SELECT 1 FROM pg_database WHERE datname = 'clearance'`);
    if (!database.rowCount) await admin.query('CREATE DATABASE clearance OWNER clearance_owner');
    await admin.query('REVOKE ALL ON DATABASE clearance FROM PUBLIC');
    await admin.query('GRANT CONNECT, TEMPORARY ON DATABASE clearance TO clearance_app');
  } finally {
    await admin.end();
  }
  const own = new Client({ connectionString: superUrl });
  await own.connect();
  try {
    await own.query('ALTER SCHEMA public OWNER TO clearance_owner');
    await own.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await own.query('GRANT USAGE ON SCHEMA public TO clearance_app');
  } finally {
    await own.end();
  }
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
