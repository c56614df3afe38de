import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { PlatformSchema1790000000001 } from './platform-schema.ts';
import { appRole } from './tenant-table.ts';

type Migration = new () => object;

/**
 * Brings the database up to date as its owner: the product's tables, then the queue's schema. Safe to run at every
 * start, and by several processes at once (an advisory lock lets one go first).
 */
export async function migrate(ownerUrl: string, further: readonly Migration[]): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('clearance migrations'))`);
    const migrations = [PlatformSchema1790000000001, ...further] as unknown as MixedList<never>;
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations,
      migrationsTableName: 'migration',
      poolSize: 2,
    });
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'all' });
    } finally {
      await source.destroy();
    }
    await migrateQueue(lock);
  } finally {
    await lock.end();
  }
}

/** The queue's own tables, in their own schema; the application role may use and never change them. */
async function migrateQueue(client: Client): Promise<void> {
  await runMigrations(client);
  await client.query(`
    GRANT USAGE ON SCHEMA bullmq TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${appRole};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO ${appRole};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${appRole};`);
}
