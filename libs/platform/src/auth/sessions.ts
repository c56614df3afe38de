import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@clearance/contract';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import type { Caller } from '../http/permission.ts';
import { makeToken, readToken } from './tokens.ts';

/** However much it is used, a session ends after so long. */
export const ABSOLUTE_SECONDS = 12 * 3600;
/** How much later than now a session may have been used: the clocks of two processes differ. Later than that, the clock was set back. */
const SKEW_SECONDS = 300;
/** A session's last use is written at most this often, so that reading a list costs no write. */
const TOUCH_SECONDS = 20;

interface Found {
  id: string;
  member_id: string;
  roles: Role[];
  authenticated_at: Date;
  seen_at: Date;
}

/**
 * Server-side sessions: the browser holds a random token, the database its hash. A locked account begins none, and those
 * that it has go on: whoever guesses passwords ends nobody's work.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Starts a session inside the transaction that checked the password; returns the token for the cookie. */
  async start(
    tx: Tx,
    countyId: string,
    memberId: string,
    caller: Caller,
    at: Date,
  ): Promise<{ token: string; id: string }> {
    const { token, hash } = makeToken(countyId);
    const id = randomUUID();
    await tx.query(
      `INSERT INTO session (county_id, id, token_hash, member_id, created_at, seen_at, authenticated_at, address)
       VALUES ($1, $2, $3, $4, $5, $5, $5, $6)`,
      [countyId, id, hash, memberId, at, caller.address],
    );
    await tx.query(`UPDATE member SET last_seen = $2 WHERE id = $1`, [memberId, at]);
    return { token, id };
  }

  /** The context behind a cookie, or undefined when the session is unknown, idle too long, too old, or its member suspended. */
  async contextOf(
    cookie: string | undefined,
    caller: Caller,
    by: 'person' | 'page' = 'person',
  ): Promise<Ctx | undefined> {
    const token = readToken(cookie);
    if (!token) return undefined;
    const at = now();
    return this.database.inCounty(token, async (tx) => {
      const found = await one<Found>(
        tx,
        `SELECT s.id, s.member_id, m.roles, s.authenticated_at, s.seen_at
           FROM session s
           JOIN member m ON m.county_id = s.county_id AND m.id = s.member_id
           JOIN county c ON c.id = s.county_id
          WHERE s.token_hash = $1 AND m.status = 'active' AND c.status = 'active'
            AND s.seen_at > $2::timestamptz - make_interval(secs => $3)
            AND greatest(s.seen_at, s.created_at) < $2::timestamptz + make_interval(secs => $5)
            AND s.created_at > $2::timestamptz - make_interval(secs => $4)`,
        [token.hash, at, this.config.sessionIdleSeconds, ABSOLUTE_SECONDS, SKEW_SECONDS],
      );
      if (!found) return undefined;
      // What an open page asks by itself is no use, and does not keep the session of somebody who went away alive.
      if (
        by === 'person' &&
        at.getTime() - found.seen_at.getTime() > Math.min(TOUCH_SECONDS, this.config.sessionIdleSeconds / 3) * 1000
      ) {
        await tx.query(`UPDATE session SET seen_at = $2 WHERE id = $1`, [found.id, at]);
        await tx.query(`UPDATE member SET last_seen = $2 WHERE id = $1`, [found.member_id, at]);
      }
      return {
        countyId: token.countyId,
        actor: { kind: 'person', memberId: found.member_id, roles: found.roles, sessionId: found.id },
        requestId: caller.requestId,
        address: caller.address,
        authenticatedAt: found.authenticated_at,
        now: at,
      };
    });
  }

  /** Whether the session behind an open event stream is still good. A stream is no use: it does not keep one alive. */
  async stillGood(ctx: Ctx): Promise<boolean> {
    return this.database.inCounty(ctx, async (tx) => Boolean(await this.find(tx, ctx, this.config.sessionIdleSeconds)));
  }

  /**
   * Whether a request that took long may still have its effect. Its bytes were use, however long they flowed; but who
   * was signed out, suspended or too long signed in meanwhile is refused.
   */
  async outlives(ctx: Ctx): Promise<boolean> {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await this.find(tx, ctx, ABSOLUTE_SECONDS);
      if (found) await tx.query(`UPDATE session SET seen_at = $2 WHERE id = $1`, [ctx.actor.sessionId, now()]);
      return Boolean(found);
    });
  }

  private find(tx: Tx, ctx: Ctx, idleSeconds: number): Promise<{ id: string } | undefined> {
    return one<{ id: string }>(
      tx,
      `SELECT s.id FROM session s
         JOIN member m ON m.county_id = s.county_id AND m.id = s.member_id
         JOIN county c ON c.id = s.county_id
        WHERE s.id = $1 AND m.status = 'active' AND c.status = 'active'
          AND s.seen_at > $2::timestamptz - make_interval(secs => $3)
          AND greatest(s.seen_at, s.created_at) < $2::timestamptz + make_interval(secs => $5)
          AND s.created_at > $2::timestamptz - make_interval(secs => $4)`,
      [ctx.actor.sessionId, now(), idleSeconds, ABSOLUTE_SECONDS, SKEW_SECONDS],
    );
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.query(`DELETE FROM session WHERE id = $1`, [sessionId]);
  }

  /** Ends every session of a member: on suspension, change of roles, or when an administrator asks. */
  async endAllOf(tx: Tx, memberId: string): Promise<void> {
    await tx.query(`DELETE FROM session WHERE member_id = $1`, [memberId]);
  }
}
