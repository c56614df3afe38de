import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { annotatedBody, AnnotatedRow } from '@clearance/contract';
import { AuditLog, Bell, Database, one, Refused, rows, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import type { z } from 'zod';
import { chunksOfPeople } from '../../import/counting-phase.ts';
import { DIALECT } from '@clearance/record';
import { inOlderDialect } from '../../conviction/in-force.ts';
import { termsOf } from '../../terms/terms-of.ts';
import { annotatedExport, DAYS_KEPT, MOST_LISTED, selectMade } from '../given-out/made-file.ts';
import { MadeFiles, type GivenDownload } from '../given-out/made-files.ts';

const select = selectMade(
  annotatedExport,
  `x.import_id AS "importId", x.policy_version AS "policyVersion", x.terms_version AS "termsVersion", x.decisions, x.rows`,
);

/** Annotated files: asked for, made by jobs, downloaded. Asking and every download are on the log, to whom in a table. */
@Injectable()
export class AnnotatedExports {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly made: MadeFiles,
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

  /** Throws `export_not_ready`, `export_expired`. */
  async download(ctx: Ctx, importId: string, id: string): Promise<GivenDownload> {
    return this.made.give(ctx, annotatedExport, async (tx) => {
      const file = await this.load(tx, importId, id);
      const of = await one<{ people: number }>(tx, `SELECT people FROM import WHERE id = $1`, [importId]);
      const mark = file.decisions ? 'decisions' : '';
      return { file, people: of?.people ?? 0, detail: { import: importId }, name: 'annotated', mark };
    });
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
                WHERE e.policy_id = p.id AND e.terms_version = $1 AND e.finished_at IS NULL)
              OR ${inOlderDialect('$2', '$3')} AS open
         FROM policy p ORDER BY p.version DESC LIMIT 1`,
      [terms, importId, DIALECT],
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
