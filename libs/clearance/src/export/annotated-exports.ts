import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { annotatedBody, AnnotatedRow } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  CountyKeys,
  Database,
  FileStore,
  one,
  Refused,
  rows,
  WorkLedger,
  type Ctx,
  type Tx,
} from '@clearance/platform';
import type { z } from 'zod';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countyFileName } from '../file-name.ts';
import { chunksOfPeople } from '../import/counting-phase.ts';
import type { Download } from './bundle-download.ts';
import { termsOf } from '../terms/terms-of.ts';

const DAYS_KEPT = 7;
const MOST_LISTED = 100;

const select = `SELECT x.id, x.import_id AS "importId", x.policy_version AS "policyVersion", x.terms_version AS "termsVersion",
    x.decisions, x.purpose, x.recipient,
    CASE WHEN x.expires_at < now() THEN 'expired' WHEN w.state IN ('done', 'failed', 'cancelled') THEN w.state ELSE 'running' END AS state, w.problem,
    x.rows, x.bytes::float8 AS bytes, x.sha256, coalesce(m.name, '') AS by, x.created_at AS "createdAt",
    x.expires_at AS "expiresAt",
    (SELECT count(*)::int FROM dissemination d
      WHERE d.county_id = x.county_id AND d.what = 'annotated_file' AND d.subject_id = x.id) AS downloads
  FROM annotated_export x JOIN work w ON w.county_id = x.county_id AND w.id = x.id
  LEFT JOIN member m ON m.county_id = x.county_id AND m.id = x.requested_by`;

/** The name of an annotated file in the file store. */
export const annotatedFile = (id: string): string => `${id}.annotated`;

/** Annotated files: asked for, made by jobs, downloaded. Asking and every download are on the log, to whom in a table. */
@Injectable()
export class AnnotatedExports {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
  ) {}

  /** Throws `import_not_newest`, `nothing_evaluated`, `evaluation_running`. */
  async request(ctx: Ctx, importId: string, body: z.infer<typeof annotatedBody>): Promise<AnnotatedRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      const { policy, terms } = await this.standing(tx, importId);
      const id = randomUUID();
      const decisions = body.decisions ?? false;
      await tx.query(
        `INSERT INTO annotated_export (county_id, id, import_id, policy_version, terms_version, decisions, purpose, recipient,
                                       requested_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $10::timestamptz + make_interval(days => $11))`,
        [
          ...[ctx.countyId, id, importId, policy, terms, decisions, body.purpose, body.recipient],
          ...[ctx.actor.memberId, ctx.now, DAYS_KEPT],
        ],
      );
      await this.ledger.open(tx, ctx, {
        id,
        kind: 'annotated_export',
        subjectId: importId,
        title: 'Finding the rows of the convictions',
        nextJob: 'annotate.write',
        ...(await chunksOfPeople(tx, importId, 'annotate.find')),
      });
      await this.auditLog.append(tx, ctx, [
        {
          action: 'annotated_export.create',
          target: { type: 'annotated_export', id },
          policyVersion: String(policy),
          detail: { import: importId, terms, decisions },
        },
      ]);
      return this.load(tx, importId, id);
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  async list(ctx: Ctx, importId: string): Promise<AnnotatedRow[]> {
    return this.database.inCounty(ctx, async (tx) => {
      if (!(await one(tx, `SELECT id FROM import WHERE id = $1`, [importId]))) throw new Refused('not_found');
      return rows<AnnotatedRow>(
        tx,
        `${select} WHERE x.import_id = $1 ORDER BY x.created_at DESC, x.id LIMIT ${MOST_LISTED}`,
        [importId],
      );
    });
  }

  /** The bytes of a finished file; the release is on the log, and to whom in its table, before the first of them. */
  async download(ctx: Ctx, importId: string, id: string): Promise<Download> {
    const { key, name, view } = await this.database.inCounty(ctx, async (tx) => {
      const found = await this.load(tx, importId, id);
      if (found.state === 'expired') throw new Refused('export_expired');
      if (found.state !== 'done') throw new Refused('export_not_ready');
      const sha256 = found.sha256 ?? '';
      await tx.query(
        `INSERT INTO dissemination (county_id, id, what, subject_id, sha256, people, recipient, purpose, released_by, at)
         SELECT county_id, $2, 'annotated_file', $3, $4, people, $5, $6, $7, $8 FROM import WHERE id = $1`,
        [importId, randomUUID(), id, sha256, found.recipient, found.purpose, ctx.actor.memberId, ctx.now],
      );
      await this.auditLog.append(tx, ctx, [
        {
          action: 'annotated_export.download',
          target: { type: 'annotated_export', id },
          detail: { import: importId, sha256 },
        },
      ]);
      const day = officeDay(new Date(found.createdAt));
      const saved = await countyFileName(tx, ctx, ['annotated', day, found.decisions ? 'decisions' : ''], 'csv');
      return { view: found, key: await this.keys.of(tx, ctx.countyId), name: saved };
    });
    return { bytes: this.files.read(ctx.countyId, key, annotatedFile(id)), size: view.bytes ?? 0, name };
  }

  /** What an annotated file can be made from at this moment: everybody of the newest file is evaluated as things are now. */
  private async standing(tx: Tx, importId: string): Promise<{ policy: number; terms: number }> {
    const file = await one<{ state: string }>(tx, `SELECT state FROM import WHERE id = $1`, [importId]);
    if (!file) throw new Refused('not_found');
    if (file.state === 'evaluating' || file.state === 'counting') throw new Refused('evaluation_running');
    if (file.state !== 'done') throw new Refused('import_not_newest');
    const terms = (await termsOf(tx)).version;
    const newest = await one<{ version: number; open: boolean }>(
      tx,
      `SELECT p.version, EXISTS (SELECT 1 FROM evaluation e
                WHERE e.policy_id = p.id AND e.terms_version = $1 AND e.finished_at IS NULL) AS open
         FROM policy p ORDER BY p.version DESC LIMIT 1`,
      [terms],
    );
    if (!newest) throw new Refused('nothing_evaluated');
    if (newest.open) throw new Refused('evaluation_running');
    return { policy: newest.version, terms };
  }

  private async load(tx: Tx, importId: string, id: string): Promise<AnnotatedRow> {
    const found = await one<AnnotatedRow>(tx, `${select} WHERE x.id = $1 AND x.import_id = $2`, [id, importId]);
    if (!found) throw new Refused('not_found');
    return found;
  }
}
