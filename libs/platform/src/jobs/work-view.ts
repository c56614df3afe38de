import type { Actor, Work } from '@clearance/contract';
import { one, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import { orderBy, type ListQuery, type Page } from '../http/list.ts';
import { kindsSeenBy, touches, type Touchable } from './work-rights.ts';

const columns = `
  w.id, w.kind, w.subject_id AS "subjectId", w.title, w.state, w.done::float8 AS done, w.total::float8 AS total, w.unit,
  coalesce((SELECT m.name FROM member m WHERE m.id = w.started_by), 'The system') AS "startedBy", w.problem,
  w.began_at AS "beganAt", w.began_done::float8 AS "beganDone",
  w.created_at AS "createdAt", w.updated_at AS "updatedAt", w.finished_at AS "finishedAt",
  json_build_object('startedBy', w.started_by, 'rights', w.rights, 'cancellable', w.cancellable,
    'resumable', w.resumable) AS touch`;
const sorts = { createdAt: 'w.created_at', updatedAt: 'w.updated_at' };
// The installation sees the work of every county; what is shown is of one's own.
const OWN = `w.county_id = current_setting('app.county_id')::uuid`;

type Found = Omit<Work, 'mayCancel' | 'mayResume'> & Touchable;

/** One piece of work of the transaction's county as the ledger has it. */
export const workFound = (tx: Tx, id: string): Promise<Found | undefined> =>
  one<Found>(tx, `SELECT ${columns} FROM work w WHERE ${OWN} AND w.id = $1`, [id]);

/** The same as the contract shows it to whoever asks; undefined as well for who is not told of it. */
export async function workView(tx: Tx, actor: Actor, id: string): Promise<Work | undefined> {
  const found = await workFound(tx, id);
  return found && kindsSeenBy(actor).includes(found.kind) ? shown(actor, found) : undefined;
}

export async function workPage(
  tx: Tx,
  actor: Actor,
  query: ListQuery<{ state?: string | undefined; kind?: string | undefined }, keyof typeof sorts>,
): Promise<Page<Work>> {
  const page = await pageOf<Found>(tx, query, {
    columns,
    from: 'work w',
    where: `${OWN} AND ($1::text IS NULL OR w.state = $1) AND ($2::text IS NULL OR w.kind = $2) AND w.kind = ANY ($3::text[])`,
    given: [query.filter?.state ?? null, query.filter?.kind ?? null, kindsSeenBy(actor)],
    order: orderBy(query, sorts, 'w.created_at DESC', 'w.id'),
  });
  return { ...page, rows: page.rows.map((found) => shown(actor, found)) };
}

function shown(actor: Actor, { touch, ...work }: Found): Work {
  return { ...work, ...touches(actor, { ...work, touch }) };
}
