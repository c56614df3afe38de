import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DraftBody, DraftRow, NewDraftBody } from '@clearance/contract';
import {
  AuditLog,
  Database,
  one,
  orderBy,
  pageOf,
  Refused,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { EXAMINED_BY, type Examined } from './examine.ts';
import { namedAsOwn } from './own-name.ts';
import { PolicyExaminer } from './policy-examiner.ts';
import { policyNamed } from './policy-ref.ts';
import { versionsOf, type Versions } from './version-digests.ts';

type Stored = Omit<DraftRow, 'body' | 'check' | 'basedOn' | 'publishedAs'> & {
  body: string;
  kind: DraftRow['basedOn']['kind'];
  baseName: string;
  baseVersion: number | null;
  /** What was found of it, as JSON; null where nobody could look yet, or only an older release did. */
  verdict: string | null;
};
/** What is kept of a text that was examined, so that a list examines none. */
type Verdict = Pick<DraftRow, 'check'> & Pick<Examined, 'titled'>;

const columns = `d.id, d.title AS name, d.body, d.base_kind AS kind, d.base_name AS "baseName", d.base_version AS "baseVersion",
  d.version, CASE WHEN d.verdict_by = '${EXAMINED_BY}' THEN d.verdict END AS verdict, coalesce(m.name, '') AS "updatedBy", d.updated_at AS "updatedAt",
  (SELECT s.id FROM simulation s WHERE s.county_id = d.county_id AND s.candidate_digest = d.digest
    ORDER BY s.created_at DESC LIMIT 1) AS simulation`;
const from = `policy_draft d LEFT JOIN member m ON m.county_id = d.county_id AND m.id = d.updated_by`;
const sorts = { name: 'd.title', updatedAt: 'd.updated_at' };
/** As much as the title of a policy may have. */
const LONGEST_TITLE = 600;

function viewOf({ body, kind, baseName, baseVersion, verdict: _, ...stored }: Stored, found: Found): DraftRow {
  const { check, titled } = found.verdict;
  return {
    ...stored,
    body: JSON.parse(body) as DraftRow['body'],
    basedOn: { kind, name: baseName, version: baseVersion },
    check,
    publishedAs: titled === null ? null : (found.versions.get(titled) ?? null),
  };
}

interface Found {
  readonly verdict: Verdict;
  readonly versions: Versions;
}

const NOT_YET =
  'was not checked yet, since many policies are being checked at the moment: open it again in a few seconds';

/** Policies that are being written. Nobody is judged by them, so they may be wrong as long as they are kept. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly examiner: PolicyExaminer,
  ) {}

  async list(ctx: Ctx, query: ListQuery<unknown, keyof typeof sorts>): Promise<Page<DraftRow>> {
    const { page, versions } = await this.database.inCounty(ctx, async (tx) => {
      const order = orderBy(query, sorts, 'd.updated_at DESC', 'd.id');
      return { page: await pageOf<Stored>(tx, query, { columns, from, order }), versions: await versionsOf(tx) };
    });
    return { ...page, rows: await Promise.all(page.rows.map((row) => this.seen(ctx, row, versions))) };
  }

  async get(ctx: Ctx, id: string): Promise<DraftRow> {
    const { stored, versions } = await this.database.inCounty(ctx, (tx) => this.load(tx, id));
    return this.seen(ctx, stored, versions);
  }

  /** Begins a draft as a copy of a version, a preset or another draft; of the first two under a name of its own. */
  async create(ctx: Ctx, { from: ref, title }: NewDraftBody): Promise<DraftRow> {
    const { base, body, name } = await this.database.inCounty(ctx, async (tx) => {
      const named = await policyNamed(tx, ref);
      const begun = named.kind === 'draft' ? named.body : await asOwn(tx, ctx, named.body);
      const copy = title === undefined ? begun : { ...(begun as object), title };
      return { body: copy, name: named.title, base: await baseOf(tx, named.kind, ref, named) };
    });
    const { digest, verdict } = await this.examined(ctx, body);
    const { stored, versions } = await this.database.inCounty(ctx, async (tx) => {
      const id = randomUUID();
      await tx.query(
        `INSERT INTO policy_draft (county_id, id, title, body, digest, base_kind, base_name, base_version, created_at,
                                   updated_by, updated_at, verdict, verdict_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11, $12)`,
        [
          ...[ctx.countyId, id, titleOf(body) ?? name, JSON.stringify(body), digest],
          ...[base.kind, base.name, base.version, ctx.now, ctx.actor.memberId, verdict, EXAMINED_BY],
        ],
      );
      await this.note(tx, ctx, 'create', id, digest);
      return this.load(tx, id);
    });
    return this.seen(ctx, stored, versions);
  }

  /** Keeps what was written, also where it is no policy yet. Throws `conflict` when somebody else kept something meanwhile. */
  async change(ctx: Ctx, id: string, { body, version }: DraftBody): Promise<DraftRow> {
    const { digest, verdict } = await this.examined(ctx, body);
    const { stored, versions } = await this.database.inCounty(ctx, async (tx) => {
      const changed = await one<{ id: string }>(
        tx,
        `UPDATE policy_draft SET body = $3, title = coalesce($4, title), digest = $5, version = version + 1, updated_by = $6,
                updated_at = $7, verdict = $8, verdict_by = $9 WHERE id = $1 AND version = $2 RETURNING id`,
        [
          ...[id, version, JSON.stringify(body), titleOf(body), digest, ctx.actor.memberId, ctx.now],
          ...[verdict, EXAMINED_BY],
        ],
      );
      if (!changed) throw await this.refusal(tx, id);
      await this.note(tx, ctx, 'change', id, digest);
      return this.load(tx, id);
    });
    return this.seen(ctx, stored, versions);
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

  private async load(tx: Tx, id: string): Promise<{ stored: Stored; versions: Versions }> {
    const stored = await one<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE d.id = $1`, [id]);
    if (!stored) throw new Refused('not_found');
    return { stored, versions: await versionsOf(tx) };
  }

  /**
   * The digest of a text, and what is kept of what was found of it. What was written is kept in every case: where too
   * many are being checked, its verdict is null, and whoever opens it next has it checked.
   */
  private async examined(ctx: Ctx, body: unknown): Promise<{ digest: string; verdict: string | null }> {
    try {
      const found = await this.examiner.examine(ctx.countyId, body);
      const verdict: Verdict = found ?? { check: this.examiner.unchecked(), titled: null };
      return {
        digest: found?.digest ?? digestOfText(body),
        verdict: JSON.stringify({ check: verdict.check, titled: verdict.titled }),
      };
    } catch (error) {
      if (!isBusy(error)) throw error;
      return { digest: digestOfText(body), verdict: null };
    }
  }

  /** The draft with what was found of it; where that is not there yet, it is found out and kept. */
  private async seen(ctx: Ctx, stored: Stored, versions: Versions): Promise<DraftRow> {
    if (stored.verdict !== null) return viewOf(stored, { versions, verdict: JSON.parse(stored.verdict) as Verdict });
    const { digest, verdict } = await this.examined(ctx, JSON.parse(stored.body));
    if (verdict === null)
      return viewOf(stored, { versions, verdict: { check: this.examiner.unchecked(NOT_YET), titled: null } });
    await this.database.inCounty(ctx, (tx) =>
      tx.query(`UPDATE policy_draft SET verdict = $3, verdict_by = $4, digest = $5 WHERE id = $1 AND version = $2`, [
        ...[stored.id, stored.version, verdict, EXAMINED_BY, digest],
      ]),
    );
    return viewOf(stored, { versions, verdict: JSON.parse(verdict) as Verdict });
  }
}

const isBusy = (error: unknown): boolean => error instanceof Refused && error.code === 'policy_check_busy';

/** SHA-256 (hex) of the JSON of what was not examined. */
const digestOfText = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

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
