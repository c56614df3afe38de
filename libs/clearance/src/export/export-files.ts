import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { AuditExportFormat } from '@clearance/contract';
import { BundleThread, type BundlePart, type FileStore, type FileSums, type Undecided } from '@clearance/platform';

/** A file of a bundle that was written whole, and does not count yet. */
export type WrittenFile = FileSums & Undecided & { readonly format: AuditExportFormat };

const LARGE: readonly BundlePart[] = ['proof', 'jsonl', 'csv', 'ocsf'];

/** The files of a bundle that is being written, encrypted. None of them counts yet. */
export class ExportFiles {
  /** Those that are whole, in the order in which they became so. */
  readonly written: WrittenFile[] = [];

  constructor(
    private readonly files: FileStore,
    private readonly countyId: string,
    private readonly key: Buffer,
  ) {}

  /** Writes the files that grow with the bundle: `fill` gives the entries. */
  async large(fill: (thread: BundleThread) => Promise<void>): Promise<void> {
    const places = Object.fromEntries(
      await Promise.all(LARGE.map(async (part) => [part, await this.files.reserve(this.countyId)] as const)),
    ) as Record<BundlePart, Awaited<ReturnType<FileStore['reserve']>>>;
    const path = (part: BundlePart) => places[part].path;
    const paths = { proof: path('proof'), jsonl: path('jsonl'), csv: path('csv'), ocsf: path('ocsf') };
    const thread = new BundleThread(paths, this.key, this.countyId);
    try {
      await fill(thread);
      const sums = await thread.finish();
      for (const format of LARGE) {
        this.written.push({ ...sums[format], ...places[format], format });
      }
    } catch (error) {
      await thread.end();
      for (const part of LARGE) await places[part].drop();
      throw error;
    }
    await thread.end();
  }

  async small(format: AuditExportFormat, text: Buffer | string): Promise<void> {
    const bytes = Buffer.from(text);
    const received = await this.files.receive(this.countyId, this.key, Readable.from([bytes]));
    this.written.push({ ...received, format, crc32: crc32(bytes) });
  }

  /** Gives up; nothing is left behind. */
  async abandon(): Promise<void> {
    for (const file of this.written) await file.drop();
  }
}
