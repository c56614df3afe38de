import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { BundleWriter, type Wanted } from './bundle-writer.ts';
import type { WrittenFile } from './export-files.ts';

/**
 * Builds the bundle of an export with bounded memory. Begun again, or by two workers at once, each builds files of its
 * own, and those of the one that finishes first are the export's: nothing that was offered is ever replaced.
 */
@Injectable()
@HandlesJob('export.build')
export class BuildExportJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly bundles: BundleWriter,
  ) {}

  async run(job: JobData): Promise<void> {
    const begun = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      const wanted = work && (await wantedOf(tx, job.id));
      return wanted && { work, wanted, key: await this.keys.of(tx, job.countyId) };
    });
    if (!begun) return;
    const { work, wanted, key } = begun;
    const written = await this.bundles.write(job, key, wanted);
    try {
      const names = new Map(written.files.map(({ format }) => [format, `${job.id}.${randomUUID()}.${format}`]));
      for (const file of written.files) await file.keep(names.get(file.format) ?? '');
      if (await this.finish(job, work.startedBy, { ...written, names })) {
        await this.files.removeOthers(job.countyId, `${job.id}.`, new Set(names.values()));
      } else {
        for (const name of names.values()) await this.files.remove(job.countyId, name);
      }
    } finally {
      for (const file of written.files) await file.drop();
    }
  }

  /** Offers the files, unless the work was ended meanwhile. */
  private finish(
    job: JobData,
    startedBy: string,
    written: { files: readonly WrittenFile[]; checkpointSize: number; names: ReadonlyMap<string, string> },
  ): Promise<boolean> {
    const { files, checkpointSize, names } = written;
    return this.database.inCounty(job, async (tx) => {
      if (!(await this.ledger.running(tx, job.id))) return false;
      await tx.query(
        `INSERT INTO audit_export_file (county_id, export_id, format, stored_as, bytes, sha256, crc32)
         SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[])`,
        [
          ...[job.countyId, job.id, files.map(({ format }) => format), files.map(({ format }) => names.get(format))],
          ...[files.map(({ bytes }) => bytes), files.map(({ sha256 }) => sha256), files.map((file) => file.crc32)],
        ],
      );
      await tx.query(`UPDATE audit_export SET checkpoint_size = $2 WHERE id = $1`, [job.id, checkpointSize]);
      await this.ledger.end(tx, job.id, 'done');
      const manifest = files.find(({ format }) => format === 'manifest');
      await this.auditLog.append(tx, await actingFor(tx, job, startedBy), [
        {
          action: 'audit_export.finish',
          target: { type: 'audit_export', id: job.id },
          detail: { checkpoint: checkpointSize, manifestSha256: manifest?.sha256 ?? '' },
        },
      ]);
      return true;
    });
  }
}

function wantedOf(tx: Tx, id: string): Promise<Wanted | undefined> {
  return one<Wanted>(
    tx,
    `SELECT filter, purpose, first_seq::float8 AS first, last_seq::float8 AS last, count, requested_by AS "requestedBy",
            requested_roles AS "requestedRoles", created_at AS "requestedAt", held_checkpoint::float8 AS held
       FROM audit_export WHERE id = $1`,
    [id],
  );
}
