import { randomUUID } from 'node:crypto';
import { one, type Tx } from '../db/in-county.ts';

/** What a county's alarm is raised for: when, at which entry, why, and about what where it is about one thing. */
export interface Raised {
  readonly at: Date;
  readonly seq: number;
  readonly why: string;
  readonly about?: { readonly type: string; readonly id: string } | undefined;
}

/** Raises the alarm of a county: from here on nothing is decided in it. Answers whether it was quiet before. */
export async function raiseAlarm(tx: Tx, countyId: string, { about, at, seq, why }: Raised): Promise<boolean> {
  const raised = await one(
    tx,
    `INSERT INTO log_alarm (county_id, id, raised_at, seq, why, about_type, about_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [countyId, randomUUID(), at, seq, why, about?.type ?? null, about?.id ?? null],
  );
  return raised !== undefined;
}

/** An alarm that 0.1.0 kept in the head of the log becomes one that two people end. */
export async function adoptOldAlarm(tx: Tx): Promise<void> {
  await tx.query(
    `WITH old AS (UPDATE audit_head h SET damaged_at = NULL, damaged_seq = NULL, damaged_why = NULL
                    FROM audit_head o WHERE o.county_id = h.county_id AND o.damaged_at IS NOT NULL
                  RETURNING h.county_id, o.damaged_at, o.damaged_seq, o.damaged_why)
     INSERT INTO log_alarm (county_id, id, raised_at, seq, why)
     SELECT county_id, $1, damaged_at, damaged_seq, damaged_why FROM old ON CONFLICT DO NOTHING`,
    [randomUUID()],
  );
}
