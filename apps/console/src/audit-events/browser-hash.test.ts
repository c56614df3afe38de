import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checksumOf, fitsLeafHash } from './browser-hash.ts';

const bytes = '{"action":"session.start","seq":1}';
const leaf = createHash('sha256').update('\0').update(bytes).digest();

describe('hashes that the browser computes', () => {
  it('finds that the bytes of an entry give its leaf hash, in hexadecimal or base64', async () => {
    expect(await fitsLeafHash(bytes, leaf.toString('hex'))).toBe(true);
    expect(await fitsLeafHash(bytes, leaf.toString('base64'))).toBe(true);
  });
  it('finds that one changed byte does not', async () => {
    expect(await fitsLeafHash(bytes.replace('1', '2'), leaf.toString('hex'))).toBe(false);
  });
  it('computes the checksum of a file', async () => {
    expect(await checksumOf(new Blob(['abc']))).toBe(createHash('sha256').update('abc').digest('hex'));
  });
});
