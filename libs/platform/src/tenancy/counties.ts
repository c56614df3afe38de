import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isCaliforniaCounty, type CountyBody, type CountyRow } from '@clearance/contract';
import { AuditLog } from '../audit-log/audit-log.ts';
import { CONFIG, type Config } from '../config.ts';
import { NIL_ID, type Ctx } from '../context.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import { CountyKeys } from '../files/county-keys.ts';
import { orderBy, type ListQuery, type Page } from '../http/list.ts';
import { Invitations } from '../people/invitations.ts';
import { Refused } from '../refused.ts';

const columns = `c.id, c.name, c.status, c.created_at AS "createdAt", coalesce(v.members, 0) AS members,
  coalesce(v.convictions, 0) AS convictions, coalesce(v.imports, 0) AS imports,
  (SELECT count(*)::int FROM work w WHERE w.county_id = c.id AND w.state = 'running') AS "openWork",
  (SELECT count(*)::int FROM work w WHERE w.county_id = c.id AND w.state = 'failed') AS "failedWork"`;
const from = `county c LEFT JOIN county_volume v ON v.county_id = c.id`;
const sorts = { name: 'c.name', createdAt: 'c.created_at' };

/** A tenant with its key, the head of its log and its volumes, in a transaction of its own name. */
export async function createTenant(
  tx: Tx,
  keys: CountyKeys,
  tenant: { id: string; name: string; kind: 'county' | 'installation' },
): Promise<void> {
  await tx.query(`INSERT INTO county (id, name, kind, data_key) VALUES ($1, $2, $3, $4)`, [
    ...[tenant.id, tenant.name, tenant.kind, keys.make(tenant.id)],
  ]);
  await tx.query(`INSERT INTO audit_head (county_id) VALUES ($1)`, [tenant.id]);
  await tx.query(`INSERT INTO county_volume (county_id) VALUES ($1)`, [tenant.id]);
}

/** The tenants of the installation, for its operators. Their contexts are the installation's own. */
@Injectable()
export class Counties {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly invitations: Invitations,
    private readonly auditLog: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(
    ctx: Ctx,
    query: ListQuery<{ q?: string | undefined; status?: string | undefined }, keyof typeof sorts>,
  ): Promise<Page<CountyRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<CountyRow>(tx, query, {
        columns,
        from,
        where: `c.kind = 'county' AND ($1::text IS NULL OR position($1 in c.name) > 0) AND ($2::text IS NULL OR c.status = $2)`,
        given: [query.filter?.q?.toUpperCase() ?? null, query.filter?.status ?? null],
        order: orderBy(query, sorts, 'c.name', 'c.id'),
      }),
    );
  }

  get(ctx: Ctx, id: string): Promise<CountyRow> {
    return this.database.inCounty(ctx, (tx) => this.load(tx, id));
  }

  /**
   * Creates a county and invites its first administrator. In production it is one of California, since a misspelled one
   * could never import a file; elsewhere any name goes, for invented ones. Throws `county_exists`, `county_unknown`.
   */
  async create(ctx: Ctx, { name, adminEmail }: CountyBody): Promise<CountyRow> {
    if (this.config.production && !isCaliforniaCounty(name)) {
      throw new Refused('county_unknown', undefined, { name: 'unknown' });
    }
    await this.database.inCounty(ctx, async (tx) => {
      if (await one(tx, `SELECT 1 FROM county WHERE name = $1`, [name])) {
        throw new Refused('county_exists', undefined, { name: 'taken' });
      }
    });
    const id = randomUUID();
    const there: Ctx = { ...ctx, countyId: id };
    const act = { action: 'county.create', target: { type: 'county', id } };
    await this.database.inCounty(there, async (tx) => {
      await createTenant(tx, this.keys, { id, name, kind: 'county' });
      const invitation = await this.invitations.write(tx, there, adminEmail, ['county_admin'], NIL_ID);
      await this.auditLog.append(tx, there, [
        act,
        { action: 'invitation.create', target: { type: 'invitation', id: invitation.id }, stateAfter: 'county_admin' },
      ]);
    });
    await this.database.inCounty(ctx, (tx) => this.auditLog.append(tx, ctx, [act]));
    return this.get(ctx, id);
  }

  /** Invites an administrator to a county that has none (the first invitation expired, or the last one left). */
  async inviteAdministrator(ctx: Ctx, id: string, email: string): Promise<CountyRow> {
    await this.get(ctx, id);
    const there: Ctx = { ...ctx, countyId: id };
    await this.database.inCounty(there, async (tx) => {
      const administrator = await one(
        tx,
        `SELECT 1 FROM member WHERE status = 'active' AND 'county_admin' = ANY (roles) LIMIT 1`,
      );
      if (administrator) throw new Refused('has_administrator');
      const invitation = await this.invitations.write(tx, there, email, ['county_admin'], NIL_ID);
      await this.auditLog.append(tx, there, [
        { action: 'invitation.create', target: { type: 'invitation', id: invitation.id }, stateAfter: 'county_admin' },
      ]);
    });
    return this.get(ctx, id);
  }

  /** Suspends a county or lets it back: while suspended nobody of it can sign in and open sessions answer nothing. */
  change(ctx: Ctx, id: string, status: 'active' | 'suspended'): Promise<CountyRow> {
    return this.database.inCounty(ctx, async (tx) => {
      const before = await this.load(tx, id);
      await tx.query(`UPDATE county SET status = $2 WHERE id = $1`, [id, status]);
      await this.auditLog.append(tx, ctx, [
        {
          action: status === 'suspended' ? 'county.suspend' : 'county.reactivate',
          target: { type: 'county', id },
          stateBefore: before.status,
          stateAfter: status,
        },
      ]);
      return this.load(tx, id);
    });
  }

  private async load(tx: Tx, id: string): Promise<CountyRow> {
    const found = await one<CountyRow>(tx, `SELECT ${columns} FROM ${from} WHERE c.kind = 'county' AND c.id = $1`, [
      id,
    ]);
    if (!found) throw new Refused('not_found');
    return found;
  }
}
