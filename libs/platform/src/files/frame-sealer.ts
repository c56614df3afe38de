import { createCipheriv, randomBytes } from 'node:crypto';

/** Plain bytes of a frame. The last frame may be shorter, and may be empty. */
export const FRAME = 256 * 1024;
export const TAG = 16;
export const PREFIX = 8;

/** Frame number and whether it is the last are part of the nonce and the authenticated data: no frame can be cut, moved or repeated. */
export const nonceOf = (prefix: Buffer, frame: number) => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(frame, PREFIX);
  return nonce;
};
export const aadOf = (last: boolean) => Buffer.from([last ? 1 : 0]);

/** Encrypts in frames: 8 bytes of random prefix, then per frame the cipher text and its 16-byte tag. */
export class FrameSealer {
  readonly prefix = randomBytes(PREFIX);
  private readonly key: Buffer;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private frame = 0;

  constructor(key: Buffer) {
    this.key = key;
  }

  /** What `chunk` completes, to be written in this order. */
  push(chunk: Buffer): Buffer[] {
    const sealed: Buffer[] = [];
    let rest = chunk;
    // A full frame is kept back until more comes, since only then is it known not to be the last.
    while (this.heldBytes + rest.length > FRAME) {
      const room = FRAME - this.heldBytes;
      sealed.push(...this.seal([...this.held, rest.subarray(0, room)], false));
      rest = rest.subarray(room);
      this.held = [];
      this.heldBytes = 0;
    }
    // A copy, so that what came in large pieces is not kept for the sake of its end.
    if (rest.length > 0) this.held.push(Buffer.from(rest));
    this.heldBytes += rest.length;
    return sealed;
  }

  /** The last frame. */
  end(): Buffer[] {
    return this.seal(this.held, true);
  }

  private seal(plain: readonly Buffer[], last: boolean): Buffer[] {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.prefix, this.frame++)).setAAD(aadOf(last));
    const [first = Buffer.alloc(0)] = plain;
    const sealed = cipher.update(plain.length === 1 ? first : Buffer.concat(plain));
    cipher.final();
    return [sealed, cipher.getAuthTag()];
  }
}
