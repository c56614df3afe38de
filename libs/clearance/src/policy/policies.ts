import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EvaluationRow, PolicyBody, PolicyRow, PresetRow } from '@clearance/contract';
import { policyCanonical, presetNamed, presets, sentences } from '@clearance/eligibility';
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
import { openEvaluation } from '../evaluate/open-evaluation.ts';

type Stored = Omit<PolicyRow, 'title' | 'legalBasis' | 'rules'>;
const columns = `p.id, p.name, p.version, p.digest, p.body, p.note, p.origin AS "from", coalesce(m.name, '') AS "publishedBy", p.published_at AS "publishedAt",
  CASE WHEN p.version = (SELECT max(version) FROM policy) THEN 'published' ELSE 'retired' END AS status`;
const from = `policy p LEFT JOIN member m ON m.county_id = p.county_id AND m.id = p.published_by`;
const sorts = { version: 'p.version', publishedAt: 'p.published_at' };

const viewOf = (stored: Stored): PolicyRow => ({
  ...stored,
  title: stored.body.title,
  legalBasis: stored.body.legalBasis,
  rules: sentences(stored.body),
});

/** The policy that decides, its versions, and the presets that a county starts from. Versions are only ever added. */
@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  presets(): PresetRow[] {
    return presets.map((policy) => ({
      name: policy.name,
      title: policy.title,
      legalBasis: policy.legalBasis,
      rules: sentences(policy),
      body: policy,
    }));
  }

  list(ctx: Ctx, query: ListQuery<{ status?: string | undefined }, keyof typeof sorts>): Promise<Page<PolicyRow>> {
    return this.database.inCounty(ctx, async (tx) => {
      const page = await pageOf<Stored>(tx, query, {
        columns,
        from,
        where: `($1::text IS NULL OR ($1 = 'published') = (p.version = (SELECT max(version) FROM policy)))`,
        given: [query.filter?.status ?? null],
        order: orderBy(query, sorts, 'p.version DESC', 'p.id'),
      });
      return { ...page, rows: page.rows.map(viewOf) };
    });
  }

  get(ctx: Ctx, id: string): Promise<PolicyRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  /** Publishes a preset as the next version and evaluates everybody under it. Throws `policy_unchanged`, `invalid`. */
  async publish(ctx: Ctx, request: PolicyBody): Promise<PolicyRow> {
    if (!('preset' in request)) throw new Refused('not_found');
    const body = presetNamed(request.preset);
    if (!body) throw new Refused('invalid', { problem: 'there is no such preset' }, { preset: 'unknown' });
    const digest = createHash('sha256').update(policyCanonical(body)).digest('hex');
    const { view, evaluation } = await this.database.inCounty(ctx, async (tx) => {
      // Two administrators at once: the second waits here, then sees the first one's version.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`policy ${ctx.countyId}`]);
      const last = await one<{ version: number; digest: string }>(
        tx,
        `SELECT version, digest FROM policy ORDER BY version DESC LIMIT 1`,
      );
      if (last?.digest === digest) throw new Refused('policy_unchanged');
      const id = randomUUID();
      const version = (last?.version ?? 0) + 1;
      await tx.query(
        `INSERT INTO policy (county_id, id, version, name, body, digest, origin, note, published_by, published_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[ctx.countyId, id, version, body.name, JSON.stringify(body), digest, body.name, request.note ?? null],
          ...[ctx.actor.memberId, ctx.now],
        ],
      );
      const opened = await openEvaluation(tx, ctx, this.ledger, {});
      await this.auditLog.append(tx, ctx, [
        {
          action: 'policy.publish',
          target: { type: 'policy', id },
          policyVersion: String(version),
          detail: { preset: body.name, digest },
        },
      ]);
      return { view: await this.load(tx, id), evaluation: opened };
    });
    if (evaluation) await this.bell.ring(ctx.countyId, evaluation);
    return view;
  }

  evaluations(ctx: Ctx, query: ListQuery<unknown, 'createdAt'>): Promise<Page<EvaluationRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<EvaluationRow>(tx, query, {
        columns: `e.id, p.version AS "policyVersion", p.name AS "policyName", e.as_of::text AS "asOf",
          CASE WHEN e.finished_at IS NOT NULL THEN 'done' WHEN w.state = 'failed' THEN 'failed' ELSE 'running' END AS state,
          e.people, e.convictions, e.created_at AS "createdAt", e.finished_at AS "finishedAt"`,
        from: `evaluation e JOIN policy p ON p.county_id = e.county_id AND p.id = e.policy_id
          JOIN work w ON w.county_id = e.county_id AND w.id = e.id`,
        order: orderBy(query, { createdAt: 'e.created_at' }, 'e.created_at DESC', 'e.id'),
      }),
    );
  }

  private async load(tx: Tx, id: string): Promise<PolicyRow> {
    const found = await one<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE p.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return viewOf(found);
  }
}
