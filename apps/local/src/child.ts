import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

let canTie: boolean | undefined;
/** Whether a child can be told to end when we die, also when we are killed without a chance to tell it. */
function hasSetpriv(): boolean {
  if (canTie === undefined) {
    try {
      execFileSync('setpriv', ['--pdeathsig', 'SIGTERM', 'true'], { stdio: 'ignore' });
      canTie = true;
    } catch {
      canTie = false;
    }
  }
  return canTie;
}

/** Command and arguments that run `command` as `user` and end it with `deathSignal` when we are gone. */
export function tied(
  command: string,
  args: readonly string[],
  user: User | undefined,
  deathSignal: NodeJS.Signals,
): [string, string[]] {
  if (!hasSetpriv()) return [command, [...args]];
  const who = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  return ['setpriv', ['--pdeathsig', deathSignal, ...who, '--', command, ...args]];
}

/**
 * Starts a child that ends with us, whatever ends us. It has a process group of its own, so that Ctrl-C reaches only us
 * and we stop the children in their order.
 */
export function tiedChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly deathSignal?: NodeJS.Signals; readonly as?: User | undefined },
): ChildProcess {
  const { deathSignal = 'SIGTERM', as, ...rest } = options;
  const [program, all] = tied(command, args, as, deathSignal);
  const switchUser = program === command && as ? { uid: as.uid, gid: as.gid } : {};
  return spawn(program, all, { detached: true, ...rest, ...switchUser });
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Resolves when the child has ended; asks it first, then insists after `patience` milliseconds. */
export async function stopChild(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
  patience = 12_000,
): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const insist = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(insist);
}

/** The first line that a program of ours prints; then it is not needed any more. Throws when it ends without one. */
export async function firstLine(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  const child = tiedChild(process.execPath, [program, ...args], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  await stopChild(child);
  if (!text.includes('\n')) throw new Error(`${program} ended with ${child.exitCode ?? 'a signal'} and said nothing.`);
  return text.split('\n', 1)[0] ?? '';
}
