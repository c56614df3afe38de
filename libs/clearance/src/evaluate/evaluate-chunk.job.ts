import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  CountyKeys,
  Database,
  HandlesJob,
  rows,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { lockConvictionsOf } from '../conviction/standing.ts';
import { packReading, readingsOf, storeReadings } from '../import/reading-store.ts';
import { determine, markEvaluated, storeMade, type Made } from './determine.ts';
import { runOfEvaluation } from './run.ts';

interface DuePerson {
  id: string;
  importId: string;
  digest: string;
}

/** Evaluates some hundred people again, after a policy was published or a file came while another one was in force. */
@Injectable()
@HandlesJob('evaluate.chunk')
export class EvaluateChunkJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const ctx = await actingFor(tx, job, chunk.startedBy);
      const people = await rows<DuePerson>(
        tx,
        `SELECT p.id, p.import_id AS "importId", p.history_digest AS digest
           FROM evaluation_person e JOIN person p ON p.county_id = e.county_id AND p.id = e.person_id
          WHERE e.evaluation_id = $1 AND e.no BETWEEN $2 AND $3 ORDER BY p.id FOR NO KEY UPDATE OF p`,
        [job.id, chunk.firstKey, chunk.lastKey],
      );
      const ids = people.map((person) => person.id);
      const standing = await lockConvictionsOf(tx, ids);
      // With everything locked: a policy that was published since has the last word, and its evaluation comes.
      const run = await runOfEvaluation(tx, job.id);
      if (!run) return this.ledger.done(tx, job.id, chunk.no, people.length);
      const byId = new Map(people.map((person) => [person.id, person]));
      const readings = await readingsOf(tx, ids, run.terms.dispositions);
      const key = await this.keys.of(tx, job.countyId);
      const made: Made[] = [];
      const incomplete = new Set<string>();
      const reread: Reread[] = [];
      for (const { anew, history, personId } of readings) {
        const person = byId.get(personId);
        if (!person) continue;
        if (anew !== undefined) reread.push({ personId, digest: anew, packed: packReading(history) });
        if (history.unread.length > 0) incomplete.add(personId);
        made.push(...determine(key, run, { ...person, digest: anew ?? person.digest, personId, history }, standing));
      }
      await keepReread(tx, job.countyId, reread);
      const where = { countyId: job.countyId, at: ctx.now };
      const { acts, convictions } = await storeMade(tx, where, run, { made, personIds: ids }, standing);
      await markEvaluated(tx, run, ids, incomplete);
      await this.ledger.done(tx, job.id, chunk.no, people.length);
      await tx.query(`UPDATE evaluation SET convictions = convictions + $2 WHERE id = $1`, [job.id, convictions]);
      await this.auditLog.append(tx, ctx, acts);
    });
  }
}

/** A person whose history was made from the rows, since what another version of this program kept of it is no use here. */
interface Reread {
  readonly personId: string;
  readonly digest: string;
  readonly packed: Buffer;
}

/** Keeps what was made of them in the place of what the other version kept; their rows are locked. */
async function keepReread(tx: Tx, countyId: string, people: readonly Reread[]): Promise<void> {
  if (people.length === 0) return;
  await storeReadings(tx, countyId, people);
  await tx.query(
    `UPDATE person p SET history_digest = t.digest FROM unnest($1::uuid[], $2::text[]) AS t (id, digest)
      WHERE p.id = t.id AND p.history_digest <> t.digest`,
    [people.map((one) => one.personId), people.map((one) => one.digest)],
  );
}
