import { clearInterval, setInterval } from 'node:timers';
import { now } from '../clock.ts';
import { Database, one, type Tx } from '../db/in-county.ts';

const EVERY_MS = 500;
/** Whoever checks has died, or waits for something, when it has not moved for this long. */
const STILL_SECONDS = 10;

/** What a check of the log tells while it reads; `stop` ends it before the next entries are read. */
export interface Reading {
  done: number;
  readonly stop?: AbortSignal | undefined;
}

/** Keeps where others can see it how far the check of a log is, for as long as `work` takes. */
export async function showProgress<T>(
  database: Database,
  countyId: string,
  reading: Reading,
  work: () => Promise<T>,
): Promise<T> {
  let noting: Promise<unknown> = Promise.resolve();
  const note = () => (noting = database.inCounty({ countyId }, (tx) => keep(tx, countyId, reading.done)));
  const timer = setInterval(() => void note().catch(() => undefined), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await noting.catch(() => undefined);
    await database.inCounty({ countyId }, (tx) => tx.query(`DELETE FROM audit_check WHERE county_id = $1`, [countyId]));
  }
}

const keep = (tx: Tx, countyId: string, done: number): Promise<unknown> =>
  tx.query(
    `INSERT INTO audit_check (county_id, done, total, moved_at) SELECT county_id, $2, size, $3 FROM audit_head WHERE county_id = $1
     ON CONFLICT (county_id) DO UPDATE SET done = excluded.done, total = excluded.total, moved_at = excluded.moved_at`,
    [countyId, done, now()],
  );

/** How far the check is that runs at this moment. */
export async function checkInHand(tx: Tx): Promise<{ done: number; total: number } | undefined> {
  return one<{ done: number; total: number }>(
    tx,
    `SELECT done::float8 AS done, total::float8 AS total FROM audit_check
      WHERE moved_at > $1::timestamptz - make_interval(secs => $2)`,
    [now(), STILL_SECONDS],
  );
}
