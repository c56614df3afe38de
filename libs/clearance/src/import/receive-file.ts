import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  AtOnce,
  AuditLog,
  Bell,
  CONFIG,
  CountyKeys,
  Database,
  FileStore,
  now,
  Refused,
  Sessions,
  WorkLedger,
  type Config,
  type Ctx,
  type Received,
} from '@clearance/platform';
import { detectFile, isUnfinishedRow } from '@clearance/record';
import type { ImportFile } from './import-files.ts';
import { importAtWork, importOfFile, importView, type ImportAtWork } from './import-store.ts';
import type { SentFile } from './joined-files.ts';
import type { Mark } from './line-marks.ts';
import type { Upload } from './upload.ts';

/** Files that were recognised, with the places where their stretches begin. */
interface Delivery {
  readonly files: readonly ImportFile[];
  readonly begins: readonly Mark[];
}

/** Takes a delivery of one or more files in: encrypted to disk as it streams, recognised, and only then counted as an import. */
@Injectable()
export class ReceiveFile {
  private readonly atOnce: AtOnce;

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.atOnce = new AtOnce(config.uploadsPerCounty, 'too_many_uploads');
  }

  /**
   * Answers the new import, or the one that has these very files already (`same`). Throws `empty_file`,
   * `wrong_file_type`, `same_file_twice`, `upload_cut`, `upload_too_large`, `import_running`, `import_waiting`,
   * `import_stopped`, `not_signed_in`, `too_many_uploads`; then nothing is kept.
   */
  async receive(ctx: Ctx, upload: Upload): Promise<{ id: string; same: boolean }> {
    const ended = this.atOnce.begin(ctx.countyId);
    try {
      return await this.take(ctx, upload);
    } finally {
      ended();
    }
  }

  private async take(ctx: Ctx, upload: Upload): Promise<{ id: string; same: boolean }> {
    const key = await this.database.inCounty(ctx, (tx) => this.keys.of(tx, ctx.countyId));
    const received = await this.files.receive(ctx.countyId, key, upload.bytes, { limit: this.config.uploadLimitBytes });
    try {
      const { begins, files } = await upload.whole;
      const found = recognised(files);
      // The session may have ended while the bytes flowed; whoever is signed out imports nothing.
      if (!(await this.sessions.outlives(ctx))) throw new Refused('not_signed_in');
      // Behind the last line end there may be nothing more to read.
      const delivery = { files: found, begins: begins.filter(([offset]) => offset < received.bytes) };
      return await this.keep(ctx, randomUUID(), received, delivery);
    } finally {
      await received.drop();
    }
  }

  private async keep(ctx: Ctx, id: string, received: Received, delivery: Delivery) {
    const answer = await this.record(ctx, id, received, delivery).catch(async (error: unknown) => {
      await this.dropUnlessRecorded(ctx, id);
      throw error;
    });
    if (!answer.same) await this.bell.ring(ctx.countyId, answer.id);
    return answer;
  }

  /** After a failed commit the file goes; but not when it cannot be told whether the commit failed. */
  private async dropUnlessRecorded(ctx: Ctx, id: string): Promise<void> {
    const recorded = await this.database
      .inCounty(ctx, async (tx) => Boolean(await importView(tx, id)))
      .catch(() => true);
    if (!recorded) await this.files.remove(ctx.countyId, id);
  }

  private record(ctx: Ctx, id: string, received: Received, { begins, files }: Delivery) {
    const [first] = files;
    return this.database.inCounty(ctx, async (tx) => {
      const same = await importOfFile(tx, received.sha256);
      if (same) {
        await this.auditLog.append(tx, ctx, [
          { action: 'import.repeat', target: { type: 'import', id: same.id }, digests: { sha256: received.sha256 } },
        ]);
        return { id: same.id, same: true };
      }
      const other = await importAtWork(tx);
      if (other) throw inTheWay(other);
      await tx.query(
        `INSERT INTO import (county_id, id, file_name, bytes, sha256, state, encoding, header, begins, files, uploaded_by, created_at)
         VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7, $8, $9, $10, $11)`,
        [
          ...[ctx.countyId, id, nameOf(files), received.bytes, received.sha256, first?.encoding, first?.header],
          ...[JSON.stringify(begins), JSON.stringify(files), ctx.actor.memberId, now()],
        ],
      );
      await this.ledger.open(tx, ctx, {
        id,
        kind: 'import',
        subjectId: id,
        title: files.length === 1 ? 'Reading the file' : `Reading ${files.length} files`,
        total: received.bytes,
        unit: 'bytes',
        nextJob: 'import.recognize',
        chunked: { job: 'import.read', keys: begins.length, chunkSize: 1 },
      });
      // The file takes its name before the commit: a file without an import is litter, an import without a file is a loss.
      await received.keep(id);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'import.create',
          target: { type: 'import', id },
          digests: { sha256: received.sha256 },
          detail: { bytes: received.bytes, files: files.length },
        },
      ]);
      return { id, same: false };
    });
  }
}

const refusals = { going: 'import_running', waiting: 'import_waiting', stopped: 'import_stopped' } as const;
/** What somebody can do about the import in the way; only one that goes on ends without her. */
const inTheWay = ({ id, fileName, stands }: ImportAtWork): Refused =>
  new Refused(refusals[stands], { id, file: fileName });

/** `yolo-1.dat`, or `yolo-1.dat and 2 more`. */
function nameOf(files: readonly ImportFile[]): string {
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  return `${(files[0]?.name ?? '').slice(0, 200 - more.length)}${more}`;
}

/** Throws where one of the files is not the state's, or is there twice. */
function recognised(files: readonly SentFile[]): ImportFile[] {
  const names = new Map<string, string>();
  return files.map(({ head, tail, ...file }) => {
    // Of one file everybody knows which is meant.
    const which = files.length === 1 ? '' : `${file.name}: `;
    const found =
      file.bytes === 0 ? { problem: 'empty_file' as const, detail: 'it is empty', shown: undefined } : detectFile(head);
    if ('problem' in found) {
      if (found.problem === 'empty_file' && files.length === 1) throw new Refused('empty_file');
      const { detail, shown } = found;
      throw new Refused('wrong_file_type', {
        problem: which + detail,
        ...(shown ? { line: shown.line, text: shown.text } : {}),
      });
    }
    const same = names.get(file.sha256);
    if (same !== undefined) throw new Refused('same_file_twice', { first: same, second: file.name });
    names.set(file.sha256, file.name);
    const { encoding, hasHeader: header } = found;
    return { ...file, encoding, header, unfinished: isUnfinishedRow(tail) };
  });
}
