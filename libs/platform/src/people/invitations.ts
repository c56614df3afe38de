import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  nameKey,
  type AcceptInvitation,
  type InvitationBody,
  type InvitationRow,
  type OpenInvitation,
  type Role,
} from '@clearance/contract';
import { AuditLog } from '../audit-log/audit-log.ts';
import { hashPassword } from '../auth/passwords.ts';
import { Attempts, type Attempt } from '../auth/attempts.ts';
import { makeToken, readToken } from '../auth/tokens.ts';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { NIL_ID, systemCtx, type Ctx } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import { orderBy, type ListQuery, type Page } from '../http/list.ts';
import type { Caller } from '../http/permission.ts';
import { Mailer } from '../mail/mailer.ts';
import { Refused } from '../refused.ts';

const HOURS = 24;
const columns = `i.id, i.email, i.roles,
  CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
       WHEN i.expires_at < now() THEN 'expired' ELSE 'pending' END AS status,
  coalesce((SELECT m.name FROM member m WHERE m.id = i.invited_by), 'The operator') AS "invitedBy",
  i.created_at AS "createdAt", i.expires_at AS "expiresAt"`;
const sorts = { createdAt: '"createdAt"', email: 'email' };

interface Pending {
  id: string;
  email: string;
  roles: Role[];
  county: string;
  account_id: string | null;
  invited_by: string;
}

