import { Injectable } from '@nestjs/common';
import type { MemberChange, MemberRow, Role } from '@clearance/contract';
import { AuditLog } from '../audit-log/audit-log.ts';
import { Lockout } from '../auth/lockout.ts';
import { Sessions } from '../auth/sessions.ts';
import type { Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import { orderBy, type ListQuery, type Page } from '../http/list.ts';
import { WorkOfMember } from '../jobs/work-of-member.ts';
import { Refused } from '../refused.ts';

/** `suspended`, `locked` or `active`, as it is shown and filtered by. */
const STATUS = `CASE WHEN m.status = 'suspended' THEN 'suspended' WHEN a.locked_at IS NOT NULL THEN 'locked' ELSE 'active' END`;
const columns = `m.id, m.name, m.email, m.roles,
  ${STATUS} AS status, a.locked_at AS "lockedAt", a.locked_from AS "lockedFrom",
  m.last_seen AS "lastSeen", m.created_at AS "createdAt", m.version`;
const from = `member m JOIN account a ON a.id = m.account_id`;
const sorts = { name: 'm.name', email: 'm.email', lastSeen: 'm.last_seen', createdAt: 'm.created_at' };
const rolesIn = (roles: readonly Role[]): string => [...roles].sort().join('+');
interface Filter {
  q?: string | undefined;
  role?: Role | undefined;
  status?: string | undefined;
}

/** The staff of a county: who works here, with which roles; changes end their sessions. */
@Injectable()
export class Staff {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly lockout: Lockout,
    private readonly auditLog: AuditLog,
    private readonly work: WorkOfMember,
  ) {}

  list(ctx: Ctx, query: ListQuery<Filter, keyof typeof sorts>): Promise<Page<MemberRow>> {
    const { q, role, status } = query.filter ?? {};
    return this.database.inCounty(ctx, (tx) =>
      pageOf<MemberRow>(tx, query, {
        columns,
        from,
        where: `($1::text IS NULL OR position($1 in lower(m.name || ' ' || m.email)) > 0)
          AND ($2::text IS NULL OR $2 = ANY (m.roles)) AND ($3::text IS NULL OR ${STATUS} = $3)`,
        given: [q?.toLowerCase() ?? null, role ?? null, status ?? null],
        order: orderBy(query, sorts, 'm.name', 'm.id'),
      }),
    );
  }

  get(ctx: Ctx, id: string): Promise<MemberRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  /**
   * Gives and takes roles, suspends, lets back in (which also releases a lock). Their sessions end at once, unless all that
   * happens is that a lock is released, and so does the work that they have under way and may no longer do.
   */
  async change(ctx: Ctx, id: string, change: MemberChange): Promise<MemberRow> {
    const { ended, member, releasedAccount } = await this.database.inCounty(ctx, async (tx) => {
      // One change at a time: two administrators who suspend each other at once must not leave none.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`staff ${ctx.countyId}`]);
      const before = await this.load(tx, id);
      if (id === ctx.actor.memberId) throw new Refused('own_roles');
      if (before.version !== change.version) throw new Refused('conflict');
      const roles = change.roles ?? before.roles;
      const status = change.status ?? (before.status === 'suspended' ? 'suspended' : 'active');
      const active = status === 'active';
      let accountId = '';
      const ended = await this.work.endAround(
        tx,
        ctx,
        { id, roles: active ? roles : [], why: active ? 'role_taken' : 'suspended' },
        async () => {
          const changed = await one<{ account_id: string }>(
            tx,
            `UPDATE member SET roles = $3, status = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING account_id`,
            [id, change.version, roles, status],
          );
          if (!changed) throw new Refused('conflict');
          accountId = changed.account_id;
        },
      );
      await this.keepAnAdministrator(tx);
      const released = change.status === 'active' && (await this.lockout.release(tx, accountId));
      const onlyReleases = before.status === 'locked' && released && rolesIn(roles) === rolesIn(before.roles);
      if (!onlyReleases) await this.sessions.endAllOf(tx, id);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'member.change',
          target: { type: 'member', id },
          stateBefore: `${before.status} ${rolesIn(before.roles)}`,
          stateAfter: `${status} ${rolesIn(roles)}`,
        },
        ...(released ? [{ action: 'account.release', target: { type: 'member', id }, stateBefore: 'locked' }] : []),
        ...ended.acts,
      ]);
      return { ended, member: await this.load(tx, id), releasedAccount: released ? accountId : undefined };
    });
    await this.work.after(ctx, ended);
    if (releasedAccount) await this.lockout.tellOthers(releasedAccount, ctx);
    return member;
  }

  endSessions(ctx: Ctx, id: string): Promise<MemberRow> {
    return this.database.inCounty(ctx, async (tx) => {
      await this.load(tx, id);
      await this.sessions.endAllOf(tx, id);
      await this.auditLog.append(tx, ctx, [{ action: 'member.end_sessions', target: { type: 'member', id } }]);
      return this.load(tx, id);
    });
  }

  private async load(tx: Tx, id: string): Promise<MemberRow> {
    const found = await one<MemberRow>(tx, `SELECT ${columns} FROM ${from} WHERE m.id = $1`, [id]);
    if (!found) throw new Refused('not_found');
    return found;
  }

  private async keepAnAdministrator(tx: Tx): Promise<void> {
    const left = await one(tx, `SELECT 1 FROM member WHERE status = 'active' AND 'county_admin' = ANY (roles) LIMIT 1`);
    if (!left) throw new Refused('last_administrator');
  }
}
