import { Injectable } from '@nestjs/common';
import { answerLines } from '@clearance/eligibility';
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
import { buildHistory, DIALECT } from '@clearance/record';
import { convictionId } from '../../conviction/found-conviction.ts';
import { inOlderDialect } from '../../conviction/in-force.ts';
import { historiesOf } from '../../import/history-store.ts';
import { termsOf } from '../../terms/terms-of.ts';

interface Wanted {
  importId: string;
  policy: number;
  terms: number;
  /** How the import stands now. */
  state: string;
  /** The program was upgraded, and somebody is not evaluated again yet. */
  older: boolean;
}

/** The file would hold gaps: what it was asked of is no longer what stands. */
const MOVED_ON =
  'The office changed its words or agencies, a newer file came, or the program was upgraded, before the rows were found. Ask for it again once everybody is counted and evaluated.';

/** Finds the line of the file that the determination of each conviction stands behind, for some hundred people. */
@Injectable()
@HandlesJob('annotate.find')
export class FindLinesJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const wanted = await one<Wanted>(
        tx,
        `SELECT x.import_id AS "importId", x.policy_version AS policy, x.terms_version AS terms, i.state, ${inOlderDialect('i.id', '$2')} AS older
           FROM annotated_export x JOIN import i ON i.county_id = x.county_id AND i.id = x.import_id WHERE x.id = $1`,
        [job.id, DIALECT],
      );
      if (!wanted) throw new Error('There is no such annotated export.');
      const moved = wanted.older || wanted.state === 'counting' || wanted.state === 'superseded';
      if (moved || (await termsOf(tx)).version !== wanted.terms) {
        await this.ledger.end(tx, job.id, 'failed', { problem: MOVED_ON });
        return;
      }
      const key = await this.keys.of(tx, job.countyId);
      const { dispositions } = await termsOf(tx, wanted.terms);
      const histories = await historiesOf(tx, wanted.importId, chunk.firstKey, chunk.lastKey);
      const places = histories.flatMap(({ personId, rows }) => {
        const history = buildHistory(rows, dispositions);
        const lines = answerLines(history);
        return history.convictions.map((one) => ({
          id: convictionId(key, personId, one),
          line: lines.get(one.key) ?? 0,
        }));
      });
      await note(tx, job, wanted, places);
      await this.ledger.done(tx, job.id, chunk.no, histories.length);
    });
  }
}

/** The determination of a conviction is its newest under the policy and the terms, on the history as it is now. */
async function note(
  tx: Tx,
  job: JobData,
  { policy, terms }: Wanted,
  places: readonly { readonly id: string; readonly line: number }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO annotated_line (county_id, export_id, line_no, determination_id)
     SELECT $1, $2, t.line, d.id
       FROM unnest($3::uuid[], $4::int[]) AS t (id, line)
       JOIN conviction c ON c.county_id = $1 AND c.id = t.id
       CROSS JOIN LATERAL (
         SELECT o.id FROM determination o
          WHERE o.county_id = c.county_id AND o.conviction_id = c.id AND o.policy_version = $5 AND o.terms_version = $6
            AND o.dialect = $7 AND o.history_digest = c.history_digest
          ORDER BY o.as_of DESC, o.at DESC LIMIT 1) AS d`,
    [job.countyId, job.id, places.map(({ id }) => id), places.map(({ line }) => line), policy, terms, DIALECT],
  );
}
