import type { DataSource } from 'typeorm';
import { NewerDatabase } from './migrate.ts';
import { platformMigrations, type Migration } from './migrations.ts';

/** Codes of a list of migrations that is not there, or that the application role may not read yet. */
const ABSENT = new Set(['42P01', '42501']);

/** The database lacks migrations that this program needs. */
export class OlderDatabase extends Error {
  constructor(missing: readonly string[]) {
    super(
      `The database is older than this version of Clearance: it has not run ${missing.join(', ')}. ` +
        'Run the migration (apps/api/dist/migrate.js) first.',
    );
    this.name = 'OlderDatabase';
  }
}

/**
 * Throws unless the database has run exactly the migrations that this program knows: a worker of an older version would
 * write rows that a newer one does not expect, and one of a newer version would find columns missing.
 */
export async function refuseOtherSchema(source: DataSource, further: readonly Migration[]): Promise<void> {
  const known = [...platformMigrations, ...further].map(({ name }) => name);
  const done = await ranOn(source);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  const missing = known.filter((name) => !done.includes(name));
  if (missing.length > 0) throw new OlderDatabase(missing);
}

async function ranOn(source: DataSource): Promise<string[]> {
  try {
    return (await source.query<{ name: string }[]>(`SELECT name FROM migration`)).map(({ name }) => name);
  } catch (error) {
    if (ABSENT.has(String((error as { driverError?: { code?: string } }).driverError?.code))) return [];
    throw error;
  }
}
