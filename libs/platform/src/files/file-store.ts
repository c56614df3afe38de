import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Refused } from '../refused.ts';
import { checkFile, framesOf, isUnauthentic, readHeader, type KeptFile } from './check-file.ts';
import { FileFault } from './file-fault.ts';
import type { FileHeader } from './file-header.ts';
import { FRAME, frameOf, Seal } from './sealed-stream.ts';
import { VerifiedFile } from './verified-file.ts';

/** How many files a process remembers that it has checked. */
const REMEMBERED = 1_000;

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

const markOf = (countyId: string, { name, sha256 }: KeptFile): string => `${countyId}/${name} ${sha256}`;

/** Encrypted files on local disk under generated names, a folder per county. Never holds a whole file in memory. */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  /** Of files that were checked, by place and digest. */
  private readonly headers = new Map<string, Promise<FileHeader>>();

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
      await pipeline(
        source,
        meter,
        new Seal(key, countyId),
        createWriteStream(path, { mode: 0o600, highWaterMark: FRAME }),
      );
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

  /**
   * A kept file as it was stored: all of it is read and checked before this resolves, so that whoever answers it can still
   * refuse. Throws `FileFault`.
   */
  async verified(countyId: string, key: Buffer, kept: KeptFile): Promise<VerifiedFile> {
    const header = await this.checked(countyId, key, kept);
    return new VerifiedFile(() => this.framesFrom(countyId, key, kept, header, 0));
  }

  /** The same file, which is removed once it was read or whoever reads it has gone. */
  once(countyId: string, file: VerifiedFile, name: string): VerifiedFile {
    const remove = () => this.remove(countyId, name);
    return new VerifiedFile(async function* () {
      try {
        yield* file;
      } finally {
        await remove();
      }
    });
  }

  /**
   * The plain bytes of a kept file from `offset` on, for jobs that read it piece by piece: the whole is checked when this
   * process first reads of it, and from then on each frame must be one of the file that was checked. Throws `FileFault`.
   */
  async *read(countyId: string, key: Buffer, kept: KeptFile, offset = 0): AsyncGenerator<Buffer> {
    const mark = markOf(countyId, kept);
    let header = this.headers.get(mark);
    if (!header) {
      header = this.checked(countyId, key, kept);
      this.headers.set(mark, header);
      header.catch(() => this.headers.delete(mark));
      for (const oldest of this.headers.keys()) if (this.headers.size > REMEMBERED) this.headers.delete(oldest);
    }
    yield* this.framesFrom(countyId, key, kept, await header, offset);
  }

  private async checked(countyId: string, key: Buffer, kept: KeptFile): Promise<FileHeader> {
    const file = await this.openKept(countyId, kept);
    try {
      return await checkFile(file, countyId, key, kept);
    } finally {
      await file.close();
    }
  }

  /** Every file has a prefix of its own, and each frame is authenticated with it: none of another file can stand here. */
  private async *framesFrom(
    countyId: string,
    key: Buffer,
    kept: KeptFile,
    header: FileHeader,
    offset: number,
  ): AsyncGenerator<Buffer> {
    const { sealedOffset, skip } = frameOf(header, offset);
    const file = await this.openKept(countyId, kept);
    let rest = skip;
    try {
      const there = await readHeader(file);
      if (!there?.bytes.equals(header.bytes)) throw new FileFault(kept.name, 'replaced');
      for await (const plain of framesOf(file, key, header, sealedOffset)) {
        const from = Math.min(rest, plain.length);
        rest -= from;
        yield plain.subarray(from);
      }
    } catch (error) {
      if (!(error instanceof FileFault) && !isUnauthentic(error)) throw error;
      // It was whole before: looking at all of it again tells what happened to it.
      this.headers.delete(markOf(countyId, kept));
      await this.checked(countyId, key, kept);
      throw new FileFault(kept.name, 'damaged');
    } finally {
      await file.close();
    }
  }

  private async openKept(countyId: string, { name }: KeptFile): Promise<FileHandle> {
    try {
      return await open(this.pathOf(countyId, name), 'r');
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new FileFault(name, 'missing') : error;
    }
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

  private pathOf(countyId: string, name: string): string {
    return join(this.config.filesDir, countyId, name);
  }
}
