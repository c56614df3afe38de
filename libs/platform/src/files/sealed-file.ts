import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { FrameSealer } from './frame-sealer.ts';

/** Size, SHA-256 (hex) and check sum of the plain bytes of a file. */
export interface FileSums {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** A file that is written in large pieces, encrypted. It waits for the disk, so it is for threads that may. */
export class SealedFile {
  private readonly file: number;
  private readonly sealer: FrameSealer;
  private readonly hash = createHash('sha256');
  private sum = 0;
  private bytes = 0;

  constructor(path: string, key: Buffer, countyId: string) {
    this.sealer = new FrameSealer(key, countyId);
    this.file = openSync(path, 'wx', 0o600);
    this.append([this.sealer.header.bytes]);
  }

  write(plain: Buffer): void {
    this.hash.update(plain);
    this.sum = crc32(plain, this.sum);
    this.bytes += plain.length;
    this.append(this.sealer.push(plain));
  }

  /** Call it once, and nothing after it. */
  finish(): FileSums {
    this.append(this.sealer.end());
    closeSync(this.file);
    return { bytes: this.bytes, sha256: this.hash.digest('hex'), crc32: this.sum };
  }

  /** A disk may take less than it is given at once. */
  private append(pieces: Buffer[]): void {
    if (pieces.length === 0) return;
    const written = writevSync(this.file, pieces);
    const left = pieces.reduce((sum, { length }) => sum + length, -written);
    if (left === 0) return;
    const rest = Buffer.concat(pieces).subarray(written);
    for (let at = 0; at < rest.length;) at += writeSync(this.file, rest, at);
  }
}
