import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './kept-file.ts';

/** The words of a process's command, or undefined when it is gone (or the system does not tell). */
function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

/** Makes sure that no other start uses the folder; two would take the database from each other. */
export function beAlone(folder: string): void {
  const path = join(folder, 'running');
  const other = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  if (other && other !== process.pid && commandOf(other)?.includes('local/dist/main.js')) {
    throw new Error(`Clearance runs already with the data in ${folder} (process ${other}). Stop that one first.`);
  }
  writeWhole(path, String(process.pid));
}

/** Calls `lost` when whoever started us is gone: a kill -9 of npm tells nobody. */
export function watchParent(lost: () => void): void {
  const parent = process.ppid;
  // npm may have been killed while the build ran, before we were here to see it.
  const byNpm = process.env['npm_lifecycle_event'] === 'start';
  const orphaned = byNpm && commandOf(parent) !== undefined && !/npm|pnpm|yarn|bun/.test(commandOf(parent) ?? '');
  if (orphaned) return lost();
  setInterval(() => (process.ppid === parent ? undefined : lost()), 500).unref();
}
