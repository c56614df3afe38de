import { crc32 } from 'node:zlib';
import { BUNDLE_FILES, type BundleFile } from './names.ts';
import { readZip, type Placed, type ReadAt } from './read-zip.ts';
import { verifyBundle, type BundleVerdict, type Trust } from './verify-bundle.ts';
import { zipFault, type ZipFault } from './zip-fault.ts';

/** `archive`: what is wrong with the archive around the files, and beside which of them. */
export type ArchiveVerdict = BundleVerdict | { readonly ok: false; readonly archive: ZipFault; readonly file?: string };

const AT_ONCE = 1_048_576;

/**
 * Checks the bundle in an archive, and then the archive itself: whatever the product would not have written there was put
 * there by somebody. What is wrong with a file or an entry is told first.
 */
export async function verifyArchive(size: number, readAt: ReadAt, trust: Trust = {}): Promise<ArchiveVerdict> {
  const placed = await readZip(size, readAt);
  if (!placed) return { ok: false, archive: await zipFault(size, readAt) };
  const source = (name: BundleFile) => {
    const file = placed.find((one) => one.name === name);
    return file && bytesOf(file, readAt);
  };
  const names = placed.map(({ name }) => name);
  const verdict = await verifyBundle(source, trust, names);
  if (!verdict.ok) return verdict;
  if (!isInOrder(names)) return { ok: false, archive: 'packed_anew' };
  for (const file of placed) {
    let sum = 0;
    for await (const bytes of bytesOf(file, readAt)) sum = crc32(bytes, sum);
    if (sum !== file.crc32) return { ok: false, archive: 'wrong_sum', file: file.name };
  }
  return verdict;
}

/** What lies there beside the files of a bundle may lie anywhere. */
function isInOrder(names: readonly string[]): boolean {
  const own: readonly string[] = BUNDLE_FILES;
  return names.filter((name) => own.includes(name)).every((name, place) => name === own[place]);
}

async function* bytesOf({ start, bytes }: Placed, readAt: ReadAt): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes; at += AT_ONCE) yield await readAt(start + at, Math.min(AT_ONCE, bytes - at));
}
