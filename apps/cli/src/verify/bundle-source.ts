import { createReadStream, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readZip, type BundleFile, type BundleSource } from '@clearance/audit';

const AT_ONCE = 1_048_576;

/** A bundle that cannot be read as one at all. */
export class NotABundle extends Error {}

/** The files of a folder, or of an archive as the product makes it. Throws NotABundle. */
export async function bundleAt(path: string): Promise<BundleSource> {
  const found = await stat(path);
  return found.isDirectory() ? folder(path) : archive(path, found);
}

async function folder(path: string): Promise<BundleSource> {
  const names = new Set(await readdir(path));
  return (name) => (names.has(name) ? bytesOf(join(path, name)) : undefined);
}

async function archive(path: string, { size }: Stats): Promise<BundleSource> {
  const file = await open(path, 'r');
  try {
    const placed = await readZip(size, async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
    if (!placed) {
      throw new NotABundle(
        'it is no archive of an export, or was packed anew or damaged. Unpack it and verify the folder: that names the first file or entry that is wrong',
      );
    }
    const files = new Map(placed.map((one) => [one.name, one]));
    return (name: BundleFile) => {
      const one = files.get(name);
      return one && bytesOf(path, one.start, one.bytes);
    };
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
