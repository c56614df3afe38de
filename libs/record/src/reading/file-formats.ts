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
  if (isUtf16(first)) return 'utf-16';
  const nuls = first.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return nuls > first.length * NUL_SHARE ? 'binary' : undefined;
}

/** Without a mark: every other byte of plain text is 0. */
function isUtf16(first: Uint8Array): boolean {
  const half = Math.floor(Math.min(first.length, 4096) / 2);
  if (half < 4) return false;
  let [even, odd] = [0, 0];
  for (let at = 0; at < half; at++) {
    if (first[at * 2] === 0) even += 1;
    if (first[at * 2 + 1] === 0) odd += 1;
  }
  const [less, more] = [Math.min(even, odd), Math.max(even, odd)];
  return more > half * 0.9 && less < half * 0.1;
}

function holdsWorkbook(zip: Uint8Array): boolean {
  const names = Array.from(zip.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  return names.includes('xl/') || names.includes('[Content_Types].xml');
}
