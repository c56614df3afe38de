import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../testing/bundles.ts';
import { logOf } from '../../testing/entries.ts';
import { BUNDLE_FILES } from './names.ts';
import { readZip } from './read-zip.ts';
import { zipFrame } from './zip.ts';

const bundle = bundleOf({ log: logOf(9) });
const files = BUNDLE_FILES.map((name) => ({ name, bytes: bundle[name].length, crc32: crc32(bundle[name]) }));
const archive = (() => {
  const { headers, end } = zipFrame(files);
  return Buffer.concat([...BUNDLE_FILES.flatMap((name, at) => [headers[at] as Buffer, bundle[name]]), end]);
})();
const read = (bytes: Buffer) =>
  readZip(bytes.length, (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)));

describe('an archive', () => {
  it('is read back as the files that were stored, and its size is known before', async () => {
    expect(zipFrame(files).bytes).toBe(archive.length);
    const placed = await read(archive);
    expect(placed?.map(({ name }) => name)).toEqual(BUNDLE_FILES);
    for (const { name, start, bytes } of placed ?? []) {
      expect(archive.subarray(start, start + bytes)).toEqual(bundle[name as keyof typeof bundle]);
    }
  });

  it.skipIf(spawnSync('python3', ['-V']).status !== 0)('is opened by another program', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), archive);
      const script = `import zipfile,sys; z=zipfile.ZipFile('a.zip'); assert z.testzip() is None; z.extractall('out')`;
      execFileSync('python3', ['-c', script], { cwd: folder });
      for (const name of BUNDLE_FILES) expect(readFileSync(join(folder, 'out', name))).toEqual(bundle[name]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is none when any bit beside the bytes of its files was changed, or it was cut', async () => {
    const { headers, end } = zipFrame(files);
    const frame: number[] = [];
    let at = 0;
    for (const [place, { bytes }] of files.entries()) {
      const { length } = headers[place] as Buffer;
      for (let byte = 0; byte < length; byte += 1) frame.push(at + byte);
      at += length + bytes;
    }
    for (let byte = 0; byte < end.length; byte += 1) frame.push(at + byte);
    for (const place of frame) {
      const damaged = Buffer.from(archive);
      damaged[place] = (damaged[place] as number) ^ (1 << (place % 8));
      expect(await read(damaged), `byte ${place}`).toBeUndefined();
    }
    for (const length of [0, 10, 22, 100, archive.length - 1])
      expect(await read(archive.subarray(0, length))).toBeUndefined();
  });

  it('larger than four gigabytes has its sizes and places in 64 bits', async () => {
    const large = [
      { name: 'a', bytes: 5_000_000_000, crc32: 1 },
      { name: 'b', bytes: 3, crc32: 2 },
    ];
    const { headers, end, bytes } = zipFrame(large);
    const [first, second] = headers as [Buffer, Buffer];
    const at = first.length + 5_000_000_000;
    // The bytes of the files are not looked at, so an archive of this size need not exist.
    const pieces = new Map([
      [0, first],
      [at, second],
      [bytes - end.length, end],
    ]);
    const readAt = (offset: number, length: number) => {
      if (offset === bytes - 65_536) return Promise.resolve(Buffer.concat([Buffer.alloc(65_536 - end.length), end]));
      return Promise.resolve(pieces.get(offset)?.subarray(0, length) ?? Buffer.alloc(0));
    };
    expect(await readZip(bytes, readAt)).toEqual([
      { ...large[0], start: first.length },
      { ...large[1], start: at + second.length },
    ]);
  });
});
