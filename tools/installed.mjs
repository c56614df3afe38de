import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ours = (list, value) => !list || list.includes(value);
const fits = ({ os, cpu, libc }) => ours(os, process.platform) && ours(cpu, process.arch) && !libc;

/** What a lock file puts on this machine, each with its place and version; not what only other machines need. */
function packagesOf(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const foreign = Object.keys(packages).filter((at) => !fits(packages[at]));
  return Object.entries(packages)
    .filter(([at]) => at.includes('node_modules/'))
    .filter(([at]) => !foreign.some((other) => at === other || at.startsWith(`${other}/`)))
    .map(([at, { version, resolved, link }]) => `${at} ${link ? resolved : version}`);
}

/**
 * Whether the last installation went to its end and was one of this lock file. Changes nothing. npm writes its own list
 * last of all, so an installation that was cut short has none.
 */
export function isInstalled(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const there = new Set(packagesOf(installed));
  return packagesOf(join(root, 'package-lock.json')).every((one) => there.has(one));
}
