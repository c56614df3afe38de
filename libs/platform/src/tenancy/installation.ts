import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit-log/audit-log.ts';
import { SigningKeys } from '../audit-log/signing-keys.ts';
import { now } from '../clock.ts';
import { INSTALLATION_ID, systemCtx } from '../context.ts';
import { Database, one } from '../db/in-county.ts';
import { CountyKeys } from '../files/county-keys.ts';
import { Invitations } from '../people/invitations.ts';
import { createTenant } from './counties.ts';

/** The installation's own tenant: its staff are the operators, its log holds what belongs to no county. */
@Injectable()
export class Installation {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly invitations: Invitations,
    private readonly auditLog: AuditLog,
    private readonly logKeys: SigningKeys,
  ) {}

  /** Makes sure that the installation exists; done at every start of the api. */
  async found(): Promise<void> {
    const ctx = systemCtx(INSTALLATION_ID, 'start', now());
    await this.database.inCounty(ctx, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('installation'))`);
      if (await one(tx, `SELECT 1 FROM county WHERE id = $1`, [INSTALLATION_ID])) return;
      await createTenant(tx, this.keys, { id: INSTALLATION_ID, name: 'Installation', kind: 'installation' });
      await this.auditLog.append(tx, ctx, [
        { action: 'installation.create', target: { type: 'county', id: INSTALLATION_ID } },
      ]);
    });
    await this.logKeys.signer();
  }

  /** Invites an operator; answers the link, which is also mailed. For whoever has a shell on the machine. */
  async inviteOperator(email: string): Promise<string> {
    const ctx = systemCtx(INSTALLATION_ID, 'command line', now());
    return this.database.inCounty(ctx, async (tx) => {
      const { id, link } = await this.invitations.write(tx, ctx, email.toLowerCase(), ['operator']);
      await this.auditLog.append(tx, ctx, [
        { action: 'invitation.create', target: { type: 'invitation', id }, stateAfter: 'operator' },
      ]);
      return link;
    });
  }
}
