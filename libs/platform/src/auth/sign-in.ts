import { Injectable } from '@nestjs/common';
import type { Role } from '@clearance/contract';
import { now } from '../clock.ts';
import { AuditLog } from '../audit-log/audit-log.ts';
import { INSTALLATION_ID, NIL_ID, systemCtx, type Ctx } from '../context.ts';
import { Database, one } from '../db/in-county.ts';
import type { Caller } from '../http/permission.ts';
import { Refused } from '../refused.ts';
import { Lockout } from './lockout.ts';
import { passwordFits, pretendToCheck } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { Throttle } from './throttle.ts';

interface Account {
  id: string;
  password_hash: string;
  locked_at: Date | null;
  counties: string[];
  homes: string[];
}

/** Sign-in with e-mail and password. Every refusal reads and takes the same, whatever its cause. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly auditLog: AuditLog,
    private readonly lockout: Lockout,
    private readonly throttle: Throttle,
  ) {}

  /** Returns the token of a new session. Throws `sign_in_refused` or `sign_in_throttled`. */
  async signIn(email: string, password: string, caller: Caller): Promise<string> {
    const at = now();
    this.throttle.admit(caller.address, at);
    const account = await this.accountOf(email);
    if (!account) {
      await pretendToCheck(password);
      await this.refuse(INSTALLATION_ID, NIL_ID, caller, at);
      throw new Refused('sign_in_refused');
    }
    const fits = await passwordFits(account.password_hash, password);
    for (const countyId of account.counties) {
      const token = fits && !account.locked_at ? await this.open(countyId, account.id, caller, at) : undefined;
      if (token) return token;
    }
    // At once, so that a known address waits for one commit, as an unknown one does.
    await Promise.all([
      fits ? undefined : this.lockout.countFailure(account, at),
      ...account.counties.map((countyId) => this.refuse(countyId, account.id, caller, at)),
    ]);
    throw new Refused('sign_in_refused');
  }

  async signOut(ctx: Ctx): Promise<void> {
    await this.database.inCounty(ctx, async (tx) => {
      await this.sessions.end(tx, ctx.actor.sessionId ?? NIL_ID);
      await this.auditLog.append(tx, ctx, [
        { action: 'session.end', target: { type: 'member', id: ctx.actor.memberId } },
      ]);
    });
  }

  private accountOf(email: string): Promise<Account | undefined> {
    return this.database.inCounty({ countyId: INSTALLATION_ID }, (tx) =>
      one<Account>(tx, `SELECT id, password_hash, locked_at, counties, homes FROM account_by_email(lower($1))`, [
        email.trim(),
      ]),
    );
  }

  private open(countyId: string, accountId: string, caller: Caller, at: Date): Promise<string | undefined> {
    return this.database.inCounty({ countyId }, async (tx) => {
      const member = await one<{ id: string; roles: Role[] }>(
        tx,
        `SELECT id, roles FROM member WHERE account_id = $1 AND status = 'active'`,
        [accountId],
      );
      if (!member) return undefined;
      await tx.query(`UPDATE account SET failures = 0, failing_since = NULL WHERE id = $1 AND failures > 0`, [
        accountId,
      ]);
      const session = await this.sessions.start(tx, countyId, member.id, caller, at);
      const ctx: Ctx = {
        ...systemCtx(countyId, caller.requestId, at),
        address: caller.address,
        actor: { kind: 'person', memberId: member.id, roles: member.roles, sessionId: session.id },
      };
      await this.auditLog.append(tx, ctx, [{ action: 'session.start', target: { type: 'member', id: member.id } }]);
      return session.token;
    });
  }

  private async refuse(countyId: string, accountId: string, caller: Caller, at: Date): Promise<void> {
    const ctx: Ctx = {
      ...systemCtx(countyId, caller.requestId, at),
      address: caller.address,
      actor: { kind: 'anonymous', memberId: NIL_ID, roles: [] },
    };
    await this.database.inCounty(ctx, (tx) =>
      this.auditLog.append(tx, ctx, [
        { action: 'session.start', target: { type: 'account', id: accountId }, outcome: 'refused' },
      ]),
    );
  }
}
