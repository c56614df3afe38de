import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (names) =>
  (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));

/** Browsers that Playwright keeps for a person: the newest first. */
function ofPlaywright() {
  const home = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(home)) return [];
  const found = readdirSync(home).filter((name) => /^chromium-\d+$/.test(name));
  return found
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => ['chrome-linux', 'chrome-linux64'].map((folder) => join(home, name, folder, 'chrome')));
}

/** A Chromium: `CHROMIUM_PATH`, on the path, or in the usual places. Undefined where there is none. */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const places = [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const { CHROMIUM_PATH } = process.env;
  return [...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []), ...onPath(names), ...places, ...ofPlaywright()].find(canRun);
}

/** A Redis or Valkey: `REDIS_SERVER`, on the path, or the one that an earlier run unpacked. */
export function findRedis(unpacked) {
  const names = ['redis-server', 'valkey-server'];
  const { REDIS_SERVER } = process.env;
  return [...(REDIS_SERVER ? [REDIS_SERVER] : []), ...onPath(names), '/usr/bin/redis-server', unpacked].find(canRun);
}

/**
 * The programs of the oldest PostgreSQL that the product runs on: `POSTGRES_BIN`, or the oldest from version 15 on that the
 * distribution has put in its usual place. Undefined where there is none.
 */
export function findOldestPostgres() {
  const { POSTGRES_BIN } = process.env;
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).map(Number) : [];
  const ours = versions.filter((version) => version >= 15).sort((a, b) => a - b);
  const places = ours.map((version) => join(home, String(version), 'bin'));
  return [...(POSTGRES_BIN ? [POSTGRES_BIN] : []), ...places].find((bin) => canRun(join(bin, 'postgres')));
}
