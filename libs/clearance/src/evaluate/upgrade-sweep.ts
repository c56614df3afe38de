import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Bell,
  Database,
  now,
  one,
  Sweeps,
  systemCtx,
  WorkLedger,
  type Sweeper,
  type Tx,
} from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { everyCounty } from '../counties.ts';
import { openEvaluation } from './open-evaluation.ts';

/**
 * After an upgrade that raised the dialect, evaluates everybody again who was evaluated in an older one. Until that is
 * through nothing is approved (`inForce`); what two people approved already stands.
 */
@Injectable()
@Sweeps()
export class UpgradeSweep implements Sweeper {
  /** Counties in which nobody is left. This program writes no older dialect, so they need not be asked again. */
  private readonly settled = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await everyCounty(this.database)) {
      if (this.settled.has(id)) continue;
      const opened = await this.open(id);
      if (opened) await this.bell.ring(id, opened);
    }
  }

  /** The evaluation that was opened; undefined where nobody is due, or something else has to be through before. */
  private async open(countyId: string): Promise<string | undefined> {
    const ctx = systemCtx(countyId, randomUUID(), now());
    return this.database.inCounty(ctx, async (tx) => {
      if (!(await isDue(tx))) {
        this.settled.add(countyId);
        return undefined;
      }
      const first = await one<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine`, [
        `upgrade ${countyId}`,
      ]);
      if (!first?.mine || (await isHeldUp(tx))) return undefined;
      return openEvaluation(tx, ctx, { ledger: this.ledger, auditLog: this.auditLog }, { after: 'upgrade' });
    });
  }
}

/** Whether somebody of the newest file was evaluated last in an older dialect. */
const isDue = async (tx: Tx): Promise<boolean> =>
  (await one(
    tx,
    `SELECT 1 FROM person p JOIN import i ON i.county_id = p.county_id AND i.id = p.import_id AND i.state <> 'superseded'
      WHERE p.evaluated_version IS NOT NULL AND p.evaluated_dialect IS DISTINCT FROM $1 LIMIT 1`,
    [DIALECT],
  )) !== undefined;

/** A file that is counted is evaluated by itself; an evaluation that failed or was ended goes on when a person says so. */
const isHeldUp = async (tx: Tx): Promise<boolean> =>
  (await one(
    tx,
    `SELECT 1 FROM import WHERE state IN ('counting', 'evaluating')
     UNION ALL
     SELECT 1 FROM work WHERE county_id = current_setting('app.county_id')::uuid AND kind = 'evaluation'
        AND (state IN ('running', 'failed') OR state = 'cancelled' AND resumable) LIMIT 1`,
  )) !== undefined;
