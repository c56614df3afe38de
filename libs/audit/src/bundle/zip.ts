/** A file to be stored in an archive. `crc32` is that of its bytes. */
export type StoredFile = { readonly name: string; readonly bytes: number; readonly crc32: number };

/** An archive without the bytes of its files: what comes before each of them, and what comes after the last. */
export type ZipFrame = { readonly headers: readonly Buffer[]; readonly end: Buffer; readonly bytes: number };

/** From here on sizes and offsets are written in 64 bits. */
const WIDE = 0xffff_ffff;
const STORED = 0;
/** 1 January 1980, the first day that an archive can name: the same files make the same archive. */
const DAY = 0x21;
const UTF8 = 0x800;

/**
 * A ZIP archive that stores its files as they are (PKWARE APPNOTE 6.3.10), so that it can be streamed and its size is
 * known before. Any unzip program opens it. The same files give the same bytes, so whoever reads it may insist on them.
 */
export function zipFrame(files: readonly StoredFile[]): ZipFrame {
  const headers: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const header = Buffer.concat([record(0x04034b50, file, undefined), Buffer.from(file.name)]);
    const wide = wideOf(file, undefined);
    headers.push(Buffer.concat([header, wide]));
    directory.push(record(0x02014b50, file, offset), Buffer.from(file.name), wideOf(file, offset));
    offset += header.length + wide.length + file.bytes;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([central, endOf(files.length, central.length, offset)]);
  return { headers, end, bytes: offset + end.length };
}

/** A local header, or with `offset` an entry of the directory, up to the name. */
function record(signature: number, file: StoredFile, offset: number | undefined): Buffer {
  const central = offset !== undefined;
  const wide = wideOf(file, offset);
  const fields = Buffer.alloc(central ? 46 : 30);
  let at = fields.writeUInt32LE(signature);
  if (central) at = fields.writeUInt16LE(45, at);
  at = fields.writeUInt16LE(45, at);
  at = fields.writeUInt16LE(UTF8, at);
  at = fields.writeUInt16LE(STORED, at);
  at = fields.writeUInt16LE(0, at);
  at = fields.writeUInt16LE(DAY, at);
  at = fields.writeUInt32LE(file.crc32, at);
  for (let twice = 0; twice < 2; twice += 1) at = fields.writeUInt32LE(Math.min(file.bytes, WIDE), at);
  at = fields.writeUInt16LE(Buffer.byteLength(file.name), at);
  fields.writeUInt16LE(wide.length, at);
  if (central) fields.writeUInt32LE(Math.min(offset, WIDE), 42);
  return fields;
}

/** The extra field for what does not fit into 32 bits; empty where everything does. */
function wideOf({ bytes }: StoredFile, offset: number | undefined): Buffer {
  const values = bytes >= WIDE ? [bytes, bytes] : [];
  if (offset !== undefined && offset >= WIDE) values.push(offset);
  if (values.length === 0) return Buffer.alloc(0);
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, place) => field.writeBigUInt64LE(BigInt(value), 4 + place * 8));
  return field;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(Math.min(offset, WIDE), 16);
  if (offset < WIDE) return end;
  const wide = Buffer.alloc(76);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(length), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(offset + length), 64);
  wide.writeUInt32LE(1, 72);
  return Buffer.concat([wide, end]);
}
