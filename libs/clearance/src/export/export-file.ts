import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { FileSum } from '@clearance/audit';
import type { AuditExportFormat } from '@clearance/contract';
import type { FileStore, Received } from '@clearance/platform';

/** A file of a bundle that was written whole, and does not count yet. */
export interface WrittenFile extends FileSum {
  readonly format: AuditExportFormat;
  readonly crc32: number;
  keep(name: string): Promise<void>;
  drop(): Promise<void>;
}

/** A file of a bundle that is being written, encrypted, piece by piece. Several can be open at once. */
export class ExportFile {
  private readonly stream = new PassThrough({ highWaterMark: 1_048_576 });
  private readonly received: Promise<Received>;
  private sum = 0;

  constructor(
    readonly format: AuditExportFormat,
    files: FileStore,
    countyId: string,
    key: Buffer,
  ) {
    this.received = files.receive(countyId, key, this.stream);
    // It is waited for at the end, or never: what goes wrong meanwhile is noticed by whoever writes.
    this.received.catch(() => undefined);
  }

  /** Waits while the disk is behind. */
  async write(bytes: Buffer | string): Promise<void> {
    const piece = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
    this.sum = crc32(piece, this.sum);
    if (!this.stream.write(piece)) await Promise.race([once(this.stream, 'drain'), this.received]);
  }

  async finish(): Promise<WrittenFile> {
    this.stream.end();
    const received = await this.received;
    const { bytes, sha256 } = received;
    return {
      ...{ format: this.format, bytes, sha256, crc32: this.sum },
      keep: (name) => received.keep(name),
      drop: () => received.drop(),
    };
  }

  /** Gives up; nothing is left behind. */
  async abandon(): Promise<void> {
    this.stream.destroy(new Error('The export was given up.'));
    await this.received.then(
      (received) => received.drop(),
      () => undefined,
    );
  }
}
