import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startPostgres, type LocalPostgres } from '../../apps/local/src/postgres.ts';
import { makeDatabase } from '../../apps/local/src/roles.ts';
import { clearanceMigrations } from '../../libs/clearance/src/schema/migrations.ts';
import { migrate } from '../../libs/platform/src/db/migrate.ts';
import { stopChild } from '../../apps/local/src/child.ts';
import type { TestDatabase } from '../support/database.ts';

/** A PostgreSQL for one file of tests, which may crash: it loses no commit, as the shared and careless one would. */
export interface OwnCluster {
  readonly folder: string;
  /** The migrated database, where it is at this moment. */
  readonly database: TestDatabase;
  /** Ends it like a power cut. */
  crash(): Promise<void>;
  /** Starts it again, on another port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function ownCluster(name: string): Promise<OwnCluster> {
  const folder = join(inject('folder'), name);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  let postgres: LocalPostgres = await startPostgres({ folder });
  await makeDatabase(postgres.superUrl);
  await migrate(postgres.ownerUrl, clearanceMigrations);
  return {
    folder,
    get database() {
      const { superUrl, ownerUrl, appUrl } = postgres;
      return { superUrl, ownerUrl, appUrl };
    },
    crash: () => stopChild(postgres.child, 'SIGQUIT', 30_000),
    start: async () => {
      postgres = await startPostgres({ folder });
    },
    stop: () => postgres.stop(),
  };
}
