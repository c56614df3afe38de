import { Injectable } from '@nestjs/common';
import type { Role } from '@clearance/contract';
import { now } from '../clock.ts';
import { AuditLog } from '../audit-log/audit-log.ts';
import { NIL_ID, systemCtx, type Ctx } from '../context.ts';
import { Database, one } from '../db/in-county.ts';
import type { Caller } from '../http/permission.ts';
import { Refused } from '../refused.ts';
import { Attempts, type Attempt } from './attempts.ts';
import { Sessions } from './sessions.ts';

/** What a browser is given for a good sign-in: the secret of the session, and what the device is known by next time. */
export interface SignedIn {
  readonly token: string;
  readonly device: string;
}

/** Sign-in with e-mail and password. Every refusal reads and takes the same, whatever its cause. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly sessions: Sessions,
    private readonly auditLog: AuditLog,
  ) {}

  /** Begins a session. Throws `sign_in_refused` or `sign_in_throttled`. */
  async signIn(email: string, password: string, caller: Caller): Promise<SignedIn> {
    const attempt = await this.attempts.make(email, password, caller);
    for (const countyId of attempt.passed ? (attempt.account?.counties ?? []) : []) {
      const signedIn = await this.open(countyId, attempt, caller, now());
      if (signedIn) return signedIn;
    }
    await this.attempts.refuse(attempt, caller);
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

  private async open(countyId: string, attempt: Attempt, caller: Caller, at: Date): Promise<SignedIn | undefined> {
    const { account } = attempt;
    if (!account) return undefined;
    return this.database.inCounty({ countyId }, async (tx) => {
      const member = await one<{ id: string; roles: Role[] }>(
        tx,
        `SELECT id, roles FROM member WHERE account_id = $1 AND status = 'active'`,
        [account.id],
      );
      const device = member && (await this.attempts.use(tx, attempt, account.id, caller));
      if (!member || !device) return undefined;
      const session = await this.sessions.start(tx, countyId, member.id, caller, at);
      const ctx: Ctx = {
        ...systemCtx(countyId, caller.requestId, at),
        address: caller.address,
        actor: { kind: 'person', memberId: member.id, roles: member.roles, sessionId: session.id },
      };
      await this.auditLog.append(tx, ctx, [{ action: 'session.start', target: { type: 'member', id: member.id } }]);
      return { token: session.token, device };
    });
  }
}
