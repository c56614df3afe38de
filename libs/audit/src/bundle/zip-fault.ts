import type { ReadAt } from './read-zip.ts';

/**
 * Why a file is no archive as the product makes it:
 * - `empty`: there is nothing in it. `no_zip`: it is no archive at all.
 * - `cut_short`: the end of the archive is not there, or something before its end is not.
 * - `damaged`: its records contradict each other.
 * - `packed_anew`: a sound archive, but made by another program (or changed where nothing else speaks of it).
 * - `wrong_sum`: the check sum beside a file is not that of its bytes, though all else fits.
 */
export type ZipFault = 'empty' | 'no_zip' | 'cut_short' | 'damaged' | 'packed_anew' | 'wrong_sum';

const LOCAL = Buffer.from('PK\x03\x04');
const ENTRY = Buffer.from('PK\x01\x02');
const END = Buffer.from('PK\x05\x06');
const WIDE_END = Buffer.from('PK\x06\x06');
const [LOCAL_LENGTH, ENTRY_LENGTH, END_LENGTH] = [30, 46, 22];
/** The end record of 64 bits and what points to it. */
const WIDE_LENGTH = 76;
const WIDE = 0xffff_ffff;
/** Sizes and sum of a file follow its bytes, and are not in its header. */
const SUMS_LATER = 0x08;
/** A directory of more than a bundle's files, and the longest comment behind it. */
const MAX_TAIL = 262_144;

/** A file as the directory names it. `sums` are CRC-32 and both sizes in 32 bits. */
type Entry = {
  readonly name: Buffer;
  readonly method: number;
  readonly sums: Buffer;
  readonly offset: number;
  readonly bytes: number;
};

/** Where the end of an archive begins, and what it says of the directory before it: entries, length and place. */
type EndRecord = { readonly start: number; readonly count: number; readonly length: number; readonly offset: number };

/** What is wrong with a file of which `readZip` made nothing. Reads its beginning, its end and the headers in it. */
export async function zipFault(size: number, readAt: ReadAt): Promise<ZipFault> {
  if (size === 0) return 'empty';
  const tail = await readAt(Math.max(0, size - MAX_TAIL), Math.min(size, MAX_TAIL));
  const end = endIn(tail);
  if (end === undefined) {
    const start = await readAt(0, LOCAL.length);
    if (!LOCAL.subarray(0, start.length).equals(start)) return 'no_zip';
    return hasRoomForEnd(tail) ? 'damaged' : 'cut_short';
  }
  const directory = end.start - end.length;
  const entries = directory < 0 ? undefined : entriesIn(tail.subarray(directory, end.start), end.count);
  if (entries === undefined) return 'damaged';
  const place = size - tail.length + directory;
  const reach = Math.max(0, ...entries.map(({ offset, name, bytes }) => offset + LOCAL_LENGTH + name.length + bytes));
  if (end.offset > place && reach > place) return 'cut_short';
  if (end.offset !== place) return 'damaged';
  for (const entry of entries) if (!(await isInPlace(entry, readAt))) return 'damaged';
  return 'packed_anew';
}

function endIn(tail: Buffer): EndRecord | undefined {
  for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
    // A comment reaches to the end of the file: the record is none where it does not.
    if (at + END_LENGTH <= tail.length && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) {
      return endAt(tail, at);
    }
  }
  return undefined;
}

function endAt(tail: Buffer, at: number): EndRecord {
  const wide = at - WIDE_LENGTH;
  const isWide = wide >= 0 && tail.subarray(wide, wide + WIDE_END.length).equals(WIDE_END);
  const short = tail.readUInt32LE(at + 16);
  return {
    start: isWide ? wide : at,
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    offset: isWide && short === WIDE ? Number(tail.readBigUInt64LE(wide + 48)) : short,
  };
}

/** Whether behind the last entry of a directory there are as many bytes as an end record has. */
function hasRoomForEnd(tail: Buffer): boolean {
  const last = tail.lastIndexOf(ENTRY);
  if (last < 0 || last + ENTRY_LENGTH > tail.length) return false;
  const after = last + ENTRY_LENGTH + variable(tail, last);
  const isWide = tail.subarray(after, after + WIDE_END.length).equals(WIDE_END);
  return tail.length - after >= END_LENGTH + (isWide ? WIDE_LENGTH : 0);
}

/** Undefined where the directory is not so many entries and nothing else. */
function entriesIn(directory: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = 0;
  while (at + ENTRY_LENGTH <= directory.length && directory.subarray(at, at + ENTRY.length).equals(ENTRY)) {
    const next = at + ENTRY_LENGTH + variable(directory, at);
    if (next > directory.length) return undefined;
    const name = directory.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + directory.readUInt16LE(at + 28));
    const [bytes, offset] = placeOf(directory.subarray(at, next), name.length);
    entries.push({
      ...{ name, offset, bytes },
      method: directory.readUInt16LE(at + 10),
      sums: directory.subarray(at + 16, at + 28),
    });
    at = next;
  }
  return at === directory.length && entries.length === count ? entries : undefined;
}

/** Packed size and offset of an entry, in 64 bits where its first extra field has them so. */
function placeOf(entry: Buffer, nameLength: number): [bytes: number, offset: number] {
  let at = ENTRY_LENGTH + nameLength + 4;
  const isWide = at <= entry.length && entry.readUInt16LE(at - 4) === 1;
  const wide = (short: number) => {
    if (short !== WIDE || !isWide || at + 8 > entry.length) return short;
    at += 8;
    return Number(entry.readBigUInt64LE(at - 8));
  };
  wide(entry.readUInt32LE(24));
  return [wide(entry.readUInt32LE(20)), wide(entry.readUInt32LE(42))];
}

/** Whether the file's own header stands where the directory says, and says the same. */
async function isInPlace({ name, method, sums, offset }: Entry, readAt: ReadAt): Promise<boolean> {
  const header = await readAt(offset, LOCAL_LENGTH + name.length);
  if (header.length < LOCAL_LENGTH + name.length || !header.subarray(0, LOCAL.length).equals(LOCAL)) return false;
  if (header.readUInt16LE(26) !== name.length || !header.subarray(LOCAL_LENGTH).equals(name)) return false;
  if (header.readUInt16LE(8) !== method) return false;
  if ((header.readUInt16LE(6) & SUMS_LATER) !== 0) return true;
  const compared = header.readUInt32LE(18) === WIDE ? 4 : sums.length;
  return header.subarray(14, 14 + compared).equals(sums.subarray(0, compared));
}

/** The length of name, extra fields and comment of an entry. */
const variable = (bytes: Buffer, at: number): number =>
  bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
