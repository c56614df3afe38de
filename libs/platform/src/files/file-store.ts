import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Refused } from '../refused.ts';
import { FRAME, frameOf, PREFIX_BYTES, Seal, SEALED_FRAME, Unseal } from './sealed-stream.ts';

/** A file that does not count yet: `keep` gives it its name, `drop` removes it. */
export interface Undecided {
  keep(name: string): Promise<void>;
  drop(): Promise<void>;
}

export interface Reserved extends Undecided {
  readonly path: string;
}

/** A file that was received whole but does not count yet. Sizes and hash are of the plain bytes. */
export interface Received extends Undecided {
  readonly bytes: number;
  readonly sha256: string;
}

/** Encrypted files on local disk under generated names, a folder per county. Never holds a whole file in memory. */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Clears away what a killed process left half received: nobody writes to a file for a whole day. */
  async onApplicationBootstrap(): Promise<void> {
    const yesterday = now().getTime() - 86_400_000;
    const names = await readdir(this.config.filesDir, { recursive: true }).catch(() => [] as string[]);
    for (const name of names.filter((one) => one.endsWith('.part'))) {
      const path = join(this.config.filesDir, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < yesterday) await rm(path, { force: true });
    }
  }

  /**
   * Encrypts a stream of at most `limit` bytes to disk. On any error nothing is left behind. Throws `upload_too_large`.
   */
  async receive(
    countyId: string,
    key: Buffer,
    source: Readable,
    { limit = Infinity }: { readonly limit?: number } = {},
  ): Promise<Received> {
    const path = this.pathOf(countyId, `${randomUUID()}.part`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        // Whoever asks for a page meanwhile is served between two pieces, and not behind all that has arrived.
        if (bytes <= limit) return void setImmediate(done, null, chunk);
        done(new Refused('upload_too_large', { limit: `${Math.round(limit / 1024 ** 2)} MB` }));
      },
    });
    try {
      await pipeline(source, meter, new Seal(key), createWriteStream(path, { mode: 0o600, highWaterMark: FRAME }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { bytes, sha256: hash.digest('hex'), ...this.undecided(countyId, path) };
  }

  /** A place for a file that somebody else writes, as `SealedFile` does. */
  async reserve(countyId: string): Promise<Reserved> {
    const path = this.pathOf(countyId, `${randomUUID()}.part`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return { path, ...this.undecided(countyId, path) };
  }

  private undecided(countyId: string, path: string): Undecided {
    return {
      keep: async (name) => {
        const file = await open(path, 'r');
        await file.sync().finally(() => file.close());
        await rename(path, this.pathOf(countyId, name));
      },
      drop: () => rm(path, { force: true }),
    };
  }

  /** The plain bytes of a kept file from `offset` on. Throws when the file was changed or cut. */
  async *read(countyId: string, key: Buffer, name: string, offset = 0): AsyncGenerator<Buffer> {
    const path = this.pathOf(countyId, name);
    const { frame, sealedOffset, skip } = frameOf(offset);
    const unseal = new Unseal(key, await this.prefixOf(path), frame);
    let rest = skip;
    const cut = (plain: Buffer) => {
      const from = Math.min(rest, plain.length);
      rest -= from;
      return plain.subarray(from);
    };
    for await (const chunk of createReadStream(path, {
      start: sealedOffset,
      highWaterMark: SEALED_FRAME,
    }) as AsyncIterable<Buffer>) {
      for (const plain of unseal.push(chunk)) yield cut(plain);
    }
    yield cut(unseal.end());
  }

  async remove(countyId: string, name: string): Promise<void> {
    await rm(this.pathOf(countyId, name), { force: true });
  }

  /** Removes every file whose name begins with `prefix`, but those of `kept`. */
  async removeOthers(countyId: string, prefix: string, kept: ReadonlySet<string>): Promise<void> {
    const folder = join(this.config.filesDir, countyId);
    // A county has a folder from its first file on.
    const names = existsSync(folder) ? await readdir(folder) : [];
    const others = names.filter((name) => name.startsWith(prefix) && !name.endsWith('.part') && !kept.has(name));
    for (const name of others) await this.remove(countyId, name);
  }

  async exists(countyId: string, name: string): Promise<boolean> {
    return stat(this.pathOf(countyId, name)).then(
      () => true,
      () => false,
    );
  }

  private async prefixOf(path: string): Promise<Buffer> {
    const file = await open(path, 'r');
    try {
      const prefix = Buffer.alloc(PREFIX_BYTES);
      await file.read(prefix, 0, PREFIX_BYTES, 0);
      return prefix;
    } finally {
      await file.close();
    }
  }

  private pathOf(countyId: string, name: string): string {
    return join(this.config.filesDir, countyId, name);
  }
}
