import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  Database,
  LOG,
  now,
  raiseAlarm,
  Sweeps,
  type Config,
  type Log,
  type Sweeper,
} from '@clearance/platform';
import { everyCounty } from '../counties.ts';
import { lostConviction, statesWithoutAct, type OddState } from './states-without-act.ts';

/** So many convictions are compared in one transaction. */
const AT_ONCE = 2_000;
/** Comparing may take a sixth of the time at most, however many convictions the installation holds. */
const SHARE = 6;

/**
 * Compares where convictions stand with what the log tells of them, round after round. A state that no act has brought, or a
 * conviction that is gone, is an alarm: nothing is decided on it.
 */
@Injectable()
@Sweeps()
export class ConvictionStates implements Sweeper {
  /** The last conviction that was compared, by county; a round goes on behind it. */
  private readonly reached = new Map<string, string>();

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async sweep(): Promise<void> {
    const until = performance.now() + (this.config.sweepSeconds * 1000) / SHARE;
    let open = await everyCounty(this.database);
    // Each county gets its turn before any gets a second one.
    while (open.length > 0) {
      const more: string[] = [];
      for (const countyId of open) if (await this.step(countyId)) more.push(countyId);
      open = performance.now() < until ? more : [];
    }
  }

  /** Compares the next convictions of a county. Answers whether its round has more. */
  private async step(countyId: string): Promise<boolean> {
    const after = this.reached.get(countyId);
    const { last, odd } = await this.database.inCountySnapshot({ countyId }, async (tx) => {
      const compared = await statesWithoutAct(tx, countyId, { after, limit: AT_ONCE });
      if (compared.odd || compared.last) return compared;
      return { last: undefined, odd: await lostConviction(tx, countyId) };
    });
    if (last) this.reached.set(countyId, last);
    else this.reached.delete(countyId);
    if (odd) await this.raise(countyId, odd);
    return last !== undefined;
  }

  private async raise(countyId: string, { id, seq, why }: OddState): Promise<void> {
    const about = { type: 'conviction', id };
    const raised = await this.database.inCounty({ countyId }, (tx) =>
      raiseAlarm(tx, countyId, { at: now(), seq, why, about }),
    );
    if (raised) this.log.error({ countyId, convictionId: id, why }, 'a table does not hold what the log tells');
  }
}
