import { Injectable } from '@nestjs/common';
import {
  BUNDLE_FORMAT,
  manifestBytes,
  readme,
  signManifest,
  verifierKeysText,
  type Continuation,
  type FileSum,
  type Manifest,
  type SummedFile,
} from '@clearance/audit';
import { auditExportFormats, type AuditFilter } from '@clearance/contract';
import {
  Checkpoints,
  Database,
  Deliveries,
  FileStore,
  now,
  SigningKeys,
  WorkLedger,
  type JobData,
  type Signer,
} from '@clearance/platform';
import { entriesOf, sequencesAfter, type Batch } from './entry-batches.ts';
import { ExportFiles, type WrittenFile } from './export-files.ts';
import { continuation, EntryProofs, isRange, proofHeader, type Proving } from './export-proof.ts';
import { TOOL } from './tool.ts';

/** An export as it was asked for. */
export interface Wanted {
  readonly filter: AuditFilter;
  readonly purpose: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly requestedBy: string;
  readonly requestedRoles: readonly string[];
  readonly requestedAt: Date;
  readonly held: number | null;
}

/** Writes the files of a bundle, each read from the log once and in its order; memory does not grow with it. */
@Injectable()
export class BundleWriter {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly checkpoints: Checkpoints,
    private readonly deliveries: Deliveries,
    private readonly signingKeys: SigningKeys,
    private readonly files: FileStore,
  ) {}

  async write(job: JobData, key: Buffer, wanted: Wanted): Promise<BundleWritten> {
    const signer = await this.signingKeys.signer();
    const proving = await this.proving(job, wanted, signer);
    const files = new ExportFiles(this.files, job.countyId, key);
    try {
      const keys = signer.all.map((one) => one.verifier(job.countyId)).reverse();
      const verifier = signer.verifier(job.countyId);
      const before = await this.writeEntries(job, wanted, proving, files);
      const proves = isRange(wanted) ? 'range' : 'entries';
      const { first, last, count } = wanted;
      const told = { proves, first, last, count, checkpoint: proving.after.size, keys } as const;
      await files.small('readme', readme(told));
      await files.small('checkpoint', proving.after.note);
      await files.small('key', verifierKeysText(keys));
      const manifest = manifestBytes(manifestOf(job, wanted, proving, before, verifier.name, files.written));
      await files.small('manifest', manifest);
      await files.small('signature', signManifest(verifier.name, manifest, signer.privateKey));
      return { files: files.written, checkpointSize: proving.after.size };
    } catch (error) {
      await files.abandon();
      throw error;
    }
  }

  /** Has the log signed as it is now, and decides from which older tree the proof starts. */
  private proving(job: JobData, { first, last, count, held }: Wanted, signer: Signer): Promise<Proving> {
    return this.database.inCounty(job, async (tx) => {
      const signed = await this.checkpoints.sign(tx, job.countyId, signer);
      if (signed) await this.deliveries.note(tx, job.countyId, signed);
      const after = signed ?? (await this.checkpoints.last(tx));
      if (!after || after.size < last) throw new Error('No checkpoint covers what is to be exported.');
      const before = held ?? (await this.checkpoints.upTo(tx, first - 1))?.size ?? 0;
      return { first, last, count, before, after };
    });
  }

  /** Writes the entries, their two views and their proof beside each other. */
  private async writeEntries(
    job: JobData,
    wanted: Wanted,
    proving: Proving,
    files: ExportFiles,
  ): Promise<Continuation> {
    const { before, header, proofs } = await this.database.inCounty(job, async (tx) => {
      const older = await continuation(tx, this.checkpoints, proving);
      return {
        before: older,
        header: await proofHeader(tx, this.checkpoints, proving, older),
        proofs: isRange(proving) ? undefined : await EntryProofs.open(tx, proving.after),
      };
    });
    await files.large(async (thread) => {
      const none = Buffer.alloc(0);
      await thread.write({ lines: none, leaves: none, proof: Buffer.from(header) });
      let written = 0;
      for await (const { lines, leaves, proof } of this.batches(job, wanted, proofs)) {
        written += await thread.write({ lines, leaves, proof });
      }
      if (written !== wanted.count) throw new Error(`${written} of ${wanted.count} entries were found.`);
    });
    return before;
  }

  /** The entries in their order, with their own proofs where they need some; while one batch is used, the next is read. */
  private async *batches(
    job: JobData,
    wanted: Wanted,
    proofs: EntryProofs | undefined,
  ): AsyncGenerator<Batch & { readonly proof: Buffer; readonly last: number }> {
    let reached = 0;
    const read = (after: number) =>
      this.database.inCounty(job, async (tx) => {
        const sequences = await sequencesAfter(tx, wanted, after);
        const last = sequences.at(-1);
        if (last === undefined) return undefined;
        const batch = await entriesOf(tx, sequences);
        let lines = '';
        for (const seq of proofs ? sequences : []) lines += await proofs?.line(tx, seq);
        reached += sequences.length;
        await this.ledger.reach(tx, job.id, reached);
        return { ...batch, proof: Buffer.from(lines), last };
      });
    let next = read(wanted.first - 1);
    for (let batch = await next; batch; batch = await next) {
      next = read(batch.last);
      // It is waited for in the next round, or never where the writing failed.
      next.catch(() => undefined);
      yield batch;
      // What was received lies outside of the heap, which hardly grows here and so would not be cleared for long.
      void globalThis.gc?.({ type: 'minor' });
    }
  }
}

/** The files of a bundle, none of which counts yet, and the size of the log that it proves. */
export interface BundleWritten {
  readonly files: readonly WrittenFile[];
  readonly checkpointSize: number;
}

function manifestOf(
  job: JobData,
  wanted: Wanted,
  { after }: Proving,
  before: Continuation,
  origin: string,
  files: readonly WrittenFile[],
): Manifest {
  const { purpose, requestedBy, requestedRoles, requestedAt, filter, count, first, last } = wanted;
  const head = ({ size, root }: { size: number; root: Buffer }) => ({ size, root: root.toString('base64') });
  const sums = files.map(({ format, bytes, sha256 }) => [auditExportFormats[format].name, { bytes, sha256 }] as const);
  return {
    format: BUNDLE_FORMAT,
    origin,
    export: {
      id: job.id,
      purpose,
      requestedBy: { id: requestedBy, roles: requestedRoles },
      requestedAt: microseconds(requestedAt),
      builtAt: microseconds(now()),
      filter,
    },
    tool: TOOL,
    proves: isRange(wanted) ? 'range' : 'entries',
    ...{ count, firstSequence: first, lastSequence: last },
    checkpoints: { before: head(before), after: head(after) },
    files: Object.fromEntries(sums) as Record<SummedFile, FileSum>,
  };
}

const microseconds = (at: Date): string => `${at.toISOString().slice(0, -1)}000Z`;
