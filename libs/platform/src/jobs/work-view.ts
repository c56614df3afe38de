import type { Work } from '@clearance/contract';
import { one, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import { orderBy, type ListQuery, type Page } from '../http/list.ts';

const columns = `
  w.id, w.kind, w.subject_id AS "subjectId", w.title, w.state, w.done::float8 AS done, w.total::float8 AS total, w.unit,
  coalesce((SELECT m.name FROM member m WHERE m.id = w.started_by), 'The system') AS "startedBy", w.problem,
  w.created_at AS "createdAt", w.updated_at AS "updatedAt", w.finished_at AS "finishedAt"`;
const sorts = { createdAt: 'w.created_at', updatedAt: 'w.updated_at' };

/** One piece of work of the transaction's county as the contract shows it. */
export const workView = (tx: Tx, id: string): Promise<Work | undefined> =>
  one<Work>(
    tx,
    `SELECT ${columns} FROM work w WHERE w.county_id = current_setting('app.county_id')::uuid AND w.id = $1`,
    [id],
  );

export const workPage = (
  tx: Tx,
  query: ListQuery<{ state?: string | undefined; kind?: string | undefined }, keyof typeof sorts>,
): Promise<Page<Work>> =>
  pageOf<Work>(tx, query, {
    columns,
    from: 'work w',
    // The installation sees the work of every county; a list is still of one's own.
    where: `w.county_id = current_setting('app.county_id')::uuid
      AND ($1::text IS NULL OR w.state = $1) AND ($2::text IS NULL OR w.kind = $2)`,
    given: [query.filter?.state ?? null, query.filter?.kind ?? null],
    order: orderBy(query, sorts, 'w.created_at DESC', 'w.id'),
  });
