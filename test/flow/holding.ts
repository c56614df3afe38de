import { Client } from 'pg';
import { query } from '../support/database.ts';

/** A lock that another session holds: whoever needs it waits in the middle of what it does, however fast the machine is. */
export interface Held {
  release(): Promise<void>;
}

export async function hold(url: string, lock: string, values: unknown[] = []): Promise<Held> {
  const client = new Client({ connectionString: url });
  // Its server may be stopped under it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock, values);
  return { release: () => client.end().catch(() => undefined) };
}

/** Runs `work` while the lock is held. */
export async function holding<T>(url: string, lock: string, values: unknown[], work: () => Promise<T>): Promise<T> {
  const held = await hold(url, lock, values);
  try {
    return await work();
  } finally {
    await held.release();
  }
}

/** How many sessions of the application wait for a lock at this moment; for one on a table, where it is named. */
export async function waitingSessions(url: string, table?: string): Promise<number> {
  const [found] = await query<{ n: number }>(
    url,
    `SELECT count(DISTINCT a.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE NOT l.granted AND a.datname = current_database() AND a.application_name = 'clearance'
        AND ($1::text IS NULL OR l.relation = to_regclass($1))`,
    [table ?? null],
  );
  return found?.n ?? 0;
}
