import type { BulkReviewRow } from '@clearance/contract';
import { one, orderBy, pageOf, Refused, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { approvedIn, canUndo } from '../conviction/standing.ts';

const columns = `b.id, b.verb, b.decision, b.filter, b.sections, b.decisions, b.count, w.done::int AS done, b.skipped,
  CASE WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state ELSE 'running' END AS state, w.resumable, b.note,
  coalesce(m.name, '') AS by, b.created_at AS "createdAt", b.finished_at AS "finishedAt", b.sample, b.undoes`;
// While it runs it is what it has done: whoever watches it asks often.
const undoable = `CASE WHEN b.verb <> 'approve' THEN 0 WHEN w.state = 'running' AND b.undo_hours = 0 THEN 0
  WHEN w.state = 'running' THEN (w.done - b.skipped)::int
  ELSE (SELECT count(*)::int FROM conviction c
         WHERE c.county_id = b.county_id AND c.bulk_review_id = b.id AND ${canUndo('c', 'now()')}
           AND ${approvedIn('c', 'b.id')}) END`;
// An undoing has the round after that of the approval.
const takenBack = `CASE WHEN b.verb <> 'approve' OR w.state = 'running' THEN 0
  ELSE (SELECT count(*)::int FROM bulk_review_item i JOIN approval u ON u.county_id = i.county_id
           AND u.conviction_id = i.conviction_id AND u.round = i.version + 1 AND u.verdict = 'undo'
         WHERE i.county_id = b.county_id AND i.bulk_review_id = b.id) END`;
const from = `bulk_review b JOIN work w ON w.county_id = b.county_id AND w.id = b.id
  LEFT JOIN member m ON m.county_id = b.county_id AND m.id = b.started_by`;
const sorts = { createdAt: 'b.created_at', count: 'b.count' };

/** One bulk review with its progress. Throws `not_found`. */
export async function bulkReviewView(tx: Tx, id: string): Promise<BulkReviewRow> {
  const found = await one<BulkReviewRow>(
    tx,
    `SELECT x.*, CASE WHEN x.undoable > 0 THEN x.until END AS "releasesAt"
       FROM (SELECT ${columns}, ${undoable} AS undoable, ${takenBack} AS "takenBack", b.releases_at AS until FROM ${from} WHERE b.id = $1) AS x`,
    [id],
  );
  if (!found) throw new Refused('not_found');
  return shown(found);
}

/** A list counts what can be undone only where the window is open: that is quick, and elsewhere it hardly matters. */
export async function bulkReviewPage(
  tx: Tx,
  query: ListQuery<{ verb?: string | undefined; state?: string | undefined }, keyof typeof sorts>,
): Promise<Page<BulkReviewRow>> {
  const page = await pageOf<BulkReviewRow>(tx, query, {
    columns: `${columns}, CASE WHEN b.releases_at > now() THEN ${undoable} ELSE 0 END AS undoable,
      CASE WHEN b.releases_at > now() THEN b.releases_at END AS "releasesAt"`,
    from,
    where: `($1::text IS NULL OR b.verb = $1) AND ($2::text IS NULL OR w.state = $2)`,
    given: [query.filter?.verb ?? null, query.filter?.state ?? null],
    order: orderBy(query, sorts, 'b.created_at DESC', 'b.id'),
  });
  return { ...page, rows: page.rows.map(shown) };
}

/** Without the columns that only the statement needs. */
function shown({ until: _, ...row }: BulkReviewRow & { until?: unknown }): BulkReviewRow {
  return row;
}
