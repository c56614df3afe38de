import { onServer } from '../../apps/local/src/roles.ts';

/**
 * Runs `work` while another session holds what the statement locks: whoever needs it waits in the middle of what it
 * does, however fast the machine is.
 */
export async function holding<T>(url: string, lock: string, values: unknown[], work: () => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await onServer(url, async (client) => {
    await client.query('BEGIN');
    await client.query(lock, values);
    answer = { value: await work() };
    await client.query('ROLLBACK');
  });
  if (!answer) throw new Error('The work did not answer.');
  return answer.value;
}

/** The sessions of the application that wait for a lock at this moment. */
export async function waitingSessions(url: string): Promise<number> {
  let waiting = 0;
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'clearance' AND wait_event_type = 'Lock'`,
    );
    waiting = rows[0]?.n ?? 0;
  });
  return waiting;
}
