import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../apps/local/dist/postgres.js';
import { makeDatabase } from '../../apps/local/dist/roles.js';
import { clearanceMigrations } from '../../libs/clearance/dist/index.js';
import { migrate } from '../../libs/platform/dist/index.js';

let shared;
/** One migrated PostgreSQL for all cases of a run, with the settings of `npm start`. */
export function postgres(folder) {
  shared ??= (async () => {
    const home = join(folder, 'postgres-home');
    mkdirSync(home, { recursive: true });
    const server = await startPostgres({ folder: home });
    await makeDatabase(server.superUrl);
    await migrate(server.ownerUrl, clearanceMigrations);
    return server;
  })();
  return shared;
}
