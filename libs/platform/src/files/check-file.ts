import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FileFault } from './file-fault.ts';
import { HEADER, headerOf, type FileHeader } from './file-header.ts';
import { sealedSize, SEALED_FRAME, Unseal } from './sealed-stream.ts';

/** What a kept file must be, as the row says that offers it: its name in the store, and size and SHA-256 (hex) of its plain bytes. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads a whole sealed file and answers its header once everything fits: every frame is authentic, and together they are
 * the bytes that were stored. Throws `FileFault` with what is wrong.
 */
export async function checkFile(
  file: FileHandle,
  countyId: string,
  key: Buffer,
  { bytes, name, sha256 }: KeptFile,
): Promise<FileHeader> {
  const { size } = await file.stat();
  const header = await readHeader(file);
  if (!header) throw new FileFault(name, 'cut_short');
  if (header.countyId !== undefined && header.countyId !== countyId) throw new FileFault(name, 'replaced');
  const digest = createHash('sha256');
  try {
    for await (const plain of framesOf(file, key, header, header.bytes.length)) digest.update(plain);
  } catch (error) {
    if (!isUnauthentic(error)) throw error;
    throw new FileFault(name, size < sealedSize(header, bytes) ? 'cut_short' : 'damaged');
  }
  // Sealed under this county's key, whole, and yet not what was stored under this name.
  if (digest.digest('hex') !== sha256) throw new FileFault(name, 'replaced');
  return header;
}

/** The header of an open file; undefined where the file ends before it does. */
export async function readHeader(file: FileHandle): Promise<FileHeader | undefined> {
  const start = Buffer.alloc(HEADER);
  const { bytesRead } = await file.read(start, 0, HEADER, 0);
  return headerOf(start.subarray(0, bytesRead));
}

/** The plain bytes from a frame on, which begins at `sealedOffset`. */
export async function* framesOf(
  file: FileHandle,
  key: Buffer,
  header: FileHeader,
  sealedOffset: number,
): AsyncGenerator<Buffer> {
  const unseal = new Unseal(key, header, (sealedOffset - header.bytes.length) / SEALED_FRAME);
  for (let at = sealedOffset; ; at += SEALED_FRAME) {
    const piece = Buffer.allocUnsafe(SEALED_FRAME);
    const { bytesRead } = await file.read(piece, 0, SEALED_FRAME, at);
    for (const plain of unseal.push(piece.subarray(0, bytesRead))) yield plain;
    if (bytesRead < SEALED_FRAME) break;
  }
  yield unseal.end();
}

/** Whether a frame was refused because its bytes are not those that were sealed. */
export const isUnauthentic = (error: unknown): boolean =>
  error instanceof Error && /unable to authenticate data|is cut/.test(error.message);
