import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
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
import { detectFile, type DetectedFile } from '@clearance/record';
import { LineMarks, type Mark } from './line-marks.ts';
import { importAtWork, importOfFile, importView, type ImportAtWork } from './import-store.ts';
import type { Upload } from './upload.ts';

/** A file that was recognised, with the places where its stretches begin. */
type ReadableFile = DetectedFile & { readonly begins: readonly Mark[] };

/** Takes a file in: encrypted to disk as it streams, recognised, and only then counted as an import. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Answers the new import, or the one that has this very file already (`same`). Throws `empty_file`,
   * `wrong_file_type`, `upload_cut`, `upload_too_large`, `import_running`, `import_waiting`, `import_stopped`,
   * `not_signed_in`; then nothing is kept.
   */
  async receive(ctx: Ctx, upload: Upload): Promise<{ id: string; same: boolean }> {
    const key = await this.database.inCounty(ctx, (tx) => this.keys.of(tx, ctx.countyId));
    const marks = new LineMarks();
    const received = await this.files.receive(ctx.countyId, key, upload.bytes, {
      limit: this.config.uploadLimitBytes,
      see: (chunk) => marks.see(chunk),
    });
    try {
      await upload.whole;
      const found = recognised(received);
      // The session may have ended while the bytes flowed; whoever is signed out imports nothing.
      if (!(await this.sessions.outlives(ctx))) throw new Refused('not_signed_in');
      return await this.keep(ctx, randomUUID(), upload.fileName, received, {
        ...found,
        begins: beginsOf(marks, received.bytes),
      });
    } finally {
      await received.drop();
    }
  }

  private async keep(ctx: Ctx, id: string, fileName: string, received: Received, found: ReadableFile) {
    const answer = await this.record(ctx, id, fileName, received, found).catch(async (error: unknown) => {
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

  private record(ctx: Ctx, id: string, fileName: string, received: Received, found: ReadableFile) {
    return this.database.inCounty(ctx, async (tx) => {
      const same = await importOfFile(tx, received.sha256);
      if (same) {
        await this.auditLog.append(tx, ctx, [
          { action: 'import.repeat', target: { type: 'import', id: same.id }, detail: { sha256: received.sha256 } },
        ]);
        return { id: same.id, same: true };
      }
      const other = await importAtWork(tx);
      if (other) throw inTheWay(other);
      await tx.query(
        `INSERT INTO import (county_id, id, file_name, bytes, sha256, state, encoding, header, begins, uploaded_by, created_at)
         VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7, $8, $9, $10)`,
        [
          ...[ctx.countyId, id, fileName.slice(0, 200), received.bytes, received.sha256],
          ...[found.encoding, found.hasHeader, JSON.stringify(found.begins), ctx.actor.memberId, now()],
        ],
      );
      await this.ledger.open(tx, ctx, {
        id,
        kind: 'import',
        subjectId: id,
        title: 'Reading the file',
        total: received.bytes,
        unit: 'bytes',
        nextJob: 'import.recognize',
        chunked: { job: 'import.read', keys: found.begins.length, chunkSize: 1 },
      });
      // The file takes its name before the commit: a file without an import is litter, an import without a file is a loss.
      await received.keep(id);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'import.create',
          target: { type: 'import', id },
          detail: { sha256: received.sha256, bytes: received.bytes },
        },
      ]);
      return { id, same: false };
    });
  }
}

/** Behind the last line end there may be nothing more to read. */
const beginsOf = (marks: LineMarks, bytes: number) => marks.begins.filter(([offset]) => offset < bytes);

const refusals = { going: 'import_running', waiting: 'import_waiting', stopped: 'import_stopped' } as const;
/** What somebody can do about the import in the way; only one that goes on ends without her. */
const inTheWay = ({ id, fileName, stands }: ImportAtWork): Refused =>
  new Refused(refusals[stands], { id, file: fileName });

function recognised(received: Received): DetectedFile {
  if (received.bytes === 0) throw new Refused('empty_file');
  const found = detectFile(received.head);
  if (!('problem' in found)) return found;
  if (found.problem === 'empty_file') throw new Refused('empty_file');
  const { detail: problem, shown } = found;
  throw new Refused('wrong_file_type', { problem, ...(shown ? { line: shown.line, text: shown.text } : {}) });
}
