import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sampleSize, startsOf, type Sample, type SampleBody } from '@clearance/contract';
import { AuditLog, Database, one, Refused, rows, settingsOf, type Ctx, type Tx } from '@clearance/platform';
import { whereOf } from '../../conviction/filter-sql.ts';
import { evaluationUnfinished, inForce } from '../../conviction/in-force.ts';
import { relationSql } from '../../conviction/relation-sql.ts';
import { digestOf } from '../../conviction/set.ts';
import { drawSample } from './draw.ts';
import { movedSince } from './sample-gate.ts';
import { sampleView } from './sample-view.ts';

interface Drawn {
  readonly id: string;
  readonly seed: Buffer;
  readonly confidence: number;
  readonly tolerated: number;
}

/** What an approver has to look at before she approves many at once. */
@Injectable()
export class Samples {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Freezes the set as it was seen and draws its sample. For the same set the same approver always gets the same one;
   * when she asks for more certainty it grows. Throws `nothing_matches`, `set_moved`, `wrong_state`,
   * `own_recommendation_in_set`, `evaluation_unfinished`.
   */
  draw(ctx: Ctx, body: SampleBody): Promise<Sample> {
    return this.database.inCounty(ctx, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`sample ${ctx.countyId} ${ctx.actor.memberId}`]);
      await this.check(tx, ctx, body);
      const settings = await settingsOf(tx);
      const before = await one<Drawn>(
        tx,
        `SELECT id, seed, confidence, tolerated FROM sample WHERE approver_id = $1 AND digest = $2`,
        [ctx.actor.memberId, body.digest],
      );
      const confidence = Math.max(body.confidence ?? 0, before?.confidence ?? 0, settings.sampleConfidence);
      const tolerated = Math.min(body.tolerated ?? 1, before?.tolerated ?? 1, settings.sampleTolerated);
      if (before?.confidence === confidence && before.tolerated === tolerated) return sampleView(tx, ctx, before.id);
      const seed = before?.seed ?? (await seedFor(tx, ctx));
      const drawn = { id: before?.id ?? randomUUID(), seed, confidence, tolerated };
      await this.freeze(tx, ctx, body, drawn);
      await this.takeItems(tx, ctx, drawn);
      const view = await sampleView(tx, ctx, drawn.id);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'sample.draw',
          target: { type: 'sample', id: drawn.id },
          detail: {
            ...{ count: view.count, digest: body.digest, drawn: view.drawn, overrides: view.overrides },
            ...{ confidence: String(confidence), tolerated: String(tolerated) },
            // Binds the draw to its seed, which nobody may know before the approval.
            seedHash: await hashOf(tx, drawn.id),
          },
        },
      ]);
      return view;
    });
  }

  get(ctx: Ctx, id: string): Promise<Sample> {
    return this.database.inCounty(ctx, (tx) => sampleView(tx, ctx, id));
  }

  private async check(tx: Tx, ctx: Ctx, body: SampleBody): Promise<void> {
    const set = await digestOf(tx, ctx.actor.memberId, body.filter);
    if (set.count === 0) throw new Refused('nothing_matches');
    if (set.count !== body.expectedCount || set.digest !== body.digest) {
      const moved = await movedSince(tx, ctx, body);
      const details = { expected: body.expectedCount, actual: set.count };
      throw new Refused('set_moved', details, undefined, moved ? { moved } : {});
    }
    if (set.mine > 0) {
      const others = {
        says: 'recommended by others',
        count: set.count - set.mine,
        filter: { ...body.filter, mine: false },
      };
      const parts = set.mine < set.count ? { parts: [others] } : {};
      throw new Refused('own_recommendation_in_set', { count: set.mine, total: set.count }, undefined, parts);
    }
    const where = whereOf(body.filter, ctx.actor.memberId, 2);
    const found = await one<{ wrong: string | null; late: number }>(
      tx,
      `SELECT min(c.state) FILTER (WHERE c.state <> ALL ($1)) AS wrong,
              (count(*) FILTER (WHERE NOT ${inForce('c')}))::int AS late
         FROM conviction c WHERE ${where.sql}`,
      [startsOf('approve'), ...where.given],
    );
    if (found?.wrong) throw new Refused('wrong_state', { state: found.wrong.replaceAll('_', ' ') });
    if (found && found.late > 0) throw evaluationUnfinished(found.late, set.count);
  }

  private async freeze(tx: Tx, ctx: Ctx, body: SampleBody, drawn: Drawn): Promise<void> {
    const where = whereOf(body.filter, ctx.actor.memberId, 10);
    await tx.query(
      `INSERT INTO sample (county_id, id, approver_id, filter, digest, confidence, tolerated, seed, created_at, count, members, versions)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, count(*), array_agg(c.id ORDER BY c.id), array_agg(c.version ORDER BY c.id)
         FROM conviction c WHERE ${where.sql}
       ON CONFLICT (county_id, id) DO UPDATE SET confidence = excluded.confidence, tolerated = excluded.tolerated`,
      [
        ...[ctx.countyId, drawn.id, ctx.actor.memberId, JSON.stringify(body.filter), body.digest],
        ...[drawn.confidence, drawn.tolerated, drawn.seed, ctx.now, ...where.given],
      ],
    );
  }

  /** Everything that does not follow the policy, and of the others a random part of each stratum; what she found in them before still stands. */
  private async takeItems(tx: Tx, ctx: Ctx, { id, seed, confidence, tolerated }: Drawn): Promise<void> {
    const found = await rows<{ key: string; override: boolean; ids: string[] }>(
      tx,
      `SELECT coalesce(c.reason, '') || ' ' || coalesce(c.recommender_id::text, '') AS key,
              ${relationSql('c')} <> 'follows' AS override, array_agg(c.id::text) AS ids
         FROM sample s, unnest(s.members) AS m (id) JOIN conviction c ON c.id = m.id
        WHERE s.id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [id],
    );
    const overrides = found.filter(({ override }) => override).flatMap(({ ids }) => ids);
    const strata = found.filter(({ override }) => !override);
    const others = strata.reduce((sum, { ids }) => sum + ids.length, 0);
    const drawn = drawSample(seed, strata, sampleSize(others, { confidence, tolerated })).map((one) => one.id);
    await tx.query(
      `INSERT INTO sample_item (county_id, sample_id, conviction_id, version, why, finding, note, found_at)
       SELECT $1, $2, t.id, c.version, t.why, p.finding, p.note, p.found_at
         FROM unnest($3::uuid[], $4::text[]) AS t (id, why) JOIN conviction c ON c.id = t.id
         LEFT JOIN LATERAL (
           SELECT x.finding, x.note, x.found_at FROM sample_item x JOIN sample s ON s.county_id = x.county_id AND s.id = x.sample_id
            WHERE x.conviction_id = t.id AND x.version = c.version AND x.finding = 'good' AND s.approver_id = $5
              -- A random one counts again only in the same draw, of which the set is another cut.
              AND (s.seed = $6 OR t.why = 'override') ORDER BY x.found_at LIMIT 1) AS p ON true
       ON CONFLICT DO NOTHING`,
      [
        ...[ctx.countyId, id, [...overrides, ...drawn]],
        ...[[...overrides.map(() => 'override'), ...drawn.map(() => 'drawn')], ctx.actor.memberId, seed],
      ],
    );
  }
}

/**
 * The seed of a new sample. A set moves a little while somebody looks at it; then the draw goes on under the seed of her
 * last sample, so that nearly all of what she looked at counts, and nothing new can be hoped for by narrowing the set.
 * A draw that found a defect, or that an approval was based on, is over: the next is independent of it.
 */
async function seedFor(tx: Tx, ctx: Ctx): Promise<Buffer> {
  const last = await one<{ seed: Buffer; over: boolean }>(
    tx,
    `SELECT s.seed, EXISTS (SELECT 1 FROM sample x JOIN sample_item i ON i.county_id = x.county_id AND i.sample_id = x.id
                             WHERE x.county_id = s.county_id AND x.seed = s.seed AND i.finding = 'defect')
                 OR EXISTS (SELECT 1 FROM sample x JOIN bulk_review b ON b.county_id = x.county_id AND b.sample_id = x.id
                             WHERE x.county_id = s.county_id AND x.seed = s.seed) AS over
       FROM sample s WHERE s.approver_id = $1 ORDER BY s.created_at DESC, s.id LIMIT 1`,
    [ctx.actor.memberId],
  );
  return last && !last.over ? last.seed : randomBytes(32);
}

async function hashOf(tx: Tx, id: string): Promise<string> {
  const found = await one<{ hash: string }>(
    tx,
    `SELECT encode(sha256(seed), 'hex') AS hash FROM sample WHERE id = $1`,
    [id],
  );
  return found?.hash ?? '';
}
