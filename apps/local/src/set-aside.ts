import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ASIDE = 'older-';
/** What belongs to the program that runs now. */
const ours = ['.gitignore', 'running'];

/**
 * Moves everything in the folder out of the way of a new beginning; nothing is deleted. Answers the folder that it is in
 * now, or undefined when there was nothing.
 *
 * @param at the time by which that folder is named
 */
export function setAside(folder: string, at: Date): string | undefined {
  const names = readdirSync(folder).filter((name) => !name.startsWith(ASIDE) && !ours.includes(name));
  if (names.length === 0) return undefined;
  const stamp = `${ASIDE}${at.toISOString().slice(0, 19).replace(/\D/g, '')}`;
  let to = join(folder, stamp);
  for (let more = 2; existsSync(to); more += 1) to = join(folder, `${stamp}-${more}`);
  mkdirSync(to);
  for (const name of names) renameSync(join(folder, name), join(to, name));
  moveLinked(join(to, 'postgres'), basename(to));
  return to;
}

/**
 * Where the database lies elsewhere and is only linked, the next one would be made in the same place: what is there gets
 * another name as well.
 */
function moveLinked(link: string, suffix: string): void {
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const data = readlinkSync(link);
  const home = `${dirname(data)}.${suffix}`;
  if (!existsSync(dirname(data))) return;
  renameSync(dirname(data), home);
  rmSync(link);
  symlinkSync(join(home, basename(data)), link);
}
