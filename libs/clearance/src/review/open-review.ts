import { randomUUID } from 'node:crypto';
import type { BulkReviewRow, ConvictionFilter, Decision, SampleResult } from '@clearance/contract';
import { one, type AuditLog, type Ctx, type Tx, type WorkLedger } from '@clearance/platform';
import { counted } from '../counted.ts';
import { whereOf } from '../conviction/filter-sql.ts';

/** Convictions per job of a bulk review. */
const CHUNK = 1000;
const titles: Readonly<Record<BulkReviewRow['verb'], string>> = {
  recommend: 'Recommending',
  approve: 'Approving',
  return: 'Returning',
  withdraw: 'Withdrawing the recommendation of',
  undo: 'Taking back the approval of',
};

export interface NewReview {
  readonly verb: BulkReviewRow['verb'];
  readonly decision?: Decision | undefined;
  readonly filter: ConvictionFilter;
  readonly digest: string;
  readonly note?: string | undefined;
  readonly requestKey: string;
  /** What was looked at before, and the seed of the draw, which the log reveals with the approval. */
  readonly sample?: { readonly result: SampleResult; readonly seed: string } | undefined;
  /** The sample that holds the defect whose like is sent back. */
  readonly sampleId?: string | undefined;
  /** How long each of an approval can be taken back. */
  readonly undoHours?: number | undefined;
  readonly undoes?: string | undefined;
  /** A further condition on `conviction c`: a fixed text, whose parameters begin at `$first`. */
  readonly only?: (first: number) => { readonly sql: string; readonly given: readonly unknown[] };
}

/**
 * The very convictions and versions that the filter gives at this moment become the items of a bulk review, and the work
 * on them is opened; undefined when there are none. Ring its bell after the commit.
 */
export async function openReview(
  tx: Tx,
  ctx: Ctx,
  { ledger, auditLog }: { ledger: WorkLedger; auditLog: AuditLog },
  review: NewReview,
): Promise<{ id: string; count: number } | undefined> {
  const id = randomUUID();
  const hours = review.undoHours ?? null;
  await tx.query(
    `INSERT INTO bulk_review (county_id, id, verb, decision, filter, count, digest, note, started_by, roles, request_key,
                              created_at, sample_id, sample, undo_hours, releases_at, undoes)
     VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10, $11::timestamptz, $12, $13, $14,
             $11::timestamptz + make_interval(hours => $14::int), $15)`,
    [
      ...[ctx.countyId, id, review.verb, review.decision ?? null, JSON.stringify(review.filter), review.digest],
      ...[review.note ?? null, ctx.actor.memberId, ctx.actor.roles, review.requestKey, ctx.now],
      ...[
        review.sample?.result.id ?? review.sampleId ?? null,
        review.sample ? JSON.stringify(review.sample.result) : null,
      ],
      ...[hours, review.undoes ?? null],
    ],
  );
  const count = await freeze(tx, ctx, id, review);
  if (count === 0) return undefined;
  await ledger.open(tx, ctx, {
    id,
    kind: 'bulk_review',
    subjectId: id,
    title: `${titles[review.verb]} ${counted(count, 'conviction', 'convictions')}`,
    total: count,
    unit: 'convictions',
    nextJob: 'review.finish',
    rights: [review.verb === 'recommend' || review.verb === 'withdraw' ? 'recommend conviction' : 'approve conviction'],
    chunked: { job: 'review.chunk', keys: count, chunkSize: CHUNK },
  });
  await auditLog.append(tx, ctx, [
    {
      action: `bulk_review.${review.verb}`,
      target: { type: 'bulk_review', id },
      bulkReviewId: id,
      detail: {
        ...{ count, digest: review.digest, decision: review.decision ?? '' },
        ...(review.sample ? { ...sampleDetail(review.sample.result), seed: review.sample.seed } : {}),
        ...(review.undoes ? { undoes: review.undoes } : {}),
        ...(review.sampleId ? { sample: review.sampleId } : {}),
        ...(hours === null ? {} : { undoHours: hours }),
      },
    },
  ]);
  return { id, count };
}

/** Writes the items of the set, and how many they are and what they are made of, as one reading finds them. */
async function freeze(tx: Tx, ctx: Ctx, id: string, { filter, only: narrower }: NewReview): Promise<number> {
  const where = whereOf(filter, ctx.actor.memberId, 3);
  const only = narrower?.(3 + where.given.length);
  const stored = await one<{ count: number }>(
    tx,
    `WITH chosen AS MATERIALIZED (
       SELECT c.id, c.version, c.section, c.decision FROM conviction c WHERE ${where.sql} AND ${only?.sql ?? 'true'}),
     item AS (
       INSERT INTO bulk_review_item (county_id, bulk_review_id, no, conviction_id, version)
       SELECT $1, $2, row_number() OVER (ORDER BY id), id, version FROM chosen),
     cell AS MATERIALIZED (SELECT section, decision, count(*)::int AS n FROM chosen GROUP BY 1, 2)
     UPDATE bulk_review SET
       count = (SELECT coalesce(sum(n), 0) FROM cell),
       sections = (SELECT coalesce(jsonb_object_agg(section, n), '{}')
                     FROM (SELECT section, sum(n) AS n FROM cell GROUP BY 1) AS s),
       decisions = (SELECT coalesce(jsonb_object_agg(decision, n), '{}')
                      FROM (SELECT decision, sum(n) AS n FROM cell WHERE decision IS NOT NULL GROUP BY 1) AS d)
     WHERE county_id = $1 AND id = $2 RETURNING count`,
    [ctx.countyId, id, ...where.given, ...(only?.given ?? [])],
  );
  return stored?.count ?? 0;
}

/** What an entry of the log says of the sample behind an approval. Shares are texts: the log holds whole numbers only. */
export const sampleDetail = ({ id, overrides, drawn, defects, confidence, bound }: SampleResult) => ({
  sample: id,
  looked: overrides + drawn,
  defects,
  confidence: String(confidence),
  atMost: bound.count,
});
