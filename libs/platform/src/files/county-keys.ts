import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { one, type Tx } from '../db/in-county.ts';

/** Made once of each key: it takes four times as long as an HMAC of a line does. */
const secrets = new WeakMap<Buffer, KeyObject>();

function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key);
  if (known) return known;
  const secret = createSecretKey(key);
  secrets.set(key, secret);
  return secret;
}

/** AES-256-GCM of a small value: 12 bytes nonce, 16 bytes tag, then the cipher text. `aad` is authenticated with it. */
export function seal(key: Buffer, plain: Buffer, aad: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce).setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The reverse of `seal`. Throws when anything of key, bytes or aad differs. */
export function unseal(key: Buffer, sealed: Buffer, aad: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** The data key of a county, wrapped by the installation's master key. */
@Injectable()
export class CountyKeys {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A new wrapped data key for a county that is being created. */
  make(countyId: string): Buffer {
    return seal(this.config.masterKey, randomBytes(32), `county ${countyId}`);
  }

  /** The data key of the transaction's county. */
  async of(tx: Tx, countyId: string): Promise<Buffer> {
    const found = await one<{ data_key: Buffer }>(tx, `SELECT data_key FROM county WHERE id = $1`, [countyId]);
    if (!found) throw new Error('There is no such county.');
    return unseal(this.config.masterKey, found.data_key, `county ${countyId}`);
  }
}

/**
 * What stands for a plain digest wherever it leaves the tables: HMAC-SHA-256 (hex) of it under the county's key. Whoever holds
 * what was digested can compute the digest again, and without the key not this.
 */
export const keyedDigest = (key: Buffer, digest: string): string =>
  createHmac('sha256', secretOf(key)).update(`digest ${digest}`).digest('hex');

/**
 * An opaque id that is the same whenever the same thing is named in the same county, and tells nothing without the
 * county's key: a version-8 UUID of HMAC-SHA-256. A repeated job therefore makes the same ids again.
 */
export function opaqueId(key: Buffer, name: string): string {
  const digest = createHmac('sha256', secretOf(key)).update(name).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
