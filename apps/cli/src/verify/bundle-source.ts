import { createReadStream, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readZip, zipFault, type BundleFile, type BundleSource } from '@clearance/audit';
import { archiveWords } from './words.ts';

const AT_ONCE = 1_048_576;

/** A bundle that cannot be read as one at all. */
export class NotABundle extends Error {}

/** The files of a bundle, and the names of all that lies where they do. */
export interface FoundBundle {
  readonly source: BundleSource;
  readonly names: readonly string[];
}

/**
 * The files of a folder, or of an archive as the product makes it. Throws NotABundle.
 *
 * @param given paths of files that were named as arguments: they may lie in the folder and be no part of the bundle
 */
export async function bundleAt(path: string, given: readonly string[]): Promise<FoundBundle> {
  const found = await stat(path);
  return found.isDirectory() ? folder(path, new Set(given.map((one) => resolve(one)))) : archive(path, found);
}

async function folder(path: string, given: ReadonlySet<string>): Promise<FoundBundle> {
  const all = await readdir(path);
  const there = new Set(all);
  return {
    source: (name) => (there.has(name) ? bytesOf(join(path, name)) : undefined),
    names: all.filter((name) => !given.has(resolve(path, name))),
  };
}

async function archive(path: string, { size }: Stats): Promise<FoundBundle> {
  const file = await open(path, 'r');
  const readAt = async (offset: number, length: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  try {
    const placed = await readZip(size, readAt);
    if (!placed) throw new NotABundle(archiveWords(await zipFault(size, readAt), size));
    const files = new Map(placed.map((one) => [one.name, one]));
    const source = (name: BundleFile) => {
      const one = files.get(name);
      return one && bytesOf(path, one.start, one.bytes);
    };
    return { source, names: placed.map(({ name }) => name) };
  } finally {
    await file.close();
  }
}

/** Opened when the first byte is asked for, and not before. */
async function* bytesOf(path: string, start = 0, length = Infinity): AsyncGenerator<Uint8Array> {
  if (length === 0) return;
  yield* createReadStream(path, {
    start,
    end: start + length - 1,
    highWaterMark: AT_ONCE,
  }) as AsyncIterable<Uint8Array>;
}
