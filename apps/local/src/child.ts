import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

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

/**
 * Starts a child that ends with us, whatever ends us. It has a process group of its own, so that Ctrl-C reaches only us
 * and we stop the children in their order.
 */
export function tiedChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly deathSignal?: string; readonly as?: { uid: number; gid: number } | undefined },
): ChildProcess {
  const { deathSignal = 'SIGTERM', as, ...rest } = options;
  const detached = { detached: true, ...rest };
  if (!hasSetpriv()) return spawn(command, args, { ...detached, ...(as ? { uid: as.uid, gid: as.gid } : {}) });
  const who = as ? [`--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'] : [];
  return spawn('setpriv', ['--pdeathsig', deathSignal, ...who, '--', command, ...args], detached);
}

/** Resolves when the child has ended; asks it first, then insists. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM', patience = 12_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const insist = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(insist);
}
