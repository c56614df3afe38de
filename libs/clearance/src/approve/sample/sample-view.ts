import { boundOfGroup, type FindingTaken, type Sample, type SampleItem } from '@clearance/contract';
import { Refused, rows, type Ctx, type Tx } from '@clearance/platform';
import { rowColumns, rowTables } from '../../conviction/queue.ts';

type Head = Omit<Sample, 'items'>;
interface Counted extends Omit<Head, 'state' | 'bound' | 'defects'> {
  readonly seed: string;
  readonly lookedOverrides: number;
  readonly lookedDrawn: number;
  readonly overrideDefects: number;
  readonly drawnDefects: number;
}

const countOf = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;

/** Samples with how far they were looked at and what that shows; `where` is a fixed condition on `sample s`. */
export async function sampleHeads(
  tx: Tx,
  where: string,
  given: unknown[],
): Promise<{ readonly view: Head; readonly seed: string }[]> {
  const found = await rows<Counted>(
    tx,
    `SELECT s.id, s.count, s.filter, s.digest, s.confidence, s.tolerated, s.created_at AS "createdAt",
            encode(s.seed, 'hex') AS seed, i.*,
            (SELECT coalesce(sum(b.count), 0)::int FROM bulk_review b
              WHERE b.county_id = s.county_id AND b.sample_id = s.id AND b.verb = 'return') AS held
       FROM sample s CROSS JOIN LATERAL (
         SELECT ${countOf(`why = 'override'`)} AS overrides, ${countOf(`why = 'drawn'`)} AS drawn,
                ${countOf(`finding IS NULL`)} AS left,
                ${countOf(`why = 'override' AND finding IS NOT NULL`)} AS "lookedOverrides",
                ${countOf(`why = 'drawn' AND finding IS NOT NULL`)} AS "lookedDrawn",
                ${countOf(`why = 'override' AND finding = 'defect'`)} AS "overrideDefects",
                ${countOf(`why = 'drawn' AND finding = 'defect'`)} AS "drawnDefects"
           FROM sample_item x WHERE x.county_id = s.county_id AND x.sample_id = s.id) AS i
      WHERE ${where}`,
    given,
  );
  return found.map(({ seed, lookedOverrides, lookedDrawn, overrideDefects, drawnDefects, ...head }) => {
    const defects = overrideDefects + drawnDefects;
    const bound = boundOfGroup(
      {
        ...{ count: head.count, overrides: head.overrides, drawn: lookedDrawn, drawnDefects },
        // What was not looked at yet may be wrong.
        overrideDefects: overrideDefects + head.overrides - lookedOverrides,
      },
      head.confidence,
    );
    const state = defects > 0 ? 'stopped' : head.left > 0 ? 'open' : 'finished';
    return { seed, view: { ...head, defects, bound, state } };
  });
}

/** A sample with its convictions, in an order that says nothing; the approver's own only. Throws `not_found`. */
export async function sampleView(tx: Tx, ctx: Ctx, id: string): Promise<Sample> {
  return { ...(await headOf(tx, ctx, id)), items: await itemsOf(tx, ctx, id) };
}

/** How far a sample is, and one of its convictions. Throws `not_found`. */
export async function findingView(tx: Tx, ctx: Ctx, id: string, convictionId: string): Promise<FindingTaken> {
  const head = await headOf(tx, ctx, id);
  const [item] = await itemsOf(tx, ctx, id, convictionId);
  if (!item) throw new Refused('not_found');
  return { ...head, item };
}

async function headOf(tx: Tx, ctx: Ctx, id: string): Promise<Head> {
  const [head] = await sampleHeads(tx, `s.id = $1 AND s.approver_id = $2`, [id, ctx.actor.memberId]);
  if (!head) throw new Refused('not_found');
  return head.view;
}

const itemsOf = (tx: Tx, ctx: Ctx, id: string, convictionId?: string) =>
  rows<SampleItem>(
    tx,
    `SELECT ${rowColumns}, i.why, i.finding, i.note AS "findingNote"
       FROM sample_item i JOIN (${rowTables}) ON c.county_id = i.county_id AND c.id = i.conviction_id
      WHERE i.sample_id = $2 AND ($3::uuid IS NULL OR i.conviction_id = $3)
      ORDER BY i.why DESC, md5(i.conviction_id::text)`,
    [ctx.actor.memberId, id, convictionId ?? null],
  );
