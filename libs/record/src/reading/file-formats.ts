/** What people upload by mistake instead of the file itself. */
export type BinaryFormat =
  'zip' | 'xlsx' | 'xls' | 'gzip' | 'bzip2' | 'xz' | '7z' | 'rar' | 'zstd' | 'pdf' | 'utf-16' | 'binary';

const SIGNATURES: readonly (readonly [BinaryFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['utf-16', [0xff, 0xfe]],
  ['utf-16', [0xfe, 0xff]],
];

/** One row may hold a NUL and be set aside; a file with more of them than this share is no text. */
const NUL_SHARE = 0.1;

/** The format of bytes that are not plain text, as far as their beginning shows. */
export function binaryFormat(first: Uint8Array): BinaryFormat | undefined {
  const format = SIGNATURES.find(([, signature]) => signature.every((byte, index) => first[index] === byte))?.[0];
  if (format === 'zip') return holdsWorkbook(first) ? 'xlsx' : 'zip';
  if (format) return format;
  const nuls = first.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return nuls > first.length * NUL_SHARE ? 'binary' : undefined;
}

function holdsWorkbook(zip: Uint8Array): boolean {
  const names = Array.from(zip.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  return names.includes('xl/') || names.includes('[Content_Types].xml');
}
