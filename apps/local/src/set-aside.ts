import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OLDER = 'older-';
/** What belongs to the program that runs now. */
const ours = ['.gitignore', 'running'];

/**
 * Moves what an older version kept out of the way, when one of its `marks` is there: it cannot be read any more, and
 * nobody but its owner throws it away. Answers the folder that it is in now.
 */
export function setAside(folder: string, marks: readonly string[]): string | undefined {
  const mark = marks.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!mark) return undefined;
  const to = join(folder, `${OLDER}${statSync(mark).mtime.toISOString().slice(0, 19).replace(/\D/g, '')}`);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(OLDER) && !ours.includes(name)) renameSync(join(folder, name), join(to, name));
  }
  return to;
}
