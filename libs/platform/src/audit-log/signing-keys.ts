import { randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { privateKeyOf, publicKeyOf, verifierKey, type VerifierKey } from '@clearance/audit';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { INSTALLATION_ID } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { seal, unseal } from '../files/county-keys.ts';

interface Stored {
  no: number;
  name: string;
  public_key: Buffer;
  sealed: Buffer | null;
  made_at: Date;
}

/** A key that signs or has signed the logs of this installation. */
export interface LogKey {
  readonly publicKey: Buffer;
  readonly since: Date;
  /** The key under the name of a county's log, which is its origin. */
  verifier(countyId: string): VerifierKey;
}

export interface Signer extends LogKey {
  readonly privateKey: KeyObject;
  /** Every key there was, this one last. */
  readonly all: readonly LogKey[];
}

/**
 * The installation's Ed25519 key: made at its first boot and kept under the master key, or given by configuration. A new
 * one given later takes over; what the earlier ones signed stays valid.
 */
@Injectable()
export class SigningKeys {
  private known: Promise<Signer | undefined> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Not to be called inside a transaction. Throws before the installation was founded, and under another MASTER_KEY. */
  async signer(): Promise<Signer> {
    this.known ??= this.load();
    try {
      const found = await this.known;
      if (found) return found;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
    this.known = undefined;
    throw new Error('The installation has no key to sign its logs with yet.');
  }

  private load(): Promise<Signer | undefined> {
    return this.database.inCounty({ countyId: INSTALLATION_ID }, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('audit key'))`);
      if (!(await one(tx, `SELECT 1 FROM county WHERE id = $1`, [INSTALLATION_ID]))) return undefined;
      const stored = await this.stored(tx);
      const wanted = this.config.logSigningKey ? publicKeyOf(privateKeyOf(this.config.logSigningKey)) : undefined;
      const last = stored.at(-1);
      if (!last || (wanted && !last.public_key.equals(wanted))) await this.add(tx, last);
      return this.signerOf(await this.stored(tx));
    });
  }

  private stored(tx: Tx): Promise<Stored[]> {
    return rows<Stored>(tx, `SELECT no, name, public_key, sealed, made_at FROM audit_key ORDER BY no`);
  }

  private async add(tx: Tx, last: Stored | undefined): Promise<void> {
    const seed = this.config.logSigningKey ?? randomBytes(32);
    const publicKey = publicKeyOf(privateKeyOf(seed));
    const sealed = this.config.logSigningKey ? null : seal(this.config.masterKey, seed, aadOf(publicKey));
    await tx.query(
      `INSERT INTO audit_key (county_id, no, name, public_key, sealed, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        INSTALLATION_ID,
        (last?.no ?? 0) + 1,
        last?.name ?? new URL(this.config.publicUrl).host,
        publicKey,
        sealed,
        now(),
      ],
    );
  }

  private opened(sealed: Buffer, publicKey: Buffer): Buffer {
    try {
      return unseal(this.config.masterKey, sealed, aadOf(publicKey));
    } catch {
      throw new Error('MASTER_KEY is not the key of this database: what it wraps cannot be opened.');
    }
  }

  private signerOf(stored: readonly Stored[]): Signer {
    const last = stored.at(-1);
    if (!last) throw new Error('The key that was just made is not there.');
    const seed = last.sealed ? this.opened(last.sealed, last.public_key) : this.config.logSigningKey;
    if (!seed) throw new Error('The key that signs the log was given by configuration (LOG_SIGNING_KEY) and is gone.');
    return { ...keyOf(last), privateKey: privateKeyOf(seed), all: stored.map(keyOf) };
  }
}

const aadOf = (publicKey: Buffer): string => `log key ${publicKey.toString('hex')}`;

const keyOf = ({ name, public_key, made_at }: Stored): LogKey => ({
  publicKey: public_key,
  since: made_at,
  verifier: (countyId) => verifierKey(`${name}/${countyId}`, public_key),
});
