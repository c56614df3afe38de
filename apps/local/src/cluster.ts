import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tied } from './child.ts';
import type { PostgresHome } from './postgres-home.ts';

/** What PostgreSQL's programs need of ours. Their messages and sort order do not depend on the machine's language. */
export const postgresEnv = { PATH: process.env['PATH'], LC_ALL: 'C' };

/** Makes the cluster on first use. It gets its name only when it is whole, so a kill half-way leaves nothing to trip over. */
export function makeCluster({ bin, data, user }: PostgresHome, log: string, password: string): void {
  if (existsSync(data)) return;
  const begun = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(begun, { recursive: true, force: true });
  mkdirSync(begun, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [begun, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ['-E', 'UTF8', ...localeOf(bin)];
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const [program, args] = tied(join(bin, 'initdb'), ['-D', begun, ...locale, ...access], user, 'SIGKILL');
  try {
    const output = execFileSync(program, args, { cwd: '/', env: postgresEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    appendFileSync(log, output);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(begun, data);
}

/** The rules of C.UTF-8: PostgreSQL's own, or before version 17, which has none, those of the system. */
function localeOf(bin: string): string[] {
  const said = execFileSync(join(bin, 'postgres'), ['--version'], { cwd: '/', env: postgresEnv }).toString();
  const hasOwn = Number(/\d+/.exec(said)?.[0]) >= 17;
  return hasOwn ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8'];
}

/**
 * Asks a server that outlived a kill of everything else to stop, so that ours can take the data. What a server that is
 * gone wrote of itself is removed: its number may belong to another program by now.
 */
export async function endStrayServer({ data }: PostgresHome): Promise<void> {
  const path = join(data, 'postmaster.pid');
  for (let tries = 0; existsSync(path); tries += 1) {
    const pid = Number(readFileSync(path, 'utf8').split('\n', 1)[0]);
    if (!isPostgres(pid)) return rmSync(path, { force: true });
    if (tries === 0) process.kill(pid, 'SIGINT');
    if (tries === 300) throw new Error(`Another PostgreSQL (process ${pid}) uses ${data} and does not stop.`);
    await sleep(100);
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // The program's name is in brackets; the letter behind it is Z for a process that is dead and not yet collected.
    return /\(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}
