import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { isInstalled } from './installed.mjs';

/**
 * Runs before `npm start` and `npm test`, under whatever Node is there: installs what the lock file names and is not
 * installed, and makes sure that what follows runs under the pinned Node. Uses nothing but Node's own modules.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

function fail(says) {
  process.stderr.write(`\n${says}\n\n`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.', 1)[0]);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);

function install() {
  process.stdout.write('Installing packages, once (about a minute) …\n');
  const npm = process.env.npm_execpath;
  // The Node that runs npm, and not the one in node_modules, which goes away in the course of this.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const [command, args] = npm ? [node, [npm]] : ['npm', []];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const all = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', ...quiet];
  const { status, error } = spawnSync(command, [...args, ...all], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    fail(
      `The packages could not be installed (${error?.message ?? `npm ci ended with ${status}`}). See what npm says above.`,
    );
  }
}

/** The pinned Node comes as a package; where there is none for this machine, the one that runs us has to do. */
function checkNode() {
  const pinned = join(modules, '.bin', 'node');
  const version = existsSync(pinned) ? execFileSync(pinned, ['-v']).toString().trim() : process.version;
  if (Number(version.slice(1).split('.', 1)[0]) < 24) {
    fail(
      `There is no packaged Node for ${process.platform}-${process.arch}: install Node 24 or newer (this is ${version}).`,
    );
  }
}

if (!isInstalled(root)) install();
checkNode();
