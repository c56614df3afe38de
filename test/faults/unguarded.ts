import { Client, DatabaseError } from 'pg';

/** Writes something down that is there already, under a new id where it has one. */
const again = (table: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(held, jsonb_build_object('id', gen_random_uuid()))).*
     FROM ${table} AS held LIMIT 1`;

/** Where a key stands in the way of doing the same twice. */
const guarded = [
  ...['import', 'import_person', 'determination', 'recommendation', 'approval'],
  ...['bulk_review', 'bulk_review_item', 'work_chunk', 'audit_entry'],
] as const;
const UNIQUE_VIOLATION = '23505';

/** The tables of which a row can be written a second time: every key that makes work idempotent is tried, and nothing is kept. Of an empty one nobody knows. */
export async function unguarded(superUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  const open: string[] = [];
  try {
    for (const table of guarded) {
      await client.query('BEGIN');
      const written = await client.query(again(table)).then(
        ({ rowCount }) => rowCount ?? 0,
        (error: unknown) => {
          if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return undefined;
          throw error;
        },
      );
      await client.query('ROLLBACK');
      if (written !== undefined) open.push(written > 0 ? table : `${table}, which is empty`);
    }
  } finally {
    await client.end();
  }
  return open;
}
