import { needsSample, type BulkReviewBody, type MovedSet, type SampleResult } from '@clearance/contract';
import { one, Refused, type Ctx, type Tx } from '@clearance/platform';
import { whereOf } from '../../conviction/filter-sql.ts';
import { sampleHeads } from './sample-view.ts';

/** How many of what moved are named. */
const NAMED = 20;

/**
 * The finished sample of exactly this set that the approver looked at, with the seed of its draw; undefined where none
 * is needed. Throws `sample_required`, `sample_unfinished`, `sample_defects`.
 */
export async function sampleBehind(
  tx: Tx,
  ctx: Ctx,
  set: { readonly count: number; readonly unfollowed: number; readonly digest: string },
): Promise<{ result: SampleResult; seed: string } | undefined> {
  const [found] = await sampleHeads(tx, `s.approver_id = $1 AND s.digest = $2`, [ctx.actor.memberId, set.digest]);
  if (!found) {
    if (!needsSample(set)) return undefined;
    throw new Refused('sample_required', { count: set.count });
  }
  const { view, seed } = found;
  if (view.state === 'stopped') throw new Refused('sample_defects', { defects: view.defects });
  if (view.state === 'open') {
    if (!needsSample(set)) return undefined;
    throw new Refused('sample_unfinished', { left: view.left, size: view.overrides + view.drawn });
  }
  const { id, count, overrides, drawn, defects, confidence, tolerated, bound } = view;
  return { result: { id, count, overrides, drawn, defects, confidence, tolerated, bound }, seed };
}

/** What moved in a set since this person had a sample of it drawn; undefined when she had none. */
export async function movedSince(
  tx: Tx,
  ctx: Ctx,
  body: Pick<BulkReviewBody, 'filter' | 'digest'>,
): Promise<MovedSet | undefined> {
  const where = whereOf(body.filter, ctx.actor.memberId, 3);
  return one<MovedSet>(
    tx,
    `WITH seen AS (
       SELECT m.id, m.version FROM sample s, unnest(s.members, s.versions) AS m (id, version)
        WHERE s.approver_id = $1 AND s.digest = $2
     ), present AS (SELECT c.id, c.version FROM conviction c WHERE ${where.sql}),
     gone AS (SELECT id FROM seen EXCEPT SELECT p.id FROM present p JOIN seen s USING (id, version)),
     came AS (SELECT id FROM present EXCEPT SELECT p.id FROM present p JOIN seen s USING (id, version))
     SELECT (SELECT count(*)::int FROM gone) AS left, (SELECT count(*)::int FROM came) AS entered,
            array(SELECT id::text FROM gone ORDER BY id LIMIT ${NAMED}) AS "leftIds",
            array(SELECT id::text FROM came ORDER BY id LIMIT ${NAMED}) AS "enteredIds"
      WHERE EXISTS (SELECT 1 FROM sample WHERE approver_id = $1 AND digest = $2)`,
    [ctx.actor.memberId, body.digest, ...where.given],
  );
}
