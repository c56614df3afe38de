import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit-log/audit-log.ts';
import { now } from '../clock.ts';
import { INSTALLATION_ID, NIL_ID, systemCtx, type Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import type { Caller } from '../http/permission.ts';
import { Devices } from './devices.ts';
import { accountTarget, Lockout } from './lockout.ts';
import { passwordFits, pretendToCheck } from './passwords.ts';
import { Throttle } from './throttle.ts';
import type { Count } from './tries.ts';

interface Account {
  readonly id: string;
  readonly password_hash: string;
  readonly locked_at: Date | null;
  /** Where it works and may sign in. */
  readonly counties: readonly string[];
}

/** An attempt that was checked. */
export interface Attempt {
  readonly account: Account | undefined;
  /** The password is right and the account was not locked before. */
  readonly passed: boolean;
  readonly locks: boolean;
  readonly counts: readonly Count[];
}

/** The only way in which a password that opens something is checked: throttled first, one at a time, counted, logged. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly devices: Devices,
    private readonly throttle: Throttle,
    private readonly lockout: Lockout,
    private readonly auditLog: AuditLog,
  ) {}

  /** Checks a password, in the same steps whether or not there is such an account. Throws `sign_in_throttled`. */
  async make(email: string, password: string, caller: Caller): Promise<Attempt> {
    const { account, counts } = await this.database.inCounty({ countyId: INSTALLATION_ID }, async (tx) => {
      const found = await accountOf(tx, email);
      const origin = await this.devices.originOf(tx, found?.id, caller);
      return { account: found, counts: this.throttle.countsOf(this.lockout.subjectOf(email), origin) };
    });
    await this.throttle.admit(counts);
    const { fits, isFull } = await this.lockout.check(email, async (isCounted) => {
      if (account && isCounted && !account.locked_at) return passwordFits(account.password_hash, password);
      await pretendToCheck(password);
      return false;
    });
    return { account, counts, passed: fits, locks: isFull && account !== undefined && !account.locked_at };
  }

  /** Admits somebody who chooses a password, so that there is none to check. Throws `sign_in_throttled`. */
  async admit({ address }: Caller): Promise<Attempt> {
    const counts = this.throttle.ofNetwork(this.devices.networkOf(address));
    await this.throttle.admit(counts);
    return { account: undefined, passed: true, locks: false, counts };
  }

  /**
   * Uses an attempt that passed, in the transaction of what it opens: it takes nothing from later ones, and the answer is
   * the token that the device is known by. Undefined where the account was locked since.
   */
  async use(tx: Tx, { counts }: Attempt, accountId: string, caller: Caller): Promise<string | undefined> {
    const open = await one<{ email: string }>(
      tx,
      `SELECT email FROM account WHERE id = $1 AND locked_at IS NULL FOR SHARE`,
      [accountId],
    );
    if (!open) return undefined;
    await this.throttle.giveBack(tx, counts);
    await this.lockout.clear(tx, open.email);
    return this.devices.remember(tx, accountId, caller);
  }

  /** Writes a refused attempt to the log of everywhere the account works, and locks the account where it was the fifth. */
  async refuse({ account, locks }: Attempt, caller: Caller): Promise<void> {
    const at = now();
    const [first = INSTALLATION_ID, ...others] = account?.counties ?? [];
    let locked = false;
    const note = (countyId: string, mayLock: boolean) => {
      const ctx: Ctx = {
        ...systemCtx(countyId, caller.requestId, at),
        address: caller.address,
        actor: { kind: 'anonymous', memberId: NIL_ID, roles: [] },
      };
      return this.database.inCounty(ctx, async (tx) => {
        if (mayLock && account) locked = await this.lockout.lock(tx, account.id, caller.address, at);
        await this.auditLog.append(tx, ctx, [
          { action: 'session.start', target: { type: 'account', id: account?.id ?? NIL_ID }, outcome: 'refused' },
          ...(locked && account
            ? [{ action: 'account.lock', target: await accountTarget(tx, account.id), stateAfter: 'locked' }]
            : []),
        ]);
      });
    };
    if (locks) await note(first, true);
    // At once, so that whoever works in several counties waits for one commit, as everybody does.
    await Promise.all([...(locks ? [] : [first]), ...others].map((countyId) => note(countyId, false)));
  }
}

function accountOf(tx: Tx, email: string): Promise<Account | undefined> {
  return one<Account>(tx, `SELECT id, password_hash, locked_at, counties FROM account_by_email(lower($1))`, [
    email.trim(),
  ]);
}
