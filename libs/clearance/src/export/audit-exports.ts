import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  auditExportFormats,
  type AuditExportFormat,
  type AuditExportRow,
  type auditExportBody,
} from '@clearance/contract';
import {
  AuditLog,
  Bell,
  Checkpoints,
  CountyKeys,
  Database,
  FileFaults,
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
  type VerifiedFile,
} from '@clearance/platform';
import type { z } from 'zod';
import { counted } from '../counted.ts';
import { countyFileName } from '../file-name.ts';
import { auditWhere } from './audit-events.ts';
import { bundleDownload, frameOf, inOrder, type Download, type StoredExportFile } from './bundle-download.ts';

const DAYS_KEPT = 7;
/** A file of the export as a lateral join would give it; the two of the table before there were bundles have columns. */
const ofFile = (format: string, column: string) =>
  `(SELECT f.${column} FROM audit_export_file f WHERE f.export_id = x.id AND f.format = '${format}')`;
const columns = `x.id, x.purpose, x.filter,
  CASE WHEN x.expires_at < now() THEN 'expired' WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state ELSE 'running' END AS state,
  x.count, x.first_seq::float8 AS "firstSequence", x.last_seq::float8 AS "lastSequence",
  CASE WHEN x.last_seq - x.first_seq + 1 = x.count THEN 'range' ELSE 'entries' END AS proves,
  x.checkpoint_size::float8 AS "checkpointSize", w.done::int AS done,
  ${ofFile('csv', 'bytes')}::float8 AS "csvBytes", ${ofFile('csv', 'sha256')} AS "csvSha256",
  ${ofFile('jsonl', 'bytes')}::float8 AS "jsonlBytes", ${ofFile('jsonl', 'sha256')} AS "jsonlSha256",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('format', f.format, 'bytes', f.bytes, 'sha256', f.sha256, 'crc32', f.crc32,
          'storedAs', f.stored_as)), '[]') FROM audit_export_file f WHERE f.export_id = x.id) AS stored,
  coalesce(m.name, '') AS by, x.created_at AS "createdAt", x.expires_at AS "expiresAt", x.downloads`;
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
    private readonly checkpoints: Checkpoints,
    private readonly fileFaults: FileFaults,
  ) {}

  /** Throws `export_empty` when nothing matches, `checkpoint_unknown` for one that was never signed. */
  async request(ctx: Ctx, body: z.infer<typeof auditExportBody>): Promise<AuditExportRow> {
    const { filter, purpose, heldCheckpoint: held } = body;
    const view = await this.database.inCounty(ctx, async (tx) => {
      if (held !== undefined && (await this.checkpoints.upTo(tx, held))?.size !== held) {
        throw new Refused('checkpoint_unknown', undefined, { heldCheckpoint: 'unknown' });
      }
      const where = auditWhere(filter);
      const range = await one<{ n: number; first: string; last: string }>(
        tx,
        `SELECT count(*)::int AS n, min(e.seq) AS first, max(e.seq) AS last FROM audit_entry e WHERE ${where.sql}`,
        where.given,
      );
      if (!range || range.n === 0) throw new Refused('export_empty');
      const id = randomUUID();
      await tx.query(
        `INSERT INTO audit_export (county_id, id, purpose, filter, first_seq, last_seq, count, requested_by, created_at, expires_at,
                                   requested_roles, held_checkpoint)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $9::timestamptz + make_interval(days => $10), $11, $12)`,
        [
          ...[ctx.countyId, id, purpose, JSON.stringify(filter), range.first, range.last, range.n],
          ...[ctx.actor.memberId, ctx.now, DAYS_KEPT, ctx.actor.roles, held ?? null],
        ],
      );
      await this.ledger.open(tx, ctx, {
        id,
        kind: 'audit_export',
        subjectId: id,
        title: `Exporting ${counted(range.n, 'entry', 'entries')} of the audit log`,
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
      return viewOf(await this.load(tx, id));
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  async list(
    ctx: Ctx,
    query: ListQuery<{ state?: string | undefined }, keyof typeof sorts>,
  ): Promise<Page<AuditExportRow>> {
    const page = await this.database.inCounty(ctx, (tx) =>
      pageOf<Loaded>(tx, query, {
        columns,
        from,
        where: `($1::text IS NULL OR w.state = $1)`,
        given: [query.filter?.state ?? null],
        order: orderBy(query, sorts, 'x.created_at DESC', 'x.id'),
      }),
    );
    return { ...page, rows: page.rows.map(viewOf) };
  }

  get(ctx: Ctx, id: string): Promise<AuditExportRow> {
    return this.database.inCounty(ctx, async (tx) => viewOf(await this.load(tx, id)));
  }

  /** The bytes of a finished export, or of one of its files; the download is on the log before the first of them. */
  async download(ctx: Ctx, id: string, format: AuditExportFormat): Promise<Download> {
    const { key, stored } = await this.database.inCounty(ctx, async (tx) => ({
      stored: (await this.ready(tx, id)).stored,
      key: await this.keys.of(tx, ctx.countyId),
    }));
    const verified = new Map<StoredExportFile['format'], VerifiedFile>();
    for (const file of stored.filter((one) => format === 'bundle' || one.format === format)) {
      const kept = { ...file, name: file.storedAs };
      const whole = () => this.files.verified(ctx.countyId, key, kept);
      verified.set(file.format, await this.fileFaults.during(ctx, whole));
    }
    const name = await this.database.inCounty(ctx, async (tx) => {
      const found = await this.ready(tx, id);
      await tx.query(`UPDATE audit_export SET downloads = downloads + 1 WHERE id = $1`, [id]);
      const sums = found.stored.filter((file) => file.format === (format === 'bundle' ? 'manifest' : format));
      await this.auditLog.append(tx, ctx, [
        {
          action: 'audit_export.download',
          target: { type: 'audit_export', id },
          // Of a whole bundle the manifest names every file.
          detail: { format, sha256: sums[0]?.sha256 ?? '' },
        },
      ]);
      return countyFileName(tx, ctx, ['audit-log', ...whichOf(found)], 'zip');
    });
    if (format === 'bundle') return bundleDownload(stored, verified, name);
    const [file, bytes] = [stored.find((one) => one.format === format), verified.get(format)];
    if (!file || !bytes) throw new Refused('not_found');
    // A folder of the single files can be verified, and they are told apart there by these names.
    return { bytes, size: file.bytes, name: auditExportFormats[format].name };
  }

  private async ready(tx: Tx, id: string): Promise<Loaded> {
    const found = await this.load(tx, id);
    if (found.state === 'expired') throw new Refused('export_expired');
    if (found.state !== 'done') throw new Refused('export_not_ready');
    return found;
  }

  private async load(tx: Tx, id: string): Promise<Loaded> {
    const found = await one<Loaded>(tx, `SELECT ${columns} FROM ${from} WHERE x.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return found;
  }
}

type Loaded = Omit<AuditExportRow, 'files' | 'bundleBytes'> & { readonly stored: readonly StoredExportFile[] };

/** The first and the last entry; and how many, where it is not all of them. */
const whichOf = ({ count, firstSequence, lastSequence, proves }: Loaded): (string | number)[] => [
  ...[firstSequence, lastSequence],
  ...(proves === 'range' ? [] : [`${count}-chosen`]),
];

function viewOf({ stored, ...row }: Loaded): AuditExportRow {
  const files = inOrder(stored).map(({ format, bytes, sha256 }) => ({
    ...{ format, bytes, sha256 },
    name: auditExportFormats[format].name,
  }));
  return { ...row, files, bundleBytes: files.length > 0 ? frameOf(stored).bytes : null };
}
