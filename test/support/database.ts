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

/** Rows of a statement, as whoever the address names. */
export async function query<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  let found: T[] = [];
  await onServer(url, async (client) => {
    found = (await client.query(sql, values)).rows as T[];
  });
  return found;
}
