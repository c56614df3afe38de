import { createDecipheriv } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { FileHeader } from './file-header.ts';
import { aadOf, FRAME, FrameSealer, nonceOf, TAG } from './frame-sealer.ts';

export { FRAME };

/** `FrameSealer` as a stream. */
export class Seal extends Transform {
  private readonly sealer: FrameSealer;

  constructor(key: Buffer, countyId: string) {
    super();
    this.sealer = new FrameSealer(key, countyId);
    this.push(this.sealer.header.bytes);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    for (const sealed of this.sealer.push(chunk)) this.push(sealed);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.push(Buffer.concat(this.sealer.end()));
    done();
  }
}

/** Where in the sealed file the frame of a plain offset begins, and how much of it comes before that offset. */
export function frameOf(
  header: FileHeader,
  plainOffset: number,
): { frame: number; sealedOffset: number; skip: number } {
  const frame = Math.floor(plainOffset / FRAME);
  return { frame, sealedOffset: header.bytes.length + frame * (FRAME + TAG), skip: plainOffset % FRAME };
}

/** The size of a sealed file with so many plain bytes. */
export const sealedSize = (header: FileHeader, plainBytes: number): number =>
  header.bytes.length + plainBytes + Math.max(1, Math.ceil(plainBytes / FRAME)) * TAG;

/** Bytes of a full frame in the sealed file. */
export const SEALED_FRAME = FRAME + TAG;

/** Decrypts frames from number `frame` on. Throws on the first frame that was changed, and when the last one is missing. */
export class Unseal {
  private held: Buffer = Buffer.alloc(0);
  private frame: number;

  constructor(
    private readonly key: Buffer,
    private readonly header: FileHeader,
    firstFrame: number,
  ) {
    this.frame = firstFrame;
  }

  /** The plain bytes of the frames that `chunk` completes. */
  push(chunk: Buffer): Buffer[] {
    const plain: Buffer[] = [];
    // Read frame by frame, the one that is held is whole, and was kept back only because it might have been the last.
    if (this.held.length === FRAME + TAG && chunk.length > 0) {
      plain.push(this.open(this.held, false));
      this.held = chunk;
    } else {
      this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    }
    while (this.held.length > FRAME + TAG) {
      plain.push(this.open(this.held.subarray(0, FRAME + TAG), false));
      this.held = this.held.subarray(FRAME + TAG);
    }
    return plain;
  }

  /** The plain bytes of the last frame. */
  end(): Buffer {
    return this.open(this.held, true);
  }

  private open(sealed: Buffer, last: boolean): Buffer {
    if (sealed.length < TAG) throw new Error('The stored file is cut.');
    const nonce = nonceOf(this.header.prefix, this.frame++);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(aadOf(this.header, last));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
    decipher.final();
    return plain;
  }
}
