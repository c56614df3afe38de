import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { platformMigrations, type Migration } from './migrations.ts';
import { appRole } from './tenant-table.ts';

const TABLE = 'migration';

/** What a database has run already, and what it will run now; both oldest first. Of a new database nothing is done. */
export interface Upgrade {
  readonly done: readonly string[];
  readonly pending: readonly string[];
}

/** The database has run a migration that this program does not know. Nothing was changed. */
export class NewerDatabase extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was made by a newer version of Clearance: this version does not know ${unknown.join(', ')}. ` +
        'Start the newer version again. Nothing was changed.',
    );
    this.name = 'NewerDatabase';
  }
}

/**
 * Brings the database up to date as its owner: the product's tables, then the queue's schema. All migrations run in one
 * transaction, so a database is upgraded as a whole or left as it was. Safe to run at every start, and by several
 * processes at once (an advisory lock lets one go first).
 *
 * @param upgrading told before a database that is not new is changed
 * @throws NewerDatabase
 */
export async function migrate(
  ownerUrl: string,
  further: readonly Migration[],
  upgrading: (upgrade: Upgrade) => void = () => undefined,
): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('clearance migrations'))`);
    const known = [...platformMigrations, ...further];
    const upgrade = await upgradeOf(lock, known);
    if (upgrade.done.length > 0 && upgrade.pending.length > 0) upgrading(upgrade);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: known as unknown as MixedList<never>,
      migrationsTableName: TABLE,
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

async function upgradeOf(client: Client, known: readonly Migration[]): Promise<Upgrade> {
  const names = known.map(({ name }) => name);
  const { rows: tables } = await client.query(
    `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = $1`,
    [TABLE],
  );
  if (tables.length === 0) return { done: [], pending: names };
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${TABLE} ORDER BY timestamp`);
  const done = rows.map(({ name }) => name);
  const unknown = done.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  return { done, pending: names.filter((name) => !done.includes(name)) };
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
