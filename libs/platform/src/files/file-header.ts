import { crc32 } from 'node:zlib';

/** Random bytes that every nonce of a file begins with. */
export const PREFIX = 8;
const MAGIC = Buffer.from('CLR2');
const COUNTY = 16;
const SUM_AT = MAGIC.length + COUNTY + PREFIX;
/** Bytes of the longest header. */
export const HEADER = SUM_AT + 4;

/** What stands before the frames of a sealed file. All of it is authenticated with each frame. */
export interface FileHeader {
  readonly bytes: Buffer;
  readonly prefix: Buffer;
  /** The county that the file says it is of; undefined in files of 0.1.0, and where the header itself is damaged. */
  readonly countyId: string | undefined;
}

/** A header with the county in plain, so that another county's file is known as such and not only as one that cannot be opened. */
export function makeHeader(countyId: string, prefix: Buffer): FileHeader {
  const bytes = Buffer.alloc(HEADER);
  MAGIC.copy(bytes);
  Buffer.from(countyId.replaceAll('-', ''), 'hex').copy(bytes, MAGIC.length);
  prefix.copy(bytes, MAGIC.length + COUNTY);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, SUM_AT)), SUM_AT);
  return { bytes, prefix, countyId };
}

/** The header that a sealed file begins with. Files of 0.1.0 have their prefix alone. Undefined where it is cut short. */
export function headerOf(start: Buffer): FileHeader | undefined {
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) {
    if (start.length < PREFIX) return undefined;
    const prefix = start.subarray(0, PREFIX);
    return { bytes: prefix, prefix, countyId: undefined };
  }
  if (start.length < HEADER) return undefined;
  const bytes = start.subarray(0, HEADER);
  const prefix = bytes.subarray(MAGIC.length + COUNTY, SUM_AT);
  const sound = crc32(bytes.subarray(0, SUM_AT)) === bytes.readUInt32BE(SUM_AT);
  return { bytes, prefix, countyId: sound ? uuidOf(bytes.subarray(MAGIC.length, MAGIC.length + COUNTY)) : undefined };
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
