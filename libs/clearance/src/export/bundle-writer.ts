import { Injectable } from '@nestjs/common';
import {
  auditCsvHeader,
  auditCsvLine,
  BUNDLE_FORMAT,
  manifestBytes,
  ocsfLine,
  readme,
  signManifest,
  verifierKeyText,
  type AuditEntry,
  type Continuation,
  type FileSum,
  type Manifest,
  type SummedFile,
} from '@clearance/audit';
import { auditExportFormats, type AuditExportFormat, type AuditFilter } from '@clearance/contract';
import {
  Checkpoints,
  Database,
  Deliveries,
  FileStore,
  now,
  one,
  SigningKeys,
  WorkLedger,
  type JobData,
  type Signer,
  type Tx,
} from '@clearance/platform';
import { auditWhere } from './audit-events.ts';
import { ExportFile, type WrittenFile } from './export-file.ts';
import { continuation, EntryProofs, isRange, proofHeader, type Proving } from './export-proof.ts';
import { TOOL } from './tool.ts';

const BATCH = 2_000;
const LINE_FEED = 0x0a;

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

  async write(job: JobData, key: Buffer, wanted: Wanted): Promise<{ files: WrittenFile[]; checkpointSize: number }> {
    const signer = await this.signingKeys.signer();
    const proving = await this.proving(job, wanted, signer);
    const open: ExportFile[] = [];
    const done: WrittenFile[] = [];
    const file = (format: AuditExportFormat): ExportFile => {
      const made = new ExportFile(format, this.files, job.countyId, key);
      open.push(made);
      return made;
    };
    const small = async (format: AuditExportFormat, bytes: Buffer | string) => {
      const made = file(format);
      await made.write(bytes);
      done.push(await made.finish());
    };
    try {
      const verifier = signer.verifier(job.countyId);
      const before = await this.writeEntries(job, wanted, proving, file);
      for (const made of open) done.push(await made.finish());
      const proves = isRange(wanted) ? 'range' : 'entries';
      const { first, last, count } = wanted;
      await small('readme', readme({ proves, first, last, count, checkpoint: proving.after.size, key: verifier }));
      await small('checkpoint', proving.after.note);
      await small('key', `${verifierKeyText(verifier)}\n`);
      const manifest = manifestBytes(manifestOf(job, wanted, proving, before, verifier.name, done));
      await small('manifest', manifest);
      await small('signature', signManifest(verifier.name, manifest, signer.privateKey));
      return { files: done, checkpointSize: proving.after.size };
    } catch (error) {
      for (const made of open) await made.abandon();
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
    file: (format: AuditExportFormat) => ExportFile,
  ): Promise<Continuation> {
    const [proof, jsonl, csv, ocsf] = [file('proof'), file('jsonl'), file('csv'), file('ocsf')];
    const { before, proofs } = await this.database.inCounty(job, async (tx) => {
      const older = await continuation(tx, this.checkpoints, proving);
      await proof.write(await proofHeader(tx, this.checkpoints, proving, older));
      return { before: older, proofs: isRange(proving) ? undefined : await EntryProofs.open(tx, proving.after) };
    });
    await csv.write(auditCsvHeader);
    let written = 0;
    for (let after = wanted.first - 1; ;) {
      const batch = await this.database.inCounty(job, async (tx) => {
        const found = await entriesAfter(tx, wanted, after);
        let proofLines = '';
        for (const seq of proofs ? found.sequences : []) proofLines += await proofs?.line(tx, seq);
        written += found.sequences.length;
        await this.ledger.reach(tx, job.id, written);
        return { ...found, proofLines };
      });
      const last = batch.sequences.at(-1);
      if (last === undefined) break;
      const views = viewsOf(batch);
      await proof.write(batch.proofLines);
      await jsonl.write(batch.lines);
      await csv.write(views.csv);
      await ocsf.write(views.ocsf);
      after = last;
    }
    if (written !== wanted.count) throw new Error(`${written} of ${wanted.count} entries were found.`);
    return before;
  }
}

/** Entries one after the other, each with a line feed, and their sequences. */
interface Batch {
  readonly lines: Buffer;
  readonly sequences: readonly number[];
}

/** The stored bytes come as one value: the text protocol makes each row dear, and each is a line of the file already. */
async function entriesAfter(tx: Tx, { filter, last }: Wanted, after: number): Promise<Batch> {
  const where = auditWhere(filter, 4);
  const found = await one<{ lines: Buffer | null; sequences: string[] | null }>(
    tx,
    `SELECT string_agg(t.bytes || '\\x0a'::bytea, ''::bytea ORDER BY t.seq) AS lines, array_agg(t.seq ORDER BY t.seq) AS sequences
       FROM (SELECT e.seq, e.bytes FROM audit_entry e
              WHERE e.seq > $1 AND e.seq <= $2 AND ${where.sql} ORDER BY e.seq LIMIT $3) t`,
    [after, last, BATCH, ...where.given],
  );
  return { lines: found?.lines ?? Buffer.alloc(0), sequences: (found?.sequences ?? []).map(Number) };
}

/** The two views of a batch. */
function viewsOf({ lines, sequences }: Batch): { csv: string; ocsf: string } {
  let [csv, ocsf, start, count] = ['', '', 0, 0];
  for (let end = lines.indexOf(LINE_FEED); end >= 0; end = lines.indexOf(LINE_FEED, start)) {
    const bytes = lines.subarray(start, end);
    const entry = JSON.parse(bytes.toString('utf8')) as AuditEntry;
    csv += auditCsvLine(entry);
    ocsf += ocsfLine(entry, bytes);
    start = end + 1;
    count += 1;
  }
  if (count !== sequences.length) throw new Error('An entry with a line feed cannot be one line.');
  return { csv, ocsf };
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
