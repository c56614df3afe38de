import { Injectable } from '@nestjs/common';
import { NIL_ID } from '../context.ts';
import { one, type Tx } from '../db/in-county.ts';
import type { Caller } from '../http/permission.ts';
import { networkOf } from './network-of.ts';
import type { Origin } from './throttle.ts';
import { makeToken, readToken } from './tokens.ts';
import { Tries } from './tries.ts';

/** A network is one that people work from for so long after the last good sign-in. */
const NETWORK_DAYS = 30;

/**
 * Devices that signed in to an account well. The browser holds a random token, the database its hash. A token opens
 * nothing: it only keeps what strangers guess from being counted against whoever holds it.
 */
@Injectable()
export class Devices {
  constructor(private readonly tries: Tries) {}

  /** The network of an address, as it is stored and counted. */
  networkOf(address: string): string {
    return this.tries.digest('network', networkOf(address));
  }

  /** Where an attempt at an account comes from. */
  async originOf(tx: Tx, accountId: string | undefined, { address, device }: Caller): Promise<Origin> {
    const network = this.networkOf(address);
    const hash = readToken(device)?.hash;
    const found = await one<{ device: boolean; network: boolean }>(
      tx,
      `SELECT EXISTS (SELECT 1 FROM known_device WHERE account_id = $1 AND token_hash = $2) AS device,
              EXISTS (SELECT 1 FROM known_device
                       WHERE network = $3 AND used_at > clock_timestamp() - make_interval(days => $4)) AS network`,
      [accountId ?? NIL_ID, hash ?? Buffer.alloc(0), network, NETWORK_DAYS],
    );
    return {
      network,
      device: hash && found?.device ? hash.toString('base64url') : undefined,
      networkIsKnown: found?.network ?? false,
    };
  }

  /** Remembers the device of a good sign-in; answers the token for its cookie. One that the device has stays. */
  async remember(tx: Tx, accountId: string, { address, device }: Caller): Promise<string> {
    const given = readToken(device);
    // A token of ours only: what is not known to any account may have been put there by somebody who knows it.
    const known = given && (await one(tx, `SELECT 1 FROM known_device WHERE token_hash = $1 LIMIT 1`, [given.hash]));
    const { token, hash } = known && device ? { token: device, hash: given.hash } : makeToken(NIL_ID);
    await tx.query(
      `INSERT INTO known_device (account_id, token_hash, network, used_at) VALUES ($1, $2, $3, clock_timestamp())
       ON CONFLICT (account_id, token_hash) DO UPDATE SET network = excluded.network, used_at = excluded.used_at`,
      [accountId, hash, this.networkOf(address)],
    );
    return token;
  }
}
