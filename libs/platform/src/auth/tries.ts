import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { one, type Tx } from '../db/in-county.ts';

/** What is counted: attempts at somebody or something within a time, up to a number. */
export interface Count {
  /** `Tries.digest` of an e-mail address, or empty where the network alone is counted. */
  readonly subject: string;
  readonly scope: string;
  readonly limit: number;
  readonly seconds: number;
}

/** The times within the window that ends now, oldest first. All processes count by the clock of the database. */
const live = (tries: string, seconds: string) => `
  ARRAY(SELECT t FROM unnest(${tries}) AS t WHERE t > clock_timestamp() - make_interval(secs => ${seconds}) ORDER BY t)`;

/**
 * Counters of attempts that every process of the installation shares. The window slides: at no moment do more than the
 * limit lie within it. Statements lock the row that they count in, so parallel attempts are counted one after the other.
 */
@Injectable()
export class Tries {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.masterKey, '', 'clearance sign-in tries', 32));
  }

  /** What stands for an address, so that nobody reads off the table who tried to sign in, or what they typed by mistake. */
  digest(kind: 'email' | 'network', text: string): string {
    return createHmac('sha256', this.key).update(`${kind} ${text}`).digest('base64url');
  }

  /** Counts one more attempt unless the limit is reached; answers whether it was counted. */
  async take(tx: Tx, { subject, scope, limit, seconds }: Count): Promise<boolean> {
    const taken = await one(
      tx,
      `INSERT INTO sign_in_tries AS c (subject, scope, tries, until)
       VALUES ($1, $2, ARRAY[clock_timestamp()], clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (subject, scope) DO UPDATE
         SET tries = ${live('c.tries', '$3')} || clock_timestamp(), until = excluded.until
         WHERE cardinality(${live('c.tries', '$3')}) < $4
       RETURNING scope`,
      [subject, scope, seconds, limit],
    );
    return Boolean(taken);
  }

  /** Seconds until the oldest attempt of a full counter no longer counts. */
  async wait(tx: Tx, { subject, scope, seconds }: Count): Promise<number> {
    const found = await one<{ seconds: number }>(
      tx,
      `SELECT ceil(extract(epoch FROM (SELECT min(t) FROM unnest(${live('c.tries', '$3')}) AS t)
                + make_interval(secs => $3) - clock_timestamp()))::int AS seconds
         FROM sign_in_tries c WHERE subject = $1 AND scope = $2`,
      [subject, scope, seconds],
    );
    return Math.max(1, found?.seconds ?? 1);
  }

  /** Locks the counter until the transaction ends, and answers how many attempts it holds. */
  async hold(tx: Tx, { subject, scope, seconds }: Count): Promise<number> {
    const found = await one<{ count: number }>(
      tx,
      `INSERT INTO sign_in_tries AS c (subject, scope, tries, until) VALUES ($1, $2, '{}', clock_timestamp())
       ON CONFLICT (subject, scope) DO UPDATE SET tries = ${live('c.tries', '$3')}
       RETURNING cardinality(tries) AS count`,
      [subject, scope, seconds],
    );
    return found?.count ?? 0;
  }

  /** Takes back the newest attempt of a counter: it was a good one. */
  async giveBack(tx: Tx, { subject, scope }: Count): Promise<void> {
    await tx.query(
      `UPDATE sign_in_tries SET tries = tries[1:cardinality(tries) - 1]
        WHERE subject = $1 AND scope = $2 AND cardinality(tries) > 0`,
      [subject, scope],
    );
  }

  async forget(tx: Tx, { subject, scope }: Count): Promise<void> {
    await tx.query(`DELETE FROM sign_in_tries WHERE subject = $1 AND scope = $2`, [subject, scope]);
  }

  /** Forgets every attempt at somebody, in the order in which others lock the counters. */
  async forgetAllAt(tx: Tx, subject: string): Promise<void> {
    await tx.query(
      `WITH held AS MATERIALIZED
         (SELECT scope FROM sign_in_tries WHERE subject = $1 ORDER BY scope COLLATE "C" FOR UPDATE)
       DELETE FROM sign_in_tries USING held WHERE subject = $1 AND sign_in_tries.scope = held.scope`,
      [subject],
    );
  }
}
