import { Inject, Injectable } from '@nestjs/common';
import type { LogAlarm } from '@clearance/contract';
import type { Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import { LOG, type Log } from '../log.ts';
import { Refused } from '../refused.ts';
import { alarmWords } from './alarm-words.ts';
import { AuditLog } from './audit-log.ts';
import { Verifications } from './verifications.ts';

interface Open {
  id: string;
  since: Date;
  seq: string;
  why: string;
  aboutType: string | null;
  aboutId: string | null;
  finding: string | null;
  foundBy: string | null;
  finder: string | null;
  foundAt: Date | null;
}

/**
 * Alarms of the log. One never ends by itself: somebody says what was found and done, and somebody else ends it, which the
 * log takes only where it fits itself as a whole.
 */
@Injectable()
export class Alarms {
  constructor(
    private readonly database: Database,
    private readonly verifications: Verifications,
    private readonly auditLog: AuditLog,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The alarm that nobody has ended. */
  get(ctx: Ctx): Promise<LogAlarm | null> {
    return this.database.inCounty(ctx, async (tx) => viewOf(await open(tx)));
  }

  /** Says what was found and done; whoever says it last stands for it. Throws `no_alarm`. */
  find(ctx: Ctx, finding: string): Promise<LogAlarm | null> {
    return this.database.inCounty(ctx, async (tx) => {
      const alarm = await mustBeOpen(tx);
      await tx.query(`UPDATE log_alarm SET finding = $2, found_by = $3, found_at = $4 WHERE id = $1`, [
        ...[alarm.id, finding, ctx.actor.memberId, ctx.now],
      ]);
      await this.note(tx, ctx, { action: 'audit_log.find' }, alarm);
      return viewOf(await open(tx));
    });
  }

  /**
   * Ends the alarm on what somebody else found, once the whole log was verified. Throws `no_alarm`, `finding_missing`,
   * `own_finding`, `finding_changed`, `log_still_damaged`.
   */
  async end(ctx: Ctx, foundAt: string): Promise<void> {
    await this.database.inCounty(ctx, async (tx) => mayEnd(await mustBeOpen(tx), ctx, foundAt));
    const verified = await this.verifications.run(ctx.countyId, 'whole');
    if (!verified.ok) throw new Refused('log_still_damaged', { says: alarmWords(verified.seq, verified.why) });
    await this.database.inCounty(ctx, async (tx) => {
      const alarm = await mustBeOpen(tx);
      mayEnd(alarm, ctx, foundAt);
      await tx.query(`UPDATE log_alarm SET ended_by = $2, ended_at = $3 WHERE id = $1`, [
        ...[alarm.id, ctx.actor.memberId, ctx.now],
      ]);
      await this.note(tx, ctx, { action: 'audit_log.recover' }, alarm);
    });
    this.log.info({ countyId: ctx.countyId }, 'two people ended the alarm of an audit log');
  }

  /** What was found stands in the table: the log holds no free text. */
  private note(tx: Tx, ctx: Ctx, act: { readonly action: string }, { foundBy, id, seq, why }: Open): Promise<void> {
    const detail = { alarm: id, badSequence: Number(seq), why, ...(foundBy ? { foundBy } : {}) };
    return this.auditLog.append(tx, ctx, [{ ...act, target: { type: 'audit_log', id: ctx.countyId }, detail }]);
  }
}

const open = (tx: Tx): Promise<Open | undefined> =>
  one<Open>(
    tx,
    `SELECT a.id, a.raised_at AS since, a.seq, a.why, a.about_type AS "aboutType", a.about_id AS "aboutId", a.finding, a.found_by AS "foundBy", m.name AS finder, a.found_at AS "foundAt"
       FROM log_alarm a LEFT JOIN member m ON m.county_id = a.county_id AND m.id = a.found_by WHERE a.ended_at IS NULL`,
  );

async function mustBeOpen(tx: Tx): Promise<Open> {
  const found = await open(tx);
  if (!found) throw new Refused('no_alarm');
  return found;
}

function mayEnd({ finding, foundAt, foundBy }: Open, ctx: Ctx, seen: string): void {
  if (finding === null || !foundAt) throw new Refused('finding_missing');
  if (foundBy === ctx.actor.memberId) throw new Refused('own_finding');
  if (foundAt.toISOString() !== seen) throw new Refused('finding_changed');
}

function viewOf(alarm: Open | undefined): LogAlarm | null {
  if (!alarm) return null;
  const { aboutId, aboutType, finder, finding, foundAt, foundBy, seq, since, why } = alarm;
  return {
    ...{ since: since.toISOString(), seq: Number(seq), why, says: alarmWords(Number(seq), why) },
    about: aboutType && aboutId ? { type: aboutType, id: aboutId } : null,
    found:
      finding === null ? null : { finding, by: finder ?? '', byId: foundBy ?? '', at: foundAt?.toISOString() ?? '' },
  };
}
