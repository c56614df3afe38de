import { Injectable } from '@nestjs/common';
import type { ConvictionMove } from '@clearance/eligibility';
import {
  CountyKeys,
  Database,
  HandlesJob,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { convictionId } from '../conviction/found-conviction.ts';
import { groundOf, peopleOn, wholePeopleOn } from './ground.ts';
import { overtakeOlder } from './overtake-runs.ts';
import { countPeople, runOf, type Run } from './run.ts';

/** More moves than a chunk of people can have: numbers of different chunks never meet. */
const MOST_MOVES = 100_000;

/** Counts what the policies of a run do to some thousand people, and keeps every conviction that moves. */
@Injectable()
@HandlesJob('simulate.chunk')
export class SimulateChunkJob implements JobHandler {
  /** The run of the chunk before: it never changes, and its policies are compiled once for all chunks of it. */
  private latest: Run | undefined;

  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const run = this.latest?.id === job.id ? this.latest : await runOf(tx, job.id);
      this.latest = run;
      if (await overtakeOlder(tx, this.ledger, run)) return;
      const ground = await groundOf(tx, job.countyId, run.asOf, run.termsVersion);
      const numbered = await one<{ person_ids: string[] }>(
        tx,
        `SELECT person_ids FROM simulation_people WHERE simulation_id = $1 AND no = $2`,
        [job.id, chunk.no],
      );
      const personIds = numbered?.person_ids ?? [];
      const people = await (run.candidate ? peopleOn : wholePeopleOn)(ground, tx, personIds);
      const { counted, moves } = countPeople(run, ground, people);
      if (moves.length > 0) await this.storeMoves(tx, job, chunk.no, moves);
      await tx.query(`INSERT INTO simulation_part (county_id, simulation_id, no, body) VALUES ($1, $2, $3, $4)`, [
        ...[job.countyId, job.id, chunk.no, JSON.stringify(counted)],
      ]);
      await this.ledger.done(tx, job.id, chunk.no, personIds.length);
    });
  }

  private async storeMoves(tx: Tx, job: JobData, no: number, moves: readonly ConvictionMove[]): Promise<void> {
    const key = await this.keys.of(tx, job.countyId);
    const column = <T>(of: (move: ConvictionMove) => T): T[] => moves.map(of);
    await tx.query(
      `INSERT INTO simulation_move (county_id, simulation_id, no, person_id, conviction_id, case_number, section, severity, date,
              from_outcome, from_rule, from_agency, from_order, to_outcome, to_rule, to_agency, to_order, moved_in, moved_by)
       SELECT $1, $2, $3::int + (n - 1)::int, person, conviction, case_number, section, severity, date::date,
              from_outcome, from_rule, from_agency, from_order, to_outcome, to_rule, to_agency, to_order, moved_in, moved_by
         FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                     $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[])
              WITH ORDINALITY AS t (person, conviction, case_number, section, severity, date, from_outcome, from_rule, from_agency,
                from_order, to_outcome, to_rule, to_agency, to_order, moved_in, moved_by, n)`,
      [
        ...[job.countyId, job.id, no * MOST_MOVES],
        column((one) => one.person),
        column((one) => convictionId(key, one.person, { key: one.convictionKey })),
        column((one) => one.convictionKey.split('|', 1)[0]),
        ...[column((one) => one.section), column((one) => one.severity), column((one) => one.date ?? null)],
        ...[column((one) => one.from.outcome), column((one) => one.from.ruleId)],
        ...[column((one) => one.from.agency ?? null), column((one) => one.from.order ?? null)],
        ...[column((one) => one.to.outcome), column((one) => one.to.ruleId)],
        ...[column((one) => one.to.agency ?? null), column((one) => one.to.order ?? null)],
        ...[column((one) => one.movedBy.policy), column((one) => one.movedBy.ruleId)],
      ],
    );
  }
}
