import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DraftBody, DraftRow, NewDraftBody } from '@clearance/contract';
import type { Policy } from '@clearance/eligibility';
import {
  AuditLog,
  Database,
  one,
  orderBy,
  pageOf,
  Refused,
  rows,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { checkPolicy, digestOf, usablePolicy } from './check-policy.ts';
import { namedAsOwn, titledTextOf } from './own-name.ts';
import { policyNamed } from './policy-ref.ts';

type Stored = Omit<DraftRow, 'body' | 'check' | 'basedOn' | 'publishedAs'> & {
  body: string;
  kind: DraftRow['basedOn']['kind'];
  baseName: string;
  baseVersion: number | null;
};
const columns = `d.id, d.title AS name, d.body, d.base_kind AS kind, d.base_name AS "baseName", d.base_version AS "baseVersion",
  d.version, coalesce(m.name, '') AS "updatedBy", d.updated_at AS "updatedAt",
  (SELECT s.id FROM simulation s WHERE s.county_id = d.county_id AND s.candidate_digest = d.digest
    ORDER BY s.created_at DESC LIMIT 1) AS simulation`;
const from = `policy_draft d LEFT JOIN member m ON m.county_id = d.county_id AND m.id = d.updated_by`;
const sorts = { name: 'd.title', updatedAt: 'd.updated_at' };
/** As much as the title of a policy may have. */
const LONGEST_TITLE = 600;

/** Versions by what they say; of two that say the same, the newer. */
type Versions = ReadonlyMap<string, number>;

async function versionsOf(tx: Tx): Promise<Versions> {
  const published = await rows<{ version: number; body: Policy }>(
    tx,
    `SELECT version, body FROM policy ORDER BY version`,
  );
  return new Map(published.map(({ body, version }) => [titledTextOf(body), version]));
}

function viewOf({ body, kind, baseName, baseVersion, ...stored }: Stored, versions: Versions): DraftRow {
  const policy = JSON.parse(body) as DraftRow['body'];
  const usable = usablePolicy(policy);
  return {
    ...stored,
    body: policy,
    basedOn: { kind, name: baseName, version: baseVersion },
    check: checkPolicy(policy),
    publishedAs: 'policy' in usable ? (versions.get(titledTextOf(usable.policy)) ?? null) : null,
  };
}

/** Policies that are being written. Nobody is judged by them, so they may be wrong as long as they are kept. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  list(ctx: Ctx, query: ListQuery<unknown, keyof typeof sorts>): Promise<Page<DraftRow>> {
    return this.database.inCounty(ctx, async (tx) => {
      const order = orderBy(query, sorts, 'd.updated_at DESC', 'd.id');
      const page = await pageOf<Stored>(tx, query, { columns, from, order });
      const versions = await versionsOf(tx);
      return { ...page, rows: page.rows.map((row) => viewOf(row, versions)) };
    });
  }

  get(ctx: Ctx, id: string): Promise<DraftRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  /** Begins a draft as a copy of a version, a preset or another draft; of the first two under a name of its own. */
  create(ctx: Ctx, { from: ref, title }: NewDraftBody): Promise<DraftRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const named = await policyNamed(tx, ref);
      const begun = named.kind === 'draft' ? named.body : await asOwn(tx, ctx, named.body);
      const body = title === undefined ? begun : { ...(begun as object), title };
      const base = await baseOf(tx, named.kind, ref, named);
      const id = randomUUID();
      await tx.query(
        `INSERT INTO policy_draft (county_id, id, title, body, digest, base_kind, base_name, base_version, created_at,
                                   updated_by, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)`,
        [
          ...[ctx.countyId, id, titleOf(body) ?? named.title, JSON.stringify(body), digestOf(body)],
          ...[base.kind, base.name, base.version, ctx.now, ctx.actor.memberId],
        ],
      );
      await this.note(tx, ctx, 'create', id, digestOf(body));
      return this.load(tx, id);
    });
  }

  /** Keeps what was written, also where it is no policy yet. Throws `conflict` when somebody else kept something meanwhile. */
  change(ctx: Ctx, id: string, { body, version }: DraftBody): Promise<DraftRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const changed = await one<{ id: string }>(
        tx,
        `UPDATE policy_draft SET body = $3, title = coalesce($4, title), digest = $5, version = version + 1, updated_by = $6,
                updated_at = $7 WHERE id = $1 AND version = $2 RETURNING id`,
        [id, version, JSON.stringify(body), titleOf(body), digestOf(body), ctx.actor.memberId, ctx.now],
      );
      if (!changed) throw await this.refusal(tx, id);
      await this.note(tx, ctx, 'change', id, digestOf(body));
      return this.load(tx, id);
    });
  }

  /** Throws the draft away; what was tried with it is kept. */
  discard(ctx: Ctx, id: string, version: number | undefined): Promise<void> {
    return this.database.inCounty(ctx, async (tx) => {
      const gone = await one<{ digest: string }>(
        tx,
        `DELETE FROM policy_draft WHERE id = $1 AND ($2::int IS NULL OR version = $2) RETURNING digest`,
        [id, version ?? null],
      );
      if (!gone) throw await this.refusal(tx, id);
      await this.note(tx, ctx, 'discard', id, gone.digest);
    });
  }

  private async refusal(tx: Tx, id: string): Promise<Refused> {
    const known = await one<{ id: string }>(tx, `SELECT id FROM policy_draft WHERE id = $1`, [id]);
    return new Refused(known ? 'conflict' : 'not_found');
  }

  private note(tx: Tx, ctx: Ctx, verb: 'create' | 'change' | 'discard', id: string, digest: string): Promise<void> {
    const target = { type: 'policy_draft', id };
    return this.auditLog.append(tx, ctx, [{ action: `policy_draft.${verb}`, target, detail: { digest } }]);
  }

  private async load(tx: Tx, id: string): Promise<DraftRow> {
    const found = await one<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE d.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return viewOf(found, await versionsOf(tx));
  }
}

async function asOwn(tx: Tx, ctx: Ctx, body: unknown): Promise<unknown> {
  const found = await one<{ name: string; next: number }>(
    tx,
    `SELECT name, (SELECT coalesce(max(version), 0) + 1 FROM policy)::int AS next FROM county WHERE id = $1`,
    [ctx.countyId],
  );
  return namedAsOwn(body, countyWords(found?.name ?? ''), found?.next ?? 1);
}

/** `SAN JOAQUIN`, as the state writes it, is `San Joaquin` to people. */
const countyWords = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

interface Base {
  readonly kind: DraftRow['basedOn']['kind'];
  readonly name: string;
  readonly version: number | null;
}

/** A copy of a draft is based on what that one is based on. */
async function baseOf(
  tx: Tx,
  kind: 'policy' | 'draft' | 'preset',
  ref: string,
  { title, version }: { title: string; version: number | null },
): Promise<Base> {
  if (kind !== 'draft') return { kind, name: title, version };
  const draft = await one<Base>(
    tx,
    `SELECT base_kind AS kind, base_name AS name, base_version AS version FROM policy_draft WHERE id = $1`,
    [ref.slice('draft:'.length)],
  );
  return draft ?? { kind: 'preset', name: title, version: null };
}

/** The title that a body gives itself, as far as it can be shown; null where it has none. */
function titleOf(body: unknown): string | null {
  const title = typeof body === 'object' && body !== null ? (body as { title?: unknown }).title : undefined;
  if (typeof title !== 'string') return null;
  const shown = title
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);
  return shown === '' ? null : shown;
}
