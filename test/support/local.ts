import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded } from '../../apps/local/src/child.ts';
import { root } from './installation.ts';
import { until } from './until.ts';

/** A running `npm start`, without npm. */
export interface Started {
  readonly main: ChildProcess;
  readonly base: string;
  /** All that it has printed. */
  printed: () => string;
}

export interface StartOptions {
  /** Where the data go. */
  readonly data: string;
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Started by a shell of its own, as npm does it; `main` is then that shell. */
  readonly byShell?: boolean;
}

const program = join(root, 'apps', 'local', 'dist', 'main.js');

/** Starts everything on a folder. There is no LANG, and nothing else of our environment but the path. */
export function launch({ data, port = 3900, env = {}, byShell = false }: StartOptions) {
  const [command, args] = byShell
    ? ['sh', ['-c', `"${process.execPath}" "${program}"; exit $?`]]
    : [process.execPath, [program]];
  const main = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], CLEARANCE_DATA: data, CLEARANCE_DEMO_ROWS: '3000', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [main.stdout, main.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { main, printed: () => text };
}

/** Starts everything and waits for the block that names the address. Throws with what was printed when it ends before. */
export async function startLocal(options: StartOptions): Promise<Started> {
  const { main, printed } = launch(options);
  const address = () => /Clearance is at\s+http:\/\/localhost:(\d+)/.exec(printed())?.[1];
  await until(() => address() ?? hasEnded(main), { moves: printed });
  const port = address();
  if (!port) throw new Error(`It ended with ${main.exitCode}: ${printed()}`);
  return { main, printed, base: `http://127.0.0.1:${port}` };
}

/** Every living process that works on the folder: by its environment, its arguments or where it stands. */
export function processesOn(data: string): number[] {
  const mentions = (pid: string) => {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    try {
      if (/\) [ZX]/.test(read('stat'))) return false;
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(data) || `${read('cmdline')}${read('environ')}`.includes(data);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && mentions(name))
    .map(Number);
}

/** Those of them that are our built api or worker. */
export const appsOn = (data: string): number[] =>
  processesOn(data).filter((pid) => {
    try {
      return /apps\/(api|worker)\/dist\/main\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  });

/** Resolves when nothing works on the folder any more. */
export const allGone = (data: string): Promise<true> => until(() => processesOn(data).length === 0);

/** Kills everything that works on the folder; what ends by itself meanwhile is gone as well. */
export function killAll(data: string): void {
  for (const pid of processesOn(data)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
