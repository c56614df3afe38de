import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Plain bytes of a frame. The last frame may be shorter, and may be empty. */
export const FRAME = 256 * 1024;
const TAG = 16;
const PREFIX = 8;

/** Frame number and whether it is the last are part of the nonce and the authenticated data: no frame can be cut, moved or repeated. */
const nonceOf = (prefix: Buffer, frame: number) => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(frame, PREFIX);
  return nonce;
};
const aadOf = (last: boolean) => Buffer.from([last ? 1 : 0]);

/** Encrypts a stream in frames: 8 bytes of random prefix, then per frame the cipher text and its 16-byte tag. */
export class Seal extends Transform {
  private readonly prefix = randomBytes(PREFIX);
  private readonly key: Buffer;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private frame = 0;

  constructor(key: Buffer) {
    super();
    this.key = key;
    this.push(this.prefix);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    // A full frame is kept back until more comes, since only then is it known not to be the last.
    if (this.heldBytes > FRAME) {
      let all = Buffer.concat(this.held);
      while (all.length > FRAME) {
        this.writeFrame(all.subarray(0, FRAME), false);
        all = all.subarray(FRAME);
      }
      this.held = [Buffer.from(all)];
      this.heldBytes = all.length;
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.writeFrame(Buffer.concat(this.held), true);
    done();
  }

  private writeFrame(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.prefix, this.frame++)).setAAD(aadOf(last));
    this.push(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  }
}

/** Where in the sealed file the frame of a plain offset begins, and how much of it comes before that offset. */
export function frameOf(plainOffset: number): { frame: number; sealedOffset: number; skip: number } {
  const frame = Math.floor(plainOffset / FRAME);
  return { frame, sealedOffset: PREFIX + frame * (FRAME + TAG), skip: plainOffset % FRAME };
}
export const PREFIX_BYTES = PREFIX;

/** Decrypts frames from number `frame` on. Throws on the first frame that was changed, and when the last one is missing. */
export class Unseal {
  private held: Buffer = Buffer.alloc(0);
  private frame: number;

  constructor(
    private readonly key: Buffer,
    private readonly prefix: Buffer,
    firstFrame: number,
  ) {
    this.frame = firstFrame;
  }

  /** The plain bytes of the frames that `chunk` completes. */
  push(chunk: Buffer): Buffer[] {
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    const plain: Buffer[] = [];
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
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(this.prefix, this.frame++)).setAAD(aadOf(last));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  }
}
