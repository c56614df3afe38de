import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LogReviewBody, LogReviewRow, OpenLogReview } from '@clearance/contract';
import {
  AuditLog,
  Database,
  one,
  pageOf,
  Refused,
  rows,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { dueAfter } from './due.ts';

/** Files with criminal history that left the office. */
const GIVEN_OUT: readonly string[] = ['annotated_export.download', 'court_list.download'];

const columns = `r.id, r.first_seq::float8 AS "firstSequence", r.last_seq::float8 AS "lastSequence",
  r.period_from AS "from", r.period_to AS "to", r.note, coalesce(m.name, '') AS by, r.at`;
const from = `log_review r LEFT JOIN member m ON m.county_id = r.county_id AND m.id = r.reviewed_by`;

/** Reviews of the log: what happened since the last one, and the signature that somebody has looked at it. */
@Injectable()
export class LogReviews {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  list(ctx: Ctx, query: ListQuery<object, 'at'>): Promise<Page<LogReviewRow>> {
    const order = `ORDER BY r.first_seq ${query.sort?.[1] === 'ASC' ? 'ASC' : 'DESC'}`;
    return this.database.inCounty(ctx, (tx) => pageOf<LogReviewRow>(tx, query, { columns, from, order }));
  }

  /** The figures of what nobody has signed off yet. */
  open(ctx: Ctx): Promise<OpenLogReview> {
    return this.database.inCounty(ctx, async (tx) => {
      const last = await lastReview(tx);
      const first = (last?.lastSequence ?? 0) + 1;
      const span = await spanOf(tx, first);
      const at = ctx.now.toISOString();
      const since = span?.from.toISOString() ?? at;
      return {
        last: last ?? null,
        firstSequence: first,
        lastSequence: span?.last ?? first - 1,
        from: since,
        to: span?.to.toISOString() ?? at,
        entries: span?.entries ?? 0,
        ...(await figuresOf(tx, first, span?.last ?? 0)),
        ...dueAfter(last?.at ?? span?.from, ctx.now),
      };
    });
  }

  /**
   * Signs off everything up to `lastSequence`. Throws `conflict` where somebody else has signed it off meanwhile,
   * `log_review_beyond` for entries that are not there.
   */
  sign(ctx: Ctx, { lastSequence, note }: LogReviewBody): Promise<LogReviewRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const first = ((await lastReview(tx))?.lastSequence ?? 0) + 1;
      if (lastSequence < first) throw new Refused('conflict');
      const span = await spanOf(tx, first, lastSequence);
      if (span?.last !== lastSequence) throw new Refused('log_review_beyond');
      const id = randomUUID();
      const signed = await one(
        tx,
        `INSERT INTO log_review (county_id, id, first_seq, last_seq, period_from, period_to, note, reviewed_by, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, first_seq) DO NOTHING RETURNING id`,
        [ctx.countyId, id, first, lastSequence, span.from, span.to, note, ctx.actor.memberId, ctx.now],
      );
      if (!signed) throw new Refused('conflict');
      await this.auditLog.append(tx, ctx, [
        { action: 'log_review.sign', target: { type: 'log_review', id }, detail: { first, last: lastSequence } },
      ]);
      const row = await one<LogReviewRow>(tx, `SELECT ${columns} FROM ${from} WHERE r.id = $1`, [id]);
      if (!row) throw new Refused('not_found');
      return row;
    });
  }
}

const lastReview = (tx: Tx): Promise<LogReviewRow | undefined> =>
  one<LogReviewRow>(tx, `SELECT ${columns} FROM ${from} ORDER BY r.last_seq DESC LIMIT 1`);

async function spanOf(tx: Tx, first: number, last: number | null = null) {
  const found = await one<{ last: number | null; entries: number; from: Date; to: Date }>(
    tx,
    `SELECT max(seq)::float8 AS last, count(*)::int AS entries, min(at) AS "from", max(at) AS "to"
       FROM audit_entry WHERE seq >= $1 AND ($2::bigint IS NULL OR seq <= $2)`,
    [first, last],
  );
  return found && found.last !== null ? { ...found, last: found.last } : undefined;
}

type Figures = Pick<OpenLogReview, 'acts' | 'refusals' | 'signInFailures' | 'exports' | 'givenOut'>;

async function figuresOf(tx: Tx, first: number, last: number): Promise<Figures> {
  const acts = await rows<OpenLogReview['acts'][number]>(
    tx,
    `SELECT action, (count(*) FILTER (WHERE outcome = 'success'))::int AS done,
            (count(*) FILTER (WHERE outcome = 'refused'))::int AS refused,
            (count(*) FILTER (WHERE outcome = 'failed'))::int AS failed
       FROM audit_entry WHERE seq BETWEEN $1 AND $2 GROUP BY action ORDER BY count(*) DESC, action`,
    [first, last],
  );
  const sum = (count: (act: (typeof acts)[number]) => number) => acts.reduce((all, act) => all + count(act), 0);
  const signIn = ({ action }: { readonly action: string }) => action === 'session.start';
  return {
    acts,
    refusals: sum((act) => (signIn(act) ? 0 : act.refused)),
    signInFailures: sum((act) => (signIn(act) ? act.refused + act.failed : 0)),
    exports: sum(({ action, done }) => (action === 'audit_export.create' ? done : 0)),
    givenOut: sum(({ action, done }) => (GIVEN_OUT.includes(action) ? done : 0)),
  };
}
