import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findOldestPostgres, findRedis } from './find.mjs';

const quietly = { stdio: ['ignore', 'ignore', 'inherit'] };

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Tries once as things are, and once more after asking the mirrors what there is (which only root can). */
function withLists(work) {
  try {
    work();
  } catch {
    if (process.getuid?.() !== 0) return;
    try {
      execFileSync('apt-get', ['update', '-qq'], quietly);
      work();
    } catch {
      // What could not be installed is reported as missing.
    }
  }
}

function installChromium() {
  if (process.getuid?.() !== 0) return;
  process.stdout.write('Installing Chromium for the end-to-end tests …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  withLists(() => execFileSync('apt-get', args, { ...quietly, env }));
}

/** Takes Debian's packages apart in a folder of our own: no service is started, and root is not needed. */
function unpackRedis(folder, program) {
  process.stdout.write('Fetching a Redis for the tests of the queue …\n');
  const packages = ['redis-tools', 'redis-server', 'libjemalloc2', 'liblua5.1-0', 'liblzf1', 'libatomic1'];
  withLists(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const here = { ...quietly, cwd: folder };
    execFileSync('apt-get', ['download', '-qq', ...packages, 'lua-bitop', 'lua-cjson'], here);
    const archives = readdirSync(folder).filter((name) => name.endsWith('.deb'));
    for (const archive of archives) execFileSync('dpkg-deb', ['-x', archive, '.'], here);
    const libraries = readdirSync(join(folder, 'usr', 'lib')).filter((name) => name.includes('-linux-gnu'));
    const path = libraries.map((name) => join(folder, 'usr', 'lib', name)).join(':');
    const server = join(folder, 'usr', 'bin', 'redis-server');
    writeFileSync(program, `#!/bin/sh\nLD_LIBRARY_PATH='${path}' exec '${server}' "$@"\n`);
    chmodSync(program, 0o755);
  });
}

/**
 * The programs that tests need beside Node: found, or installed where that is possible. Each is a path, or undefined
 * with a sentence in `missing`.
 */
export function programs(root) {
  const folder = join(root, 'node_modules', '.cache', 'clearance-redis');
  const unpacked = join(folder, 'server.sh');
  const apt = hasApt();
  if (!findChromium() && apt) installChromium();
  if (!findRedis(unpacked) && apt) unpackRedis(folder, unpacked);
  const [chromium, redis] = [findChromium(), findRedis(unpacked)];
  const missing = [];
  if (!chromium) {
    missing.push(
      'No Chromium: the end-to-end tests do not run. Install one (apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  if (!redis) {
    missing.push(
      'No redis-server or valkey-server: the queue is tested on PostgreSQL only. Install one or set REDIS_SERVER.',
    );
  }
  if (!findOldestPostgres()) {
    missing.push(
      'No PostgreSQL of the distribution: the oldest version that Clearance runs on is not tested. ' +
        'Install one from version 15 on (apt-get install postgresql-15) or set POSTGRES_BIN.',
    );
  }
  return { chromium, redis, missing };
}
