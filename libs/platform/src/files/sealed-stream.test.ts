import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { HEADER, headerOf, type FileHeader } from './file-header.ts';
import { FRAME, frameOf, Seal, SEALED_FRAME, Unseal } from './sealed-stream.ts';

const key = randomBytes(32);
const county = '6f1d2c3b-0a49-4f58-8c67-1b2a3c4d5e6f';
const sealed = (plain: Buffer, piece = 70_000) =>
  buffer(Readable.from(pieces(plain, piece), { objectMode: false }).pipe(new Seal(key, county)));

function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function opened(bytes: Buffer, withKey = key, offset = 0, size = 50_001): Buffer {
  const header = headerOf(bytes) as FileHeader;
  const { frame, sealedOffset, skip } = frameOf(header, offset);
  const unseal = new Unseal(withKey, header, frame);
  const parts: Buffer[] = [];
  for (const piece of pieces(bytes.subarray(sealedOffset), size)) parts.push(...unseal.push(piece));
  parts.push(unseal.end());
  return Buffer.concat(parts).subarray(skip);
}

describe('a sealed file', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17])(
    'of %i bytes opens to the same bytes',
    async (size) => {
      const plain = randomBytes(size);
      const bytes = await sealed(plain);
      expect(opened(bytes).equals(plain)).toBe(true);
      // Frame by frame, as a file is read.
      expect(opened(bytes, key, 0, SEALED_FRAME).equals(plain)).toBe(true);
    },
  );

  it('opens from the middle', async () => {
    const plain = randomBytes(3 * FRAME + 99);
    for (const offset of [1, FRAME - 1, FRAME, 2 * FRAME + 5]) {
      expect(opened(await sealed(plain), key, offset).equals(plain.subarray(offset))).toBe(true);
    }
  });

  it('refuses a flipped bit, a cut tail, swapped frames and a foreign key', async () => {
    const bytes = await sealed(randomBytes(2 * FRAME + 5));
    for (const at of [0, HEADER, HEADER + FRAME, bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(() => opened(flipped)).toThrow();
    }
    expect(() => opened(bytes.subarray(0, HEADER + 2 * (FRAME + 16)))).toThrow();
    expect(() => opened(bytes.subarray(0, bytes.length - 3))).toThrow();
    const first = bytes.subarray(HEADER, HEADER + FRAME + 16);
    const second = bytes.subarray(HEADER + FRAME + 16, HEADER + 2 * (FRAME + 16));
    const swapped = Buffer.concat([
      bytes.subarray(0, HEADER),
      second,
      first,
      bytes.subarray(HEADER + 2 * (FRAME + 16)),
    ]);
    expect(() => opened(swapped)).toThrow();
    expect(() => opened(bytes, randomBytes(32))).toThrow();
  });
});
