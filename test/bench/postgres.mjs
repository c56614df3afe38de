import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../apps/local/dist/postgres.js';
import { makeDatabase } from '../../apps/local/dist/roles.js';
import { clearanceMigrations } from '../../libs/clearance/dist/index.js';
import { migrate } from '../../libs/platform/dist/index.js';

const servers = new Map();
/**
 * A migrated PostgreSQL with the settings of `npm start`: one for all installations of a run, and one `by hand` for cases that
 * fill tables themselves. Beside counties that nobody founded no api would start.
 */
export function postgres(folder, name = 'installations') {
  if (!servers.has(name)) servers.set(name, start(join(folder, `postgres-${name.replace(' ', '-')}`)));
  return servers.get(name);
}

async function start(home) {
  mkdirSync(home, { recursive: true });
  const server = await startPostgres({ folder: home });
  await makeDatabase(server.superUrl);
  await migrate(server.ownerUrl, clearanceMigrations);
  return server;
}
