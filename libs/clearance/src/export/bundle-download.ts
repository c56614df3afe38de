import { BUNDLE_FILES, zipFrame, type ZipFrame } from '@clearance/audit';
import { auditExportFormats, type AuditExportFormat } from '@clearance/contract';
import type { VerifiedFile } from '@clearance/platform';

/** A file of an export as it is kept. */
export interface StoredExportFile {
  readonly format: Exclude<AuditExportFormat, 'bundle'>;
  readonly storedAs: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

export interface Download {
  readonly bytes: AsyncIterable<Buffer>;
  readonly size: number;
  /** Under which it is saved. */
  readonly name: string;
}

/** The files in the order in which they stand in the archive. */
export function inOrder(stored: readonly StoredExportFile[]): StoredExportFile[] {
  const names: readonly string[] = BUNDLE_FILES;
  const place = ({ format }: StoredExportFile) => names.indexOf(auditExportFormats[format].name);
  return [...stored].sort((one, other) => place(one) - place(other));
}

/** The archive around the files. */
export const frameOf = (stored: readonly StoredExportFile[]): ZipFrame =>
  zipFrame(
    inOrder(stored).map(({ format, bytes, crc32 }) => ({ name: auditExportFormats[format].name, bytes, crc32 })),
  );

/** All files as one archive, put together while it is sent. */
export function bundleDownload(
  stored: readonly StoredExportFile[],
  verified: ReadonlyMap<StoredExportFile['format'], VerifiedFile>,
  name: string,
): Download {
  const frame = frameOf(stored);
  const files = inOrder(stored);
  async function* bytes(): AsyncGenerator<Buffer> {
    for (const [place, file] of files.entries()) {
      yield frame.headers[place] ?? Buffer.alloc(0);
      yield* verified.get(file.format) ?? [];
    }
    yield frame.end;
  }
  return { bytes: bytes(), size: frame.bytes, name };
}
