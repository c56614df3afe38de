import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, type Act } from '../audit-log/audit-log.ts';
import type { Ctx } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import type { Asked, Reading } from '../http/answers.ts';
import { noteVolume } from './volume.ts';

/** Answers to one person on the same set within so many minutes have one entry, and a second where they named others. */
export const TOGETHER_MINUTES = 5;

interface Source {
  readonly actor: Ctx['actor'];
  readonly requestId: string;
  readonly address?: string;
}

/** What several answers on one set had in common, once their time is over. */
interface Over {
  readonly openedAt: Date;
  readonly answers: number;
  readonly firstPeople: number;
  readonly people: number;
  readonly act: Act;
  readonly source: Source;
}

const columns = `opened_at AS "openedAt", answers, first_people AS "firstPeople", cardinality(people) AS people, act, source`;

/** Tells the log who read whose data. Nothing is answered that is not told. */
@Injectable()
export class Readings {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Tells the log of an answer, once for the same set within `TOGETHER_MINUTES`, and of unusual volume. The entry names no
   * person: the set, how many people, and opaque ids.
   */
  async note(reading: Reading, asked: Asked, answer: unknown): Promise<void> {
    const { ctx } = asked;
    await this.database.inCounty(ctx, async (tx) => {
      const { people: all, told } = await reading.of(answer, asked, tx);
      const people = [...new Set(all)].sort();
      if (people.length === 0) return;
      const act = actOf(reading, asked, { people: people.length, ...told });
      const acts = (reading.unless ?? []).some((action) => this.auditLog.hasTold(ctx, action))
        ? []
        : reading.always
          ? [act]
          : await this.opened(tx, ctx, act, setKeyOf(reading, asked), people);
      await this.auditLog.append(tx, ctx, [...acts, ...(await noteVolume(tx, ctx, people))]);
    });
  }

  /** Tells of the sets of a county whose time is over, and forgets who saw whom more than an hour ago. */
  async close(countyId: string, at: Date): Promise<void> {
    await this.database.inCounty({ countyId }, async (tx) => {
      await tx.query(`DELETE FROM person_read WHERE at < $1::timestamptz - interval '1 hour'`, [at]);
      const over = await rows<Over>(
        tx,
        `DELETE FROM open_reading WHERE opened_at <= $1::timestamptz - make_interval(mins => $2) RETURNING ${columns}`,
        [at, TOGETHER_MINUTES],
      );
      for (const one of over.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())) {
        await this.auditLog.append(tx, { ...one.source, countyId, now: at }, closing(one));
      }
    });
  }

  /** The entries that an answer needs: none while its set was told of already, which then only counts. */
  private async opened(tx: Tx, ctx: Ctx, act: Act, setKey: string, people: string[]): Promise<readonly Act[]> {
    const { actor, address, countyId, now, requestId } = ctx;
    const source: Source = { actor, requestId, ...(address ? { address } : {}) };
    const these = createHash('sha256').update(people.join('\n')).digest('hex');
    const given = [countyId, actor.memberId, setKey, now, people, these, JSON.stringify(act), JSON.stringify(source)];
    const counted = await one<{ isNew: boolean }>(
      tx,
      `INSERT INTO open_reading AS r
              (county_id, member_id, set_key, opened_at, answers, first_people, people, last_people, act, source)
       VALUES ($1, $2, $3, $4, 1, cardinality($5::text[]), $5, $6, $7, $8)
       ON CONFLICT (county_id, member_id, set_key) DO UPDATE
          SET answers = r.answers + 1, last_people = excluded.last_people,
              people = CASE WHEN r.last_people = excluded.last_people THEN r.people
                            ELSE ARRAY(SELECT unnest(r.people) UNION SELECT unnest(excluded.people)) END
        WHERE r.opened_at > $4::timestamptz - make_interval(mins => ${TOGETHER_MINUTES})
       RETURNING xmax = 0 AS "isNew"`,
      given,
    );
    if (counted) return counted.isNew ? [act] : [];
    const over = await one<Over>(
      tx,
      `DELETE FROM open_reading WHERE member_id = $1 AND set_key = $2 RETURNING ${columns}`,
      [actor.memberId, setKey],
    );
    return [...(over ? closing(over) : []), ...(await this.opened(tx, ctx, act, setKey, people))];
  }
}

/** The second entry of a set: there only where later answers named people whom the first did not. */
function closing({ act, answers, firstPeople, openedAt, people }: Over): readonly Act[] {
  if (people <= firstPeople) return [];
  const { convictions: _ofTheFirst, rows: _too, ...detail } = act.detail ?? {};
  return [{ ...act, detail: { ...detail, people, answers, since: openedAt.toISOString() } }];
}

function actOf(reading: Reading, asked: Asked, counted: Readonly<Record<string, number>>): Act {
  const { detail, digests } = reading.set?.(asked) ?? {};
  return {
    action: reading.action,
    target: reading.target(asked),
    ...(digests && Object.keys(digests).length > 0 ? { digests } : {}),
    detail: { ...detail, ...counted },
  };
}

function setKeyOf(reading: Reading, asked: Asked): string {
  const named = [reading.action, reading.target(asked), reading.set?.(asked) ?? {}];
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}
