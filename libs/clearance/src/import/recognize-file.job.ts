import { Injectable } from '@nestjs/common';
import {
  Bell,
  Database,
  HandlesJob,
  now,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countingPhase } from './counting-phase.ts';
import { isProbablyForeign } from './probably-foreign.ts';

/**
 * Once a file is read: counting begins, unless hardly any court row names this county. Then somebody has to say that it is
 * the right file.
 */
@Injectable()
@HandlesJob('import.recognize')
export class RecognizeFileJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
  ) {}

  async run(job: JobData): Promise<void> {
    const turned = await this.database.inCounty(job, async (tx) => {
      // The import before its work, as whoever cancels it does: in another order the two would wait for each other.
      const read = await fileRead(tx, job.id);
      if (!read || !(await this.ledger.running(tx, job.id))) return false;
      if (!(await this.ledger.chunksDone(tx, job.id))) return false;
      await this.turn(tx, job, read);
      return true;
    });
    if (turned) await this.bell.ring(job.countyId, job.id);
  }

  private async turn(tx: Tx, job: JobData, read: { counties: Record<string, number>; county: string }): Promise<void> {
    if (isProbablyForeign(read.counties, read.county)) {
      await tx.query(`UPDATE import SET state = 'waiting' WHERE id = $1`, [job.id]);
      await this.ledger.end(tx, job.id, 'waiting', { title: 'Waiting for a confirmation' });
      return;
    }
    await tx.query(`UPDATE import SET state = 'counting', as_of = $2 WHERE id = $1`, [job.id, officeDay(now())]);
    await this.ledger.turnTo(tx, job.countyId, job.id, await countingPhase(tx, job.id));
  }
}

const fileRead = (tx: Tx, id: string) =>
  one<{ counties: Record<string, number>; county: string }>(
    tx,
    `SELECT i.court_counties AS counties, c.name AS county FROM import i JOIN county c ON c.id = i.county_id
      WHERE i.id = $1 AND i.state = 'reading' FOR UPDATE OF i`,
    [id],
  );
