import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, root } from './folder.ts';
import { appUrlOn } from './postgres.ts';
import { built, environment } from './processes.ts';

/**
 * `npm run unlock -- EMAIL`: releases a locked account. With `DATABASE_URL` it works on the installation that the
 * environment tells of, without it on the one that `npm start` runs.
 */
const program = built(root, 'api', 'unlock.js');
const run = (env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, [program, ...process.argv.slice(2)], { env, stdio: 'inherit' }).status ?? 1;

/** The port of the PostgreSQL that runs on the data; undefined where none does. */
function postgresPort(): number | undefined {
  const path = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[3]) : undefined;
}

const port = postgresPort();
if (process.env['DATABASE_URL']) {
  process.exitCode = run(process.env);
} else if (port) {
  const here = { root, folder, databaseUrl: appUrlOn(folder, port), port: 0 };
  process.exitCode = run(environment({ ...here, demoPeopleFile: join(folder, 'demo-people.json') }));
} else {
  process.stderr.write(`Nothing runs on the data in ${folder}. Run npm start first, and this beside it.\n`);
  process.exitCode = 1;
}
