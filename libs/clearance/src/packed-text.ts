import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * As it is stored: a text of a few thousand characters, of which a county has hundreds of thousands. For one so short, making
 * the compressor ready costs more than compressing: told the size before, zstd makes itself no larger than the text needs.
 */
export function packText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return zstdCompressSync(bytes, { chunkSize: CHUNK, params: FAST, pledgedSrcSize: bytes.length });
}

/** The text again. Throws when the bytes were damaged. */
export const unpackText = (packed: Buffer): string => zstdDecompressSync(packed).toString();

/** Most of what is packed is no longer; a longer answer is put together of several. */
const CHUNK = 4096;
const FAST = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 };
