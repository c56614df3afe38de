import { createReadStream, type Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { verifyArchive, verifyBundle, type ArchiveVerdict, type Trust } from '@clearance/audit';

const AT_ONCE = 1_048_576;

/** A bundle where it lies: an archive as the product makes it, or the folder of its files. */
export interface FoundBundle {
  /** Size of the archive in bytes. */
  readonly bytes: number;
  /** Whether a file lies within the folder: it came with the bundle, and vouches for nothing. */
  holds(file: string): Promise<boolean>;
  verify(trust: Trust): Promise<ArchiveVerdict>;
}

/** @param given paths of files that were named as arguments: they may lie in the folder and be no part of the bundle */
export async function bundleAt(path: string, given: readonly string[]): Promise<FoundBundle> {
  const found = await stat(path);
  return found.isDirectory() ? folder(path, new Set(given.map((one) => resolve(one)))) : archive(path, found);
}

async function folder(path: string, given: ReadonlySet<string>): Promise<FoundBundle> {
  const all = await readdir(path);
  const there = new Set(all);
  const within = (await realpath(path)) + sep;
  return {
    bytes: 0,
    holds: async (file) => (await realpath(file)).startsWith(within),
    verify: (trust) =>
      verifyBundle(
        (name) => (there.has(name) ? bytesOf(join(path, name)) : undefined),
        trust,
        all.filter((name) => !given.has(resolve(path, name))),
      ),
  };
}

async function archive(path: string, { size }: Stats): Promise<FoundBundle> {
  await (await open(path, 'r')).close();
  return {
    bytes: size,
    holds: () => Promise.resolve(false),
    verify: async (trust) => {
      const file = await open(path, 'r');
      const readAt = async (offset: number, length: number) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      };
      return verifyArchive(size, readAt, trust).finally(() => file.close());
    },
  };
}

/** Opened when the first byte is asked for, and not before. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: AT_ONCE }) as AsyncIterable<Uint8Array>;
}