/** Invitations: a link that works once, for a day, for one address, one county and the roles named in it. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly mailer: Mailer,
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(ctx: Ctx, query: ListQuery<{ status?: string | undefined }, keyof typeof sorts>): Promise<Page<InvitationRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<InvitationRow>(tx, query, {
        columns: '*',
        from: `(SELECT ${columns} FROM invitation i) AS t`,
        where: `($1::text IS NULL OR status = $1)`,
        given: [query.filter?.status ?? null],
        order: orderBy(query, sorts, '"createdAt" DESC', 'id'),
      }),
    );
  }

  /** Invites one or many. Throws `member_exists` naming every address that works here already; then none is invited. */
  invite(ctx: Ctx, { emails, roles }: InvitationBody): Promise<InvitationRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const members = await rows<{ email: string }>(
        tx,
        `SELECT email FROM member WHERE email = ANY ($1) ORDER BY email`,
        [emails],
      );
      if (members.length > 0) {
        throw new Refused('member_exists', undefined, { emails: members.map(({ email }) => email).join(', ') });
      }
      const ids: string[] = [];
      for (const email of new Set(emails)) {
        ids.push((await this.write(tx, ctx, email, roles)).id);
      }
      await this.auditLog.append(
        tx,
        ctx,
        ids.map((id) => ({
          action: 'invitation.create',
          target: { type: 'invitation', id },
          stateAfter: roles.join('+'),
        })),
      );
      return this.load(tx, ids[0] ?? NIL_ID);
    });
  }

  /** Writes an invitation and its mail; the caller audits. A pending one of the same address is withdrawn. */
  async write(
    tx: Tx,
    ctx: Ctx,
    email: string,
    roles: readonly Role[],
    invitedBy = ctx.actor.memberId,
  ): Promise<{ id: string; link: string }> {
    await tx.query(
      `UPDATE invitation SET withdrawn_at = $2 WHERE email = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL`,
      [email, ctx.now],
    );
    const id = randomUUID();
    const { token, hash } = makeToken(ctx.countyId);
    await tx.query(
      `INSERT INTO invitation (county_id, id, token_hash, email, roles, invited_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz + make_interval(hours => $8))`,
      [ctx.countyId, id, hash, email, roles, invitedBy, ctx.now, HOURS],
    );
    const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [ctx.countyId]);
    const link = `${this.config.publicUrl}/#/invitation?token=${token}`;
    await this.mailer.write(tx, ctx, {
      to: email,
      subject: 'You are invited to Clearance',
      text: [
        `You are invited to work in Clearance for the county ${county?.name ?? ''}.`,
        `Open this link within ${HOURS} hours. It works once.`,
        link,
        'If you did not expect this mail, ignore it: nothing happens unless the link is opened.',
      ].join('\n\n'),
    });
    return { id, link };
  }

  withdraw(ctx: Ctx, id: string): Promise<InvitationRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await this.load(tx, id);
      if (found.status !== 'pending') throw new Refused('conflict');
      await tx.query(`UPDATE invitation SET withdrawn_at = $2 WHERE id = $1`, [id, ctx.now]);
      await this.auditLog.append(tx, ctx, [{ action: 'invitation.withdraw', target: { type: 'invitation', id } }]);
      return this.load(tx, id);
    });
  }

  /** What the link of a mail would open. Throws `invitation_invalid`. */
  async open(token: string): Promise<OpenInvitation> {
    const parts = readToken(token);
    if (!parts) throw new Refused('invitation_invalid');
    return this.database.inCounty(parts, async (tx) => {
      const pending = await this.pending(tx, parts.hash);
      return {
        email: pending.email,
        county: pending.county,
        roles: pending.roles,
        hasAccount: pending.account_id !== null,
      };
    });
  }

  /**
   * Uses the link: makes the account (or, where the address has one, checks its password) and the member.
   * Answers the address, and the token that the device is known by from now on.
   * Throws `invitation_invalid`, `name_taken`, `weak_password`, `sign_in_refused`, `sign_in_throttled`.
   */
  async accept(
    { token, name, password }: AcceptInvitation,
    caller: Caller,
  ): Promise<{ email: string; device: string }> {
    const parts = readToken(token);
    if (!parts) throw new Refused('invitation_invalid');
    const at = now();
    const known = await this.database.inCounty(parts, (tx) => this.pending(tx, parts.hash));
    const attempt = known.account_id
      ? await this.prove(known.email, password, caller)
      : await this.attempts.admit(caller);
    return this.database.inCounty(parts, async (tx) => {
      const pending = await this.pending(tx, parts.hash);
      await this.checkInviter(tx, pending);
      await checkName(tx, parts.countyId, name);
      // Whoever got an account in between has not proved it here.
      if (pending.account_id !== known.account_id) throw new Refused('conflict');
      const accountId = pending.account_id ?? randomUUID();
      if (!pending.account_id) {
        await tx.query(`INSERT INTO account (id, email, password_hash) VALUES ($1, $2, $3)`, [
          accountId,
          pending.email,
          await hashPassword(password, [name, pending.email, pending.county]),
        ]);
      }
      const memberId = randomUUID();
      await tx.query(`INSERT INTO account_county (account_id, county_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
        accountId,
        parts.countyId,
      ]);
      await tx.query(
        `INSERT INTO member (county_id, id, account_id, name, email, roles) VALUES ($1, $2, $3, $4, $5, $6)`,
        [...[parts.countyId, memberId, accountId, name, pending.email, pending.roles]],
      );
      // Only whom the account is a member of sees it.
      const device = await this.attempts.use(tx, attempt, accountId, caller);
      if (!device) throw new Refused('sign_in_refused');
      await tx.query(`UPDATE invitation SET accepted_at = $2 WHERE id = $1`, [pending.id, at]);
      await tx.query(
        `INSERT INTO county_volume (county_id, members) VALUES ($1, 1)
         ON CONFLICT (county_id) DO UPDATE SET members = county_volume.members + 1`,
        [parts.countyId],
      );
      const ctx: Ctx = {
        ...systemCtx(parts.countyId, caller.requestId, at),
        address: caller.address,
        actor: { kind: 'person', memberId, roles: pending.roles },
      };
      await this.auditLog.append(tx, ctx, [
        {
          action: 'invitation.accept',
          target: { type: 'invitation', id: pending.id },
          stateAfter: pending.roles.join('+'),
        },
        { action: 'member.create', target: { type: 'member', id: memberId }, stateAfter: pending.roles.join('+') },
      ]);
      return { email: pending.email, device };
    });
  }

  /** Whoever has an account proves it; an attempt here is throttled, counted and logged like one at sign-in. */
  private async prove(email: string, password: string, caller: Caller): Promise<Attempt> {
    const attempt = await this.attempts.make(email, password, caller);
    if (attempt.passed) return attempt;
    await this.attempts.refuse(attempt, caller);
    throw new Refused('sign_in_refused');
  }

  private async pending(tx: Tx, hash: Buffer): Promise<Pending> {
    const found = await one<Pending>(
      tx,
      `SELECT i.id, i.email, i.roles, i.invited_by, c.name AS county, a.id AS account_id
         FROM invitation i JOIN county c ON c.id = i.county_id LEFT JOIN LATERAL account_by_email(i.email) a ON true
        WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
          AND c.status = 'active' FOR UPDATE OF i`,
      [hash],
    );
    if (!found) throw new Refused('invitation_invalid');
    return found;
  }

  /** The link grants no more than its author could grant when it is used; an operator's first
   * invitation, and one from the command line, have no author in this county. */
  private async checkInviter(tx: Tx, pending: Pending): Promise<void> {
    if (pending.invited_by === NIL_ID) return;
    const inviter = await one(
      tx,
      `SELECT 1 FROM member WHERE id = $1 AND status = 'active' AND 'county_admin' = ANY (roles)`,
      [pending.invited_by],
    );
    if (!inviter) throw new Refused('invitation_invalid');
  }

  private async load(tx: Tx, id: string): Promise<InvitationRow> {
    const found = await one<InvitationRow>(tx, `SELECT ${columns} FROM invitation i WHERE i.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return found;
  }
}

/** Two people of one county are never called the same: a name is what stands beside every decision. */
async function checkName(tx: Tx, countyId: string, name: string): Promise<void> {
  // Two who accept at once look one after the other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`staff ${countyId}`]);
  const members = await rows<{ name: string }>(tx, `SELECT name FROM member`);
  if (members.some((member) => nameKey(member.name) === nameKey(name))) {
    throw new Refused('name_taken', undefined, { name: 'taken' });
  }
}
