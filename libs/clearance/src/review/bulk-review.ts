import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  abilityFor,
  startsOf,
  type BulkReviewBody,
  type BulkReviewRow,
  type ConvictionFilter,
} from '@clearance/contract';
import {
  AuditLog,
  Bell,
  Database,
  one,
  orderBy,
  pageOf,
  Refused,
  WorkLedger,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { whereOf } from '../conviction/filter-sql.ts';
import { digestOf } from '../conviction/set.ts';
import { needsNote } from './recommend.ts';

/** Convictions per job of a bulk review. */
const CHUNK = 1000;
const columns = `b.id, b.verb, b.decision, b.filter, b.count, w.done::int AS done, b.skipped,
  CASE WHEN w.state IN ('done', 'failed') THEN w.state ELSE 'running' END AS state, b.note, coalesce(m.name, '') AS by,
  b.created_at AS "createdAt", b.finished_at AS "finishedAt"`;
const from = `bulk_review b JOIN work w ON w.county_id = b.county_id AND w.id = b.id
  LEFT JOIN member m ON m.county_id = b.county_id AND m.id = b.started_by`;
const sorts = { createdAt: 'b.created_at', count: 'b.count' };
const title = { recommend: 'Recommending', approve: 'Approving', return: 'Returning' } as const;

/** One decision about a whole set: the filter, the count and the digest that the person saw. */
@Injectable()
export class BulkReviews {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Freezes the set and opens the work, if the set is still the one that was seen. The same request key answers the
   * same review again. Throws `set_moved`, `nothing_matches`, `wrong_state`, `own_recommendation_in_set`,
   * `note_required`, `forbidden`.
   */
  async start(ctx: Ctx, body: BulkReviewBody, requestKey: string): Promise<BulkReviewRow> {
    const right = body.verb === 'recommend' ? 'recommend' : 'approve';
    const refuse = (why: string) =>
      this.auditLog.noteRefusal(ctx, {
        action: `bulk_review.${body.verb}`,
        target: { type: 'county', id: ctx.countyId },
        detail: { why },
      });
    if (!abilityFor(ctx.actor).can(right, 'conviction')) {
      await refuse('forbidden');
      throw new Refused('forbidden');
    }
    try {
      return await this.startAllowed(ctx, body, requestKey);
    } catch (error) {
      if (error instanceof Refused && error.code === 'own_recommendation_in_set') await refuse(error.code);
      throw error;
    }
  }

  private async startAllowed(ctx: Ctx, body: BulkReviewBody, requestKey: string): Promise<BulkReviewRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`bulk ${ctx.countyId} ${ctx.actor.memberId}`]);
      const before = await one<{ id: string }>(
        tx,
        `SELECT id FROM bulk_review WHERE started_by = $1 AND request_key = $2`,
        [ctx.actor.memberId, requestKey],
      );
      if (before) return this.load(tx, before.id);
      await this.check(tx, ctx, body);
      const id = await this.freeze(tx, ctx, body, requestKey);
      await this.auditLog.append(tx, ctx, [
        {
          action: `bulk_review.${body.verb}`,
          target: { type: 'bulk_review', id },
          bulkReviewId: id,
          detail: { count: body.expectedCount, digest: body.digest, decision: body.decision ?? '' },
        },
      ]);
      return this.load(tx, id);
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  list(
    ctx: Ctx,
    query: ListQuery<{ verb?: string | undefined; state?: string | undefined }, keyof typeof sorts>,
  ): Promise<Page<BulkReviewRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<BulkReviewRow>(tx, query, {
        columns,
        from,
        where: `($1::text IS NULL OR b.verb = $1) AND ($2::text IS NULL OR w.state = $2)`,
        given: [query.filter?.verb ?? null, query.filter?.state ?? null],
        order: orderBy(query, sorts, 'b.created_at DESC', 'b.id'),
      }),
    );
  }

  get(ctx: Ctx, id: string): Promise<BulkReviewRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  private async check(tx: Tx, ctx: Ctx, body: BulkReviewBody): Promise<void> {
    const { memberId } = ctx.actor;
    const set = await digestOf(tx, memberId, body.filter);
    if (set.count === 0) throw new Refused('nothing_matches');
    if (set.count !== body.expectedCount || set.digest !== body.digest) {
      throw new Refused('set_moved', { expected: body.expectedCount, actual: set.count });
    }
    const composition = await compositionOf(tx, memberId, body.filter);
    const wrong = composition.states.find((state) => !(startsOf(body.verb) as readonly string[]).includes(state));
    if (wrong) throw new Refused('wrong_state', { state: wrong.replaceAll('_', ' ') });
    if (body.verb !== 'recommend' && set.mine > 0) {
      throw new Refused('own_recommendation_in_set', { count: set.mine, total: set.count });
    }
    const { decision } = body;
    if (decision && !body.note && composition.outcomes.some((outcome) => needsNote(outcome, decision))) {
      throw new Refused('note_required', undefined, { note: 'needed' });
    }
  }

  /** The very convictions and versions of the set become the items of the review. */
  private async freeze(tx: Tx, ctx: Ctx, body: BulkReviewBody, requestKey: string): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO bulk_review (county_id, id, verb, decision, filter, count, digest, note, started_by, roles, request_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[
          ctx.countyId,
          id,
          body.verb,
          body.decision ?? null,
          JSON.stringify(body.filter),
          body.expectedCount,
          body.digest,
        ],
        ...[body.note ?? null, ctx.actor.memberId, ctx.actor.roles, requestKey, ctx.now],
      ],
    );
    const where = whereOf(body.filter, ctx.actor.memberId, 3);
    await tx.query(
      `INSERT INTO bulk_review_item (county_id, bulk_review_id, no, conviction_id, version)
       SELECT $1, $2, row_number() OVER (ORDER BY c.id), c.id, c.version FROM conviction c WHERE ${where.sql}`,
      [ctx.countyId, id, ...where.given],
    );
    await this.ledger.open(tx, ctx, {
      id,
      kind: 'bulk_review',
      subjectId: id,
      title: `${title[body.verb]} ${body.expectedCount} convictions`,
      total: body.expectedCount,
      unit: 'convictions',
      nextJob: 'review.finish',
      chunked: { job: 'review.chunk', keys: body.expectedCount, chunkSize: CHUNK },
    });
    return id;
  }

  private async load(tx: Tx, id: string): Promise<BulkReviewRow> {
    const found = await one<BulkReviewRow>(tx, `SELECT ${columns} FROM ${from} WHERE b.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return found;
  }
}

async function compositionOf(tx: Tx, memberId: string, filter: ConvictionFilter) {
  const where = whereOf(filter, memberId);
  const found = await one<{ states: string[]; outcomes: (string | null)[] }>(
    tx,
    `SELECT array_agg(DISTINCT c.state) AS states, array_agg(DISTINCT c.outcome) AS outcomes FROM conviction c WHERE ${where.sql}`,
    where.given,
  );
  return { states: found?.states ?? [], outcomes: found?.outcomes ?? [] };
}
