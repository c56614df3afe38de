import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import type { KeptFile } from './check-file.ts';
import type { FileFault, FileProblem } from './file-fault.ts';
import { FileStore } from './file-store.ts';
import { FRAME } from './sealed-stream.ts';

const TRIES = 40;
const folder = mkdtempSync(join(tmpdir(), 'clearance-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = new FileStore({ filesDir: folder } as Config);
const counties = [randomUUID(), randomUUID()].map((id) => ({ id, key: randomBytes(32) }));
const [ours, theirs] = counties as [(typeof counties)[0], (typeof counties)[0]];
/** Around the borders of a frame, within the first and of several. */
const sizes = [0, 1, 900, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 2 * FRAME + 700];

async function stored({ id, key }: typeof ours, size: number): Promise<KeptFile & { plain: Buffer; path: string }> {
  const [plain, name] = [randomBytes(size), `${randomUUID()}.file`];
  const received = await store.receive(id, key, Readable.from([plain], { objectMode: false }));
  await received.keep(name);
  return { name, bytes: received.bytes, sha256: received.sha256, plain, path: join(folder, id, name) };
}

/** What a reader gets of it: the bytes, or what is said to be wrong. Nothing may come before the reason does. */
async function answer(kept: KeptFile): Promise<Buffer | FileProblem> {
  try {
    return await buffer(await store.verified(ours.id, ours.key, kept));
  } catch (error) {
    expect((error as FileFault).file).toBe(kept.name);
    return (error as FileFault).problem;
  }
}

type Attack = (path: string) => Promise<unknown> | void;
const flip: Attack = (path) => {
  const bytes = readFileSync(path);
  const at = randomInt(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << randomInt(8)), at);
  writeFileSync(path, bytes);
};
const anotherOf = (county: typeof ours): Attack => {
  return async (path) => copyFileSync((await stored(county, sizes[randomInt(1, sizes.length)] ?? 1)).path, path);
};
const attacks: readonly (readonly [string, Attack, readonly FileProblem[]])[] = [
  ['a flipped bit', flip, ['damaged']],
  ['another file of the county in its place', anotherOf(ours), ['replaced']],
  ['a file of another county in its place', anotherOf(theirs), ['replaced']],
  ['cut short', (path) => truncateSync(path, randomInt(readFileSync(path).length)), ['cut_short']],
  ['deleted', (path) => rmSync(path), ['missing']],
  ['with bytes behind its end', (path) => appendFileSync(path, randomBytes(1 + randomInt(400))), ['damaged']],
];

describe('a stored file', () => {
  it.each(attacks)('%s is refused as what it is, before the first byte', async (_, attack, expected) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const size = sizes[tried % sizes.length] ?? 0;
      const [hit, beside] = [await stored(ours, size), await stored(ours, size)];
      await attack(hit.path);
      expect([size, await answer(hit)]).toEqual([size, expected[0]]);
      expect(beside.plain.equals((await answer(beside)) as Buffer)).toBe(true);
    }
  });

  it('that nobody touched is given as it was stored, from wherever it is read', async () => {
    for (const size of sizes) {
      const kept = await stored(ours, size);
      expect(kept.plain.equals((await answer(kept)) as Buffer)).toBe(true);
      for (const offset of [0, Math.floor(size / 2), Math.max(0, size - 1)]) {
        const read = await buffer(Readable.from(store.read(ours.id, ours.key, kept, offset)));
        expect(read.equals(kept.plain.subarray(offset))).toBe(true);
      }
    }
  });

  it.each(attacks)('%s is refused in the middle of a job that has read of it before', async (_, attack, expected) => {
    for (const size of sizes.filter((one) => one > 0)) {
      const kept = await stored(ours, size);
      await buffer(Readable.from(store.read(ours.id, ours.key, kept)));
      await attack(kept.path);
      const again = buffer(Readable.from(store.read(ours.id, ours.key, kept)));
      await expect(again).rejects.toMatchObject({ name: 'FileFault', problem: expected[0] });
    }
  });
});
