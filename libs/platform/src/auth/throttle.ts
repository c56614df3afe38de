import { Injectable } from '@nestjs/common';
import { INSTALLATION_ID } from '../context.ts';
import { Database, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import { inWords } from './wait-words.ts';
import { Tries, type Count } from './tries.ts';

const QUARTER_HOUR = 15 * 60;
const MINUTE = 60;

/** Where an attempt comes from. `device` is the hash of a device that signed in to this account before. */
export interface Origin {
  readonly network: string;
  readonly device: string | undefined;
  /** Somebody has signed in well from this network lately. */
  readonly networkIsKnown: boolean;
}

/**
 * Admits attempts before any of them is checked or counts against an account. Devices that the account does not know may
 * fail less often than locks it (`Lockout`), all of them together: a stranger locks nobody out, whatever network they
 * have. Networks that people work from are counted apart, so a stranger elsewhere leaves them their own attempts. Nothing
 * here depends on whether there is such an account.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
  ) {}

  /** What an attempt at an address is counted in. */
  countsOf(subject: string, { network, device, networkIsKnown }: Origin): Count[] {
    if (device) return [{ subject, scope: `device ${device}`, limit: 10, seconds: MINUTE }];
    return [
      ...this.ofNetwork(network),
      { subject, scope: networkIsKnown ? `network ${network}` : 'elsewhere', limit: 3, seconds: QUARTER_HOUR },
      { subject, scope: 'unknown devices', limit: 4, seconds: QUARTER_HOUR },
    ];
  }

  /** What an attempt from a network is counted in, whoever it is at. */
  ofNetwork(network: string): Count[] {
    return [{ subject: '', scope: `network ${network}`, limit: 20, seconds: MINUTE }];
  }

  /** Throws `sign_in_throttled` with the time to wait when one of the counters is full; then none of them counts it. */
  async admit(counts: readonly Count[]): Promise<void> {
    await this.database.inCounty({ countyId: INSTALLATION_ID }, async (tx) => {
      for (const count of inOrder(counts)) {
        if (await this.tries.take(tx, count)) continue;
        const seconds = await this.tries.wait(tx, count);
        throw new Refused('sign_in_throttled', { seconds, wait: inWords(seconds) });
      }
    });
  }

  /** A good attempt takes nothing from the next ones. */
  async giveBack(tx: Tx, counts: readonly Count[]): Promise<void> {
    for (const count of inOrder(counts)) await this.tries.giveBack(tx, count);
  }
}

/** The same for everybody, so that no two attempts wait for each other. */
const inOrder = (counts: readonly Count[]): Count[] =>
  [...counts].sort((a, b) => (`${a.subject} ${a.scope}` < `${b.subject} ${b.scope}` ? -1 : 1));
