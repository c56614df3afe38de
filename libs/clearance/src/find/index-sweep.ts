import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Bell, Database, now, one, Sweeps, systemCtx, WorkLedger, type Sweeper } from '@clearance/platform';
import { everyCounty } from '../counties.ts';
import { counted } from '../counted.ts';
import { INDEX_CHUNK } from './index-people.job.ts';
import { countNotFindable, markEverybodyFindable } from './lookup-store.ts';

/**
 * After an upgrade: looks in every county for people who were taken in before people could be searched for, and opens
 * the work of making them findable. Each process looks until it has found nobody once; imports keep it so.
 */
@Injectable()
@Sweeps()
export class IndexSweep implements Sweeper {
  private readonly whole = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
  ) {}

  async sweep(): Promise<void> {
    for (const id of await everyCounty(this.database)) {
      if (this.whole.has(id)) continue;
      const opened = await this.open(id);
      if (opened) await this.bell.ring(id, opened);
    }
  }

  /** The work that was opened; undefined where everybody can be found, or the work is open already. */
  private async open(countyId: string): Promise<string | undefined> {
    const ctx = systemCtx(countyId, randomUUID(), now());
    return this.database.inCounty(ctx, async (tx) => {
      const first = await one<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtext($1)) AS mine`, [
        `people index ${countyId}`,
      ]);
      const open = `SELECT 1 FROM work WHERE kind = 'people_index' AND state IN ('running', 'failed') LIMIT 1`;
      if (!first?.mine || (await one(tx, open))) return undefined;
      const due = await countNotFindable(tx);
      if (due === 0) {
        await markEverybodyFindable(tx, countyId);
        this.whole.add(countyId);
        return undefined;
      }
      const id = randomUUID();
      return this.ledger.open(tx, ctx, {
        ...{ id, kind: 'people_index', subjectId: id, unit: 'people', total: due, nextJob: 'people.indexed' },
        title: `Preparing the search for ${counted(due, 'person', 'people')}`,
        cancellable: false,
        chunked: { job: 'people.index', keys: due, chunkSize: INDEX_CHUNK },
      });
    });
  }
}
