import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { MadeFile } from '@clearance/contract';
import {
  AuditLog,
  CountyKeys,
  Database,
  FileFaults,
  FileStore,
  Refused,
  WorkLedger,
  type Ctx,
  type JobData,
  type Received,
  type Tx,
  type VerifiedFile,
} from '@clearance/platform';
import { actingFor } from '../../acting.ts';
import { officeDay } from '../../evaluate/open-evaluation.ts';
import { countyFileName } from '../../file-name.ts';
import type { Download } from '../bundle-download.ts';
import { storedAs, type MadeKind } from './made-file.ts';
import { Release } from './release.ts';

type Detail = Readonly<Record<string, string | number | boolean>>;

/** One that is fetched: what the table of what was given out and the log say of it, and how it is called when saved. */
interface Fetched {
  readonly file: MadeFile;
  readonly people: number;
  readonly detail: Detail;
  readonly name: string;
  /** What the name ends with, if anything. */
  readonly mark?: string;
}

/** A file that names people, and the proof that its release is recorded. */
export interface GivenDownload extends Download {
  readonly bytes: VerifiedFile;
  readonly release: Release;
}

/** Files with criminal history: written as a whole or not at all, and each time that one is given out stands on record. */
@Injectable()
export class MadeFiles {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly fileFaults: FileFaults,
  ) {}

  /** Writes the file of a job, and gives it its name once it is whole. `end` keeps what else is known then, for the log. */
  async write(
    job: JobData,
    kind: MadeKind,
    { key, lines, startedBy }: { key: Buffer; lines: AsyncGenerator<Buffer>; startedBy: string },
    end: (tx: Tx) => Promise<Detail>,
  ): Promise<void> {
    const file = await this.files.receive(job.countyId, key, Readable.from(lines, { objectMode: false }));
    try {
      await this.database.inCounty(job, (tx) => this.finish(tx, job, { kind, startedBy, file, end }));
    } finally {
      await file.drop();
    }
  }

  /** The bytes of a finished file; the release is on the log, and to whom in its table, before the first of them. */
  async give(ctx: Ctx, kind: MadeKind, find: (tx: Tx) => Promise<Fetched>): Promise<GivenDownload> {
    const { key, kept } = await this.database.inCounty(ctx, async (tx) => {
      const { file } = await this.ready(tx, find);
      const stored = { name: storedAs(kind, file.id), bytes: file.bytes ?? 0, sha256: file.sha256 ?? '' };
      return { kept: stored, key: await this.keys.of(tx, ctx.countyId) };
    });
    const bytes = await this.fileFaults.during(ctx, () => this.files.verified(ctx.countyId, key, kept));
    // Only what can be given out whole is recorded as given out.
    const { name, release } = await this.database.inCounty(ctx, async (tx) => {
      const found = await this.ready(tx, find);
      const given = await this.record(tx, ctx, kind, found);
      const day = officeDay(new Date(found.file.createdAt));
      const saved = await countyFileName(tx, ctx, [found.name, day, found.mark ?? ''], 'csv');
      return { name: saved, release: given };
    });
    return { release, bytes, size: kept.bytes, name };
  }

  /** One that is cancelled leaves no file. */
  async stop(tx: Tx, ctx: Ctx, kind: MadeKind, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    await this.files.remove(ctx.countyId, storedAs(kind, id));
  }

  private async ready(tx: Tx, find: (tx: Tx) => Promise<Fetched>): Promise<Fetched> {
    const found = await find(tx);
    if (found.file.state === 'expired') throw new Refused('export_expired');
    if (found.file.state !== 'done') throw new Refused('export_not_ready');
    return found;
  }

  private record(tx: Tx, ctx: Ctx, kind: MadeKind, { detail, file, people }: Fetched): Promise<Release> {
    const sha256 = file.sha256 ?? '';
    const target = { type: kind.table, id: file.id };
    return Release.record(tx, ctx, this.auditLog, {
      ...{ what: kind.what, subjectId: file.id, sha256, people, to: file },
      act: { action: `${kind.table}.download`, target, digests: { sha256 }, detail },
    });
  }

  private async finish(
    tx: Tx,
    job: JobData,
    {
      end,
      file,
      kind,
      startedBy,
    }: { kind: MadeKind; startedBy: string; file: Received; end: (tx: Tx) => Promise<Detail> },
  ): Promise<void> {
    if (!(await this.ledger.running(tx, job.id))) return;
    // With the work locked: of two that wrote it, only one gives it its name and its checksum.
    await file.keep(storedAs(kind, job.id));
    await tx.query(`UPDATE ${kind.table} SET bytes = $2, sha256 = $3 WHERE id = $1`, [job.id, file.bytes, file.sha256]);
    const detail = await end(tx);
    await this.ledger.end(tx, job.id, 'done');
    const target = { type: kind.table, id: job.id };
    await this.auditLog.append(tx, await actingFor(tx, job, startedBy), [
      { action: `${kind.table}.finish`, target, digests: { sha256: file.sha256 }, detail },
    ]);
  }
}
