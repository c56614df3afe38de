import { createCipheriv, randomBytes } from 'node:crypto';
import { makeHeader, PREFIX, type FileHeader } from './file-header.ts';

/** Plain bytes of a frame. The last frame may be shorter, and may be empty. */
export const FRAME = 256 * 1024;
export const TAG = 16;

/** Frame number and whether it is the last are part of the nonce and the authenticated data: no frame can be cut, moved or repeated. */
export const nonceOf = (prefix: Buffer, frame: number) => {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(frame, PREFIX);
  return nonce;
};
/** The header of 0.1.0 is its prefix, which the nonce holds already. */
export const aadOf = ({ bytes }: FileHeader, last: boolean) =>
  Buffer.concat([bytes.length > PREFIX ? bytes : Buffer.alloc(0), Buffer.from([last ? 1 : 0])]);

/** Encrypts in frames: the header with the county and a random prefix, then per frame the cipher text and its 16-byte tag. */
export class FrameSealer {
  readonly header: FileHeader;
  private readonly key: Buffer;
  /** What came of the frame that is not full yet; used again for the next one. */
  private readonly held = Buffer.allocUnsafeSlow(FRAME);
  private heldBytes = 0;
  private frame = 0;

  constructor(key: Buffer, countyId: string) {
    this.key = key;
    this.header = makeHeader(countyId, randomBytes(PREFIX));
  }

  /** What `chunk` completes, to be written in this order. */
  push(chunk: Buffer): Buffer[] {
    const sealed: Buffer[] = [];
    let rest = chunk;
    // A full frame is kept back until more comes, since only then is it known not to be the last.
    while (this.heldBytes + rest.length > FRAME) {
      const room = FRAME - this.heldBytes;
      rest.copy(this.held, this.heldBytes, 0, room);
      sealed.push(...this.seal(this.held, false));
      rest = rest.subarray(room);
      this.heldBytes = 0;
    }
    rest.copy(this.held, this.heldBytes);
    this.heldBytes += rest.length;
    return sealed;
  }

  /** The last frame. */
  end(): Buffer[] {
    return this.seal(this.held.subarray(0, this.heldBytes), true);
  }

  private seal(plain: Buffer, last: boolean): Buffer[] {
    const nonce = nonceOf(this.header.prefix, this.frame++);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(aadOf(this.header, last));
    const sealed = cipher.update(plain);
    cipher.final();
    return [sealed, cipher.getAuthTag()];
  }
}
