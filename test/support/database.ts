import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { databaseAt, grantDatabase, onServer } from '../../apps/local/src/roles.ts';

export interface TestDatabase {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** A migrated database of its own, with the grants of the product's roles. About a tenth of a second. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const superUrl = databaseAt(inject('superUrl'), name);
  await onServer(databaseAt(superUrl, 'postgres'), async (client) => {
    // One at a time: a template may have no other session, not even one that copies it.
    await client.query(`SELECT pg_advisory_lock(hashtext('template'))`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE clearance OWNER clearance_owner`);
  });
  await onServer(superUrl, (client) => grantDatabase(client, name));
  return { superUrl, ownerUrl: databaseAt(inject('ownerUrl'), name), appUrl: databaseAt(inject('appUrl'), name) };
}

/** The same database of another server, or by another road to it. */
export const reachedBy = (database: TestDatabase, change: (url: URL) => void): TestDatabase => {
  const changed = (text: string) => {
    const url = new URL(text);
    change(url);
    return url.href;
  };
  return {
    superUrl: changed(database.superUrl),
    ownerUrl: changed(database.ownerUrl),
    appUrl: changed(database.appUrl),
  };
};

/** A copy of a database with all that is in it, on the same server. Whoever is in the original is put out. */
export async function copyOf(original: TestDatabase, tablespace = 'pg_default'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const from = new URL(original.superUrl).pathname.slice(1);
  await onServer(databaseAt(original.superUrl, 'postgres'), async (client) => {
    // One at a time, for the same reason.
    await client.query(`SELECT pg_advisory_lock(hashtext('copy'))`);
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [from]);
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${from} OWNER clearance_owner STRATEGY FILE_COPY TABLESPACE ${tablespace}`,
    );
  });
  const copy = reachedBy(original, (url) => (url.pathname = name));
  await onServer(copy.superUrl, (client) => grantDatabase(client, name));
  return copy;
}

/** Removes a database, also when somebody is still in it. */
export const dropDatabase = ({ superUrl }: TestDatabase): Promise<void> =>
  onServer(databaseAt(superUrl, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${new URL(superUrl).pathname.slice(1)} WITH (FORCE)`);
  });

/** Rows of a statement, as whoever the address names. */
export async function query<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  let found: T[] = [];
  await onServer(url, async (client) => {
    found = (await client.query(sql, values)).rows as T[];
  });
  return found;
}
