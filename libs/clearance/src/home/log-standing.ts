import type { Stats } from '@clearance/contract';
import { alarmWords, one, OPEN_ALARM, type Tx } from '@clearance/platform';
import { dueAfter } from '../oversight/due.ts';

/** The alarm of the log; where its head is gone, the newest verification tells. */
export async function logAlarmOf(tx: Tx): Promise<Stats['logAlarm']> {
  const found = await one<{ since: Date; seq: number; why: string }>(
    tx,
    `(SELECT a.since, a.seq::float8 AS seq, a.why FROM ${OPEN_ALARM} a)
     UNION ALL
     (SELECT at, coalesce(bad_seq, 0)::float8, coalesce(why, '') FROM
        (SELECT * FROM audit_verification ORDER BY at DESC LIMIT 1) newest WHERE NOT ok)
     LIMIT 1`,
  );
  return found ? { since: found.since.toISOString(), says: alarmWords(found.seq, found.why) } : null;
}

/** When the next review of the log is due: counted from the last one, or from the first entry. */
export async function reviewDue(tx: Tx, now: Date): Promise<NonNullable<Stats['logReview']>> {
  const last = await one<{ at: Date }>(tx, `SELECT at FROM log_review ORDER BY last_seq DESC LIMIT 1`);
  const begin = last ?? (await one<{ at: Date }>(tx, `SELECT at FROM audit_entry WHERE seq = 1`));
  return dueAfter(begin?.at, now);
}
