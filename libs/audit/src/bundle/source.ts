import { createHash, type Hash } from 'node:crypto';
import { refuse } from './faults.ts';
import type { FileSum } from './manifest.ts';
import type { BundleFile } from './names.ts';

/** A bundle as its files; undefined for one that is not there. Each is read from its beginning whenever asked for. */
export type BundleSource = (name: BundleFile) => AsyncIterable<Uint8Array> | undefined;

export const streamOf = (source: BundleSource, name: BundleFile): AsyncIterable<Uint8Array> =>
  source(name) ?? refuse('file_missing', { file: name });

/** Whether a file has this size and hash. Reads it once more. */
export async function isFile(source: BundleSource, name: BundleFile, sum: FileSum): Promise<boolean> {
  const summed = new Summed(streamOf(source, name));
  for await (const _ of summed) continue;
  return summed.is(sum);
}

/** A stream that is summed while somebody reads it. */
export class Summed implements AsyncIterable<Uint8Array> {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  private readonly stream: AsyncIterable<Uint8Array>;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.stream = stream;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.stream) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      yield chunk;
    }
  }

  is({ bytes, sha256 }: FileSum): boolean {
    return this.bytes === bytes && this.hash.digest('hex') === sha256;
  }
}
