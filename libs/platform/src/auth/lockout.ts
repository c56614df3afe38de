import { Injectable } from '@nestjs/common';
import { AuditLog, type Act } from '../audit-log/audit-log.ts';
import { INSTALLATION_ID, NIL_ID, systemCtx, type Ctx } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { Tries, type Count } from './tries.ts';

const FAILURES = 5;
const WINDOW_SECONDS = 15 * 60;

/** What the check of a password under the counter of an account came to. */
export interface Checked {
  readonly fits: boolean;
  /** There were five failures within fifteen minutes. */
  readonly isFull: boolean;
}

/**
 * Counts wrong passwords of an account, wherever they were tried: five within fifteen minutes lock it until an
 * administrator releases it. A lock refuses new sign-ins. Sessions that run go on, so a stranger ends nobody's work.
 */
@Injectable()
export class Lockout {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly tries: Tries,
  ) {}

  subjectOf(email: string): string {
    return this.tries.digest('email', email.trim().toLowerCase());
  }

  /**
   * Checks a password while no other attempt at the same address is checked, in no process: of a burst, exactly five are
   * looked at. `check` is called with whether this attempt is one of them, and takes its time in any case.
   */
  check(email: string, check: (counts: boolean) => Promise<boolean>): Promise<Checked> {
    const failures = this.failuresOf(email);
    return this.database.inCounty({ countyId: INSTALLATION_ID }, async (tx) => {
      const before = await this.tries.hold(tx, failures);
      const fits = (await check(before < FAILURES)) && before < FAILURES;
      if (!fits) await this.tries.take(tx, failures);
      return { fits, isFull: !fits && before + 1 >= FAILURES };
    });
  }

  /** A good sign-in begins the count anew. */
  async clear(tx: Tx, email: string): Promise<void> {
    await this.tries.forget(tx, this.failuresOf(email));
  }

  /** Locks an account; answers false where it is locked already. The caller writes it to the log. */
  async lock(tx: Tx, accountId: string, from: string, at: Date): Promise<boolean> {
    const locked = await one(
      tx,
      `UPDATE account SET locked_at = $2, locked_from = $3 WHERE id = $1 AND locked_at IS NULL RETURNING id`,
      [accountId, at, from],
    );
    return Boolean(locked);
  }

  /** Releases an account and forgets what was tried at it; answers whether it was locked. The caller writes it to the log. */
  async release(tx: Tx, accountId: string): Promise<boolean> {
    const [account] = await rows<{ email: string; locked: boolean }>(
      tx,
      `UPDATE account SET locked_at = NULL, locked_from = NULL
         FROM (SELECT id AS of, locked_at IS NOT NULL AS locked FROM account WHERE id = $1 FOR UPDATE) AS before
        WHERE id = before.of RETURNING email, locked`,
      [accountId],
    );
    if (account) await this.tries.forgetAllAt(tx, this.subjectOf(account.email));
    return account?.locked ?? false;
  }

  /** Releases an account from the command line: the way back for the last administrator of a county and for the operator. */
  async releaseByCommand(email: string, at: Date): Promise<'released' | 'not locked' | 'unknown'> {
    const account = await this.database.inCounty({ countyId: INSTALLATION_ID }, (tx) =>
      accountNamed(tx, email.trim().toLowerCase()),
    );
    if (!account) return 'unknown';
    const [first = INSTALLATION_ID, ...others] = account.homes;
    const ctx = systemCtx(first, 'command line', at);
    const released = await this.database.inCounty(ctx, async (tx) => {
      if (!(await this.release(tx, account.id))) return false;
      await this.auditLog.append(tx, ctx, [await releaseAct(tx, account.id, 'command line')]);
      return true;
    });
    if (released) await this.tell(account.id, others, 'command line', at);
    return released ? 'released' : 'not locked';
  }

  /** Writes a release in one county to the log of every other one in which the account works. */
  async tellOthers(accountId: string, ctx: Ctx): Promise<void> {
    const homes = await this.database.inCounty(ctx, async (tx) => {
      const account = await one<{ email: string }>(tx, `SELECT email FROM account WHERE id = $1`, [accountId]);
      return (account && (await accountNamed(tx, account.email)))?.homes ?? [];
    });
    const others = homes.filter((id) => id !== ctx.countyId);
    await this.tell(accountId, others, 'another county', ctx.now);
  }

  private async tell(accountId: string, countyIds: readonly string[], by: string, at: Date): Promise<void> {
    for (const countyId of countyIds) {
      const ctx = systemCtx(countyId, by, at);
      await this.database.inCounty(ctx, async (tx) =>
        this.auditLog.append(tx, ctx, [await releaseAct(tx, accountId, by)]),
      );
    }
  }

  private failuresOf(email: string): Count {
    return { subject: this.subjectOf(email), scope: 'failures', limit: FAILURES, seconds: WINDOW_SECONDS };
  }
}

/** The one account of an address, with every county that it works in. */
const accountNamed = (tx: Tx, email: string) =>
  one<{ id: string; homes: string[] }>(tx, `SELECT id, homes FROM account_by_email($1)`, [email]);

/** An account as the log of a county names it: by the member that it is there. */
export async function accountTarget(tx: Tx, accountId: string): Promise<Act['target']> {
  const member = await one<{ id: string }>(tx, `SELECT id FROM member WHERE account_id = $1`, [accountId]);
  return { type: 'member', id: member?.id ?? NIL_ID };
}

const releaseAct = async (tx: Tx, accountId: string, by: string): Promise<Act> => ({
  action: 'account.release',
  target: await accountTarget(tx, accountId),
  stateBefore: 'locked',
  detail: { by },
});
