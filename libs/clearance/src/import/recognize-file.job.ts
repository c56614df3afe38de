import { Injectable } from '@nestjs/common';
import {
  AuditLog,
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
import { actingFor } from '../acting.ts';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countingPhase } from './counting-phase.ts';
import { doubtsOf, type Read } from './doubts.ts';
import { FILES } from './import-files.ts';
import { whyNothingRead } from './nothing-read.ts';

/** A file as far as it was read, and what came of it. */
type FileRead = Omit<Read, 'replaces'> & { readonly rows: number; readonly rejected: number };

/**
 * Once a file is read: counting begins, unless hardly any court row names this county, or hardly anybody of the file that
 * counts now is in it. Then somebody has to say that it is the right file. One without a readable row has failed.
 */
@Injectable()
@HandlesJob('import.recognize')
export class RecognizeFileJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    const turned = await this.database.inCounty(job, async (tx) => {
      // The import before its work, as whoever cancels it does: in another order the two would wait for each other.
      const read = await fileRead(tx, job.id);
      const work = read && (await this.ledger.running(tx, job.id));
      if (!work || !(await this.ledger.chunksDone(tx, job.id))) return false;
      const nothing = whyNothingRead(read);
      if (nothing) {
        await this.fail(tx, job, work.startedBy, nothing, read.rejected);
        return false;
      }
      await this.turn(tx, job, { ...read, replaces: await replacedBy(tx, job.id) });
      return true;
    });
    if (turned) await this.bell.ring(job.countyId, job.id);
  }

  /** It stands in nobody's way: another file can be sent at once, and this very one again. */
  private async fail(tx: Tx, job: JobData, sentBy: string, problem: string, rejected: number): Promise<void> {
    await tx.query(`UPDATE import SET state = 'failed' WHERE id = $1`, [job.id]);
    await this.ledger.end(tx, job.id, 'failed', { problem, resumable: false });
    await this.auditLog.append(tx, await actingFor(tx, job, sentBy), [
      {
        action: 'import.finish',
        outcome: 'failed',
        target: { type: 'import', id: job.id },
        detail: { rows: 0, rejected },
      },
    ]);
  }

  private async turn(tx: Tx, job: JobData, read: Read): Promise<void> {
    const doubts = doubtsOf(read);
    if (doubts.length > 0) {
      await tx.query(`UPDATE import SET state = 'waiting', doubts = $2 WHERE id = $1`, [job.id, doubts]);
      await this.ledger.end(tx, job.id, 'waiting', { title: 'Waiting for a confirmation' });
      return;
    }
    await tx.query(`UPDATE import SET state = 'counting', as_of = $2 WHERE id = $1`, [job.id, officeDay(now())]);
    await this.ledger.turnTo(tx, job.countyId, job.id, await countingPhase(tx, job.id));
  }
}

const fileRead = (tx: Tx, id: string) =>
  one<FileRead>(
    tx,
    `SELECT i.court_counties AS counties, c.name AS county, ${FILES} AS files, i.rows, i.rejected FROM import i JOIN county c ON c.id = i.county_id
      WHERE i.id = $1 AND i.state = 'reading' FOR UPDATE OF i`,
    [id],
  );

/**
 * Compares the people with those of the file that counts now, and notes what came of it. By INTERSECT, which reads each of
 * the two once: of a file just read the statistics know nothing yet, and a join may read it once for each person.
 */
const replacedBy = (tx: Tx, id: string) =>
  one<NonNullable<Read['replaces']>>(
    tx,
    `WITH standing AS (SELECT county_id, id, people FROM import WHERE id <> $1 AND state IN ('done', 'evaluating')),
     kept AS MATERIALIZED (
       SELECT n.person_id FROM import_person n JOIN standing s ON s.county_id = n.county_id WHERE n.import_id = $1
       INTERSECT SELECT o.person_id FROM import_person o JOIN standing s ON s.county_id = o.county_id AND s.id = o.import_id),
     convictions AS (
       SELECT count(*)::int AS "convictions", count(k.person_id)::int AS "keptConvictions"
         FROM conviction c LEFT JOIN kept k ON k.person_id = c.person_id
        WHERE NOT c.vanished AND c.outcome IS DISTINCT FROM 'out_of_scope')
     UPDATE import i SET replaces = s.id, shared_people = (SELECT count(*) FROM kept) FROM standing s, convictions c WHERE i.id = $1
     RETURNING s.people, i.shared_people AS shared, c."convictions", c."keptConvictions"`,
    [id],
  );
