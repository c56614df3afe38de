import { zipFrame, type StoredFile } from './zip.ts';

/** Where the bytes of a file stand in an archive. */
export type Placed = StoredFile & { readonly start: number };

/** Reads `length` bytes of the archive at `offset`; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** More files than any bundle has, and longer names. */
const MAX_DIRECTORY = 65_536;
const END = 22;

/**
 * The files of an archive that `zipFrame` describes, or undefined: one that was packed by another program, or of which
 * anything beside the bytes of its files was changed. Such a bundle can be unpacked, and its folder be verified.
 */
export async function readZip(size: number, readAt: ReadAt): Promise<readonly Placed[] | undefined> {
  const files = await listed(size, readAt);
  if (files === undefined) return undefined;
  const frame = zipFrame(files);
  if (frame.bytes !== size) return undefined;
  const placed: Placed[] = [];
  let at = 0;
  for (const [place, header] of frame.headers.entries()) {
    const file = files[place];
    if (file === undefined || !(await readAt(at, header.length)).equals(header)) return undefined;
    placed.push({ ...file, start: at + header.length });
    at += header.length + file.bytes;
  }
  return (await readAt(at, frame.end.length)).equals(frame.end) ? placed : undefined;
}

/** What the directory at the end says, believed only as far as the archive made of it is the same. */
async function listed(size: number, readAt: ReadAt): Promise<StoredFile[] | undefined> {
  const tail = await readAt(Math.max(0, size - MAX_DIRECTORY), Math.min(size, MAX_DIRECTORY));
  const end = tail.length - END;
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50) return undefined;
  const wide = end >= 76 && tail.readUInt32LE(end - 76) === 0x06064b50 ? 76 : 0;
  let at = end - wide - tail.readUInt32LE(end + 12);
  const files: StoredFile[] = [];
  for (let left = tail.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at < 0 || at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return undefined;
    const [nameLength, extraLength] = [tail.readUInt16LE(at + 28), tail.readUInt16LE(at + 30)];
    const extra = at + 46 + nameLength + 4;
    const short = tail.readUInt32LE(at + 24);
    if (extra + 8 > tail.length) return undefined;
    const bytes = short === 0xffff_ffff ? Number(tail.readBigUInt64LE(extra)) : short;
    const name = tail.toString('utf8', at + 46, at + 46 + nameLength);
    files.push({ name, bytes, crc32: tail.readUInt32LE(at + 16) });
    at += 46 + nameLength + extraLength;
  }
  return files;
}
