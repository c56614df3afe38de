import { Injectable } from '@nestjs/common';
import type { ImpactView } from '@clearance/contract';
import { AuditLog, Bell, Database, Refused, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countyFileName } from '../file-name.ts';
import { presentImport } from './ground.ts';
import { impactCsv } from './impact-csv.ts';
import { impactOf } from './impact-view.ts';
import { openRun, publishedPolicy } from './open-run.ts';

/** What the published policy does to the county, in figures. */
@Injectable()
export class Impacts {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  view(ctx: Ctx): Promise<ImpactView> {
    return this.database.inCounty(ctx, (tx) => impactOf(tx));
  }

  /** Counts again, unless that is done or under way for the present policy and file as of that day. Throws `no_policy`. */
  async count(ctx: Ctx, asOf = officeDay(ctx.now)): Promise<ImpactView> {
    const { run, view } = await this.database.inCounty(ctx, async (tx) => {
      if (!(await publishedPolicy(tx))) throw new Refused('no_policy');
      if ((await presentImport(tx))?.state === 'counting') throw new Refused('import_running');
      const opened = await openImpact(tx, ctx, this.ledger, asOf);
      if (opened) {
        const target = { type: 'impact', id: opened };
        await this.auditLog.append(tx, ctx, [{ action: 'impact.count', target, detail: { asOf } }]);
      }
      return { run: opened, view: await impactOf(tx) };
    });
    if (run) await this.bell.ring(ctx.countyId, run);
    return view;
  }

  /** The figures as CSV. That they leave is on the log. Throws `not_found` before the first count. */
  csv(ctx: Ctx, suppress: boolean): Promise<{ text: string; name: string }> {
    return this.database.inCounty(ctx, async (tx) => {
      const { impact, workId, ...view } = await impactOf(tx);
      if (!impact || !workId) throw new Refused('not_found');
      await this.auditLog.append(tx, ctx, [
        { action: 'impact.export', target: { type: 'impact', id: workId }, detail: { suppressed: suppress } },
      ]);
      const which = ['impact', view.asOf ?? '', suppress ? 'small-figures-withheld' : ''] as const;
      return {
        text: impactCsv({ ...view, workId, impact }, suppress),
        name: await countyFileName(tx, ctx, which, 'csv'),
      };
    });
  }
}

/**
 * Opens a count of the published policy; answers its id, to be rung after the commit. Undefined where there is nothing to
 * count, or the very same was counted.
 */
export async function openImpact(tx: Tx, ctx: Ctx, ledger: WorkLedger, asOf: string): Promise<string | undefined> {
  const base = await publishedPolicy(tx);
  const file = await presentImport(tx);
  // A file that is being counted is evaluated afterwards, and counted then.
  if (!base || !file || file.state === 'counting') return undefined;
  const { fresh, id } = await openRun(tx, ctx, ledger, { base, asOf });
  return fresh ? id : undefined;
}
