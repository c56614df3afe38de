import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../apps/local/src/postgres.ts';
import { makeDatabase } from '../../apps/local/src/roles.ts';
import { clearanceMigrations } from '../../libs/clearance/src/schema/migrations.ts';
import { migrate } from '../../libs/platform/src/db/migrate.ts';
import { startRedis } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As superuser, as owner and as the application's role; the database in the address is the migrated template. */
    superUrl: string;
    ownerUrl: string;
    appUrl: string;
    /** Without a number of a database; undefined where no server was found. */
    redisUrl: string | undefined;
    /** Lives as long as the run. */
    folder: string;
  }
}

/** One PostgreSQL, and one Redis where there is one, for all test files of a project. */
export default (project: TestProject) => services(project);

/** The same with the programs of another PostgreSQL than the one that we install. */
export async function services(project: TestProject, bin?: string): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'clearance-test-'));
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ folder, careless: true, bin });
  const redis = await startRedis(folder);
  await makeDatabase(postgres.superUrl);
  await migrate(postgres.ownerUrl, clearanceMigrations);
  project.provide('superUrl', postgres.superUrl);
  project.provide('ownerUrl', postgres.ownerUrl);
  project.provide('appUrl', postgres.appUrl);
  project.provide('redisUrl', redis?.url);
  project.provide('folder', folder);
  return async () => {
    await redis?.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
