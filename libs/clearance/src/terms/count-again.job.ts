import { Injectable } from '@nestjs/common';
import { nextState } from '@clearance/contract';
import {
  AuditLog,
  CountyKeys,
  Database,
  HandlesJob,
  now,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
} from '@clearance/platform';
import { buildHistory, concernsCounty } from '@clearance/record';
import { actingFor } from '../acting.ts';
import { advance, markNotFound, takeUp } from '../conviction/standing.ts';
import { foundOf } from '../import/count-people.job.ts';
import { historiesOf, historyDigest } from '../import/history-store.ts';
import { addUnknownDispositions, unknownDispositions } from '../import/unknown-dispositions.ts';
import { termsOf } from './terms-of.ts';

/**
 * Takes the convictions of some hundred people from their histories again, now that the county reads its words otherwise:
 * what is a conviction under the new terms is taken up, what is none any more is marked as vanished.
 */
@Injectable()
@HandlesJob('terms.count')
export class CountAgainJob implements JobHandler {
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
      const key = await this.keys.of(tx, job.countyId);
      const { name = '' } =
        (await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [job.countyId])) ?? {};
      const { dispositions, version } = await termsOf(tx);
      const histories = await historiesOf(tx, job.id, chunk.firstKey, chunk.lastKey);
      const built = histories.map((stored) => ({ stored, history: buildHistory(stored.rows, dispositions) }));
      const found = built.flatMap(({ stored, history }) => {
        const digest = historyDigest(stored);
        return history.convictions
          .filter((conviction) => concernsCounty(conviction, name))
          .map((conviction) => foundOf(key, stored, conviction, digest));
      });
      const ctx = await actingFor(tx, job, chunk.startedBy);
      const taken = await takeUp(tx, job.countyId, job.id, ctx.now, found);
      const fresh = taken.filter((one) => one.fresh);
      const people = histories.map(({ personId }) => personId);
      const lost = await markNotFound(
        tx,
        job.id,
        people,
        found.map(({ id }) => id),
      );
      const moves = lost.flatMap(({ id, version: seen, state }) => {
        const to = nextState(state, 'supersede');
        return to ? [{ id, version: seen, to, from: state }] : [];
      });
      const gone = await advance(tx, 'supersede', now(), moves);
      await tx.query(`UPDATE import SET convictions = convictions + $2 WHERE id = $1`, [job.id, taken.length]);
      const unknown = unknownDispositions(
        built.map(({ history }) => history),
        name,
      );
      await addUnknownDispositions(tx, job.id, unknown);
      await this.ledger.done(tx, job.id, chunk.no, histories.length);
      await this.auditLog.append(tx, ctx, [
        ...fresh.map(({ id }) => ({
          action: 'conviction.import',
          target: { type: 'conviction', id },
          stateAfter: 'imported',
          detail: { terms: version },
        })),
        ...moves
          .filter(({ id }) => gone.has(id))
          .map(({ id, from }) => ({
            action: 'conviction.supersede',
            target: { type: 'conviction', id },
            stateBefore: from,
            stateAfter: 'superseded',
            detail: { terms: version },
          })),
      ]);
    });
  }
}
