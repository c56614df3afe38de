import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuditExportRow, AuditFilter, auditExportBody } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  CountyKeys,
  Database,
  FileStore,
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
import type { z } from 'zod';
import { auditWhere } from './audit-events.ts';

const DAYS_KEPT = 7;
const columns = `x.id, x.purpose, x.filter,
  CASE WHEN x.expires_at < now() THEN 'expired' WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state ELSE 'running' END AS state,
  x.count, w.done::int AS done, x.csv_bytes::float8 AS "csvBytes", x.csv_sha256 AS "csvSha256",
  x.jsonl_bytes::float8 AS "jsonlBytes", x.jsonl_sha256 AS "jsonlSha256", coalesce(m.name, '') AS by,
  x.created_at AS "createdAt", x.expires_at AS "expiresAt", x.downloads`;
const from = `audit_export x JOIN work w ON w.county_id = x.county_id AND w.id = x.id
  LEFT JOIN member m ON m.county_id = x.county_id AND m.id = x.requested_by`;
const sorts = { createdAt: 'x.created_at', count: 'x.count' };

/** Exports of the audit log: asked for, built by a job, downloaded; each of the three is itself on the log. */
@Injectable()
export class AuditExports {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
  ) {}

  /** Throws `export_empty` when nothing matches. */
  async request(ctx: Ctx, { filter, purpose }: z.infer<typeof auditExportBody>): Promise<AuditExportRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      const where = auditWhere(filter);
      const range = await one<{ n: number; first: string; last: string }>(
        tx,
        `SELECT count(*)::int AS n, min(e.seq) AS first, max(e.seq) AS last FROM audit_entry e WHERE ${where.sql}`,
        where.given,
      );
      if (!range || range.n === 0) throw new Refused('export_empty');
      const id = randomUUID();
      await tx.query(
        `INSERT INTO audit_export (county_id, id, purpose, filter, first_seq, last_seq, count, requested_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $9::timestamptz + make_interval(days => $10))`,
        [
          ...[ctx.countyId, id, purpose, JSON.stringify(filter), range.first, range.last, range.n],
          ...[ctx.actor.memberId, ctx.now, DAYS_KEPT],
        ],
      );
      await this.ledger.open(tx, ctx, {
        id,
        kind: 'audit_export',
        subjectId: id,
        title: `Exporting ${range.n} entries of the audit log`,
        total: range.n,
        unit: 'entries',
        nextJob: 'export.build',
      });
      await this.auditLog.append(tx, ctx, [
        {
          action: 'audit_export.create',
          target: { type: 'audit_export', id },
          detail: { count: range.n, first: Number(range.first), last: Number(range.last) },
        },
      ]);
      return this.load(tx, id);
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  list(ctx: Ctx, query: ListQuery<{ state?: string | undefined }, keyof typeof sorts>): Promise<Page<AuditExportRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<AuditExportRow>(tx, query, {
        columns,
        from,
        where: `($1::text IS NULL OR w.state = $1)`,
        given: [query.filter?.state ?? null],
        order: orderBy(query, sorts, 'x.created_at DESC', 'x.id'),
      }),
    );
  }

  get(ctx: Ctx, id: string): Promise<AuditExportRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  /** The bytes of a finished export; the download is on the log before the first of them. */
  async download(
    ctx: Ctx,
    id: string,
    format: 'csv' | 'jsonl',
  ): Promise<{ bytes: AsyncGenerator<Buffer>; size: number }> {
    const { view, key } = await this.database.inCounty(ctx, async (tx) => {
      const found = await this.load(tx, id);
      if (found.state === 'expired') throw new Refused('export_expired');
      if (found.state !== 'done') throw new Refused('export_not_ready');
      await tx.query(`UPDATE audit_export SET downloads = downloads + 1 WHERE id = $1`, [id]);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'audit_export.download',
          target: { type: 'audit_export', id },
          detail: { format, sha256: (format === 'csv' ? found.csvSha256 : found.jsonlSha256) ?? '' },
        },
      ]);
      return { view: found, key: await this.keys.of(tx, ctx.countyId) };
    });
    const size = (format === 'csv' ? view.csvBytes : view.jsonlBytes) ?? 0;
    return { bytes: this.files.read(ctx.countyId, key, `${id}.${format}`), size };
  }

  private async load(tx: Tx, id: string): Promise<AuditExportRow> {
    const found = await one<AuditExportRow & { filter: AuditFilter }>(
      tx,
      `SELECT ${columns} FROM ${from} WHERE x.id = $1`,
      [id],
    );
    if (!found) throw new Refused('not_found');
    return found;
  }
}
