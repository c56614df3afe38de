import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Bell, Database, now, one, Sweeps, systemCtx, WorkLedger, type Sweeper } from '@clearance/platform';
import { everyCounty } from '../counties.ts';
import { counted } from '../counted.ts';
import { DUE } from './due.ts';
import { RELEASE_CHUNK } from './release-due.job.ts';

/** Looks in every county for approvals that are due, and opens the work of releasing them where there are some. */
@Injectable()
@Sweeps()
export class ReleaseSweep implements Sweeper {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await everyCounty(this.database)) {
      const opened = await this.open(id);
      if (opened) await this.bell.ring(id, opened);
    }
  }

  /** The work that was opened; undefined where nothing is due, or a release is open already. */
  private async open(countyId: string): Promise<string | undefined> {
    const ctx = systemCtx(countyId, randomUUID(), now());
    return this.database.inCounty(ctx, async (tx) => {
      if (!(await one(tx, `SELECT 1 FROM conviction c WHERE ${DUE} LIMIT 1`, [ctx.now]))) return undefined;
      const first = await one<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine`, [
        `release ${countyId}`,
      ]);
      const open = `SELECT 1 FROM work WHERE county_id = $1 AND kind = 'release' AND state IN ('running', 'failed') LIMIT 1`;
      if (!first?.mine || (await one(tx, open, [countyId]))) return undefined;
      const due = await one<{ n: number }>(tx, `SELECT count(*)::int AS n FROM conviction c WHERE ${DUE}`, [ctx.now]);
      const id = randomUUID();
      return this.ledger.open(tx, ctx, {
        ...{ id, kind: 'release', subjectId: id, unit: 'convictions', nextJob: 'release.finish' },
        title: `Releasing ${counted(due?.n ?? 0, 'approved conviction', 'approved convictions')}`,
        total: due?.n ?? 0,
        cancellable: false,
        chunked: { job: 'release.due', keys: due?.n ?? 0, chunkSize: RELEASE_CHUNK },
      });
    });
  }
}
