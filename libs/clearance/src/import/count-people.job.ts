import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  CountyKeys,
  Database,
  HandlesJob,
  one,
  rows,
  WorkLedger,
  type Act,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { buildHistory, concernsCounty, type History } from '@clearance/record';
import { actingFor } from '../acting.ts';
import { keepIn, lockConvictionsOf } from '../conviction/standing.ts';
import { determinePeople, markEvaluated, type EvaluatedPerson } from '../evaluate/determine.ts';
import { runOfToday } from '../evaluate/run.ts';
import { termsOf, type CountyTerms } from '../terms/terms-of.ts';
import { historiesOf, historyDigest } from './history-store.ts';
import { storeReadings } from './reading-store.ts';
import { addUnknownDispositions, unknownDispositions } from './unknown-dispositions.ts';
import { peopleWithUnreadRows } from './unread-rows.ts';

/** What a person was last evaluated under. */
interface Before {
  id: string;
  version: number | null;
  terms: number | null;
  digest: string | null;
  unread: boolean;
  /** The digest of the history that she had. */
  history: string;
}

interface Counted extends EvaluatedPerson {
  readonly personNo: number;
  readonly name: string;
}

/**
 * Takes up some hundred people of a file with their histories, and determines their convictions under the published
 * policy in the same step: a history is read, put together and judged once. Without a policy they wait for one.
 */
@Injectable()
@HandlesJob('import.count')
export class CountPeopleJob implements JobHandler {
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
      const county =
        (await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [job.countyId]))?.name ?? '';
      const terms = await termsOf(tx);
      const people: Counted[] = (await historiesOf(tx, job.id, chunk.firstKey, chunk.lastKey)).map((stored) => ({
        ...{ personId: stored.personId, personNo: stored.personNo, name: stored.name, importId: job.id, unread: false },
        ...{ digest: historyDigest(stored), history: buildHistory(stored.rows, terms.dispositions) },
      }));
      const before = await lockPeople(tx, people);
      await takePeople(tx, job, people);
      await storeReadings(
        tx,
        job.countyId,
        people.filter(({ digest, personId }) => before.get(personId)?.history !== digest),
      );
      const result = await this.determine(tx, job, ctx.now, people, { before, terms });
      const own = people.reduce((sum, { history }) => sum + countOwn(history, county), 0);
      await tx.query(`UPDATE import SET convictions = convictions + $2 WHERE id = $1`, [job.id, own]);
      // Counted again in other words, it is the same file: how it differs from the one before stays as it was said.
      if (chunk.nextJob === 'import.finish') await compare(tx, job.id, result);
      const histories = people.map(({ history }) => history);
      await addUnknownDispositions(tx, job.id, unknownDispositions(histories, county));
      await this.ledger.done(tx, job.id, chunk.no, people.length);
      await this.auditLog.append(tx, ctx, result.acts);
    });
  }

  private async determine(
    tx: Tx,
    job: JobData,
    at: Date,
    people: readonly Counted[],
    { before, terms }: { before: ReadonlyMap<string, Before>; terms: CountyTerms },
  ): Promise<{ acts: Act[]; fresh: number; changed: number; unchanged: number; lost: number }> {
    const standing = await lockConvictionsOf(
      tx,
      people.map((person) => person.personId),
    );
    const run = await runOfToday(tx, job.id, terms);
    if (!run) return { acts: [], fresh: 0, changed: 0, unchanged: 0, lost: 0 };
    const unread = await peopleWithUnreadRows(
      tx,
      people.map((person) => person.personId),
    );
    const gone = new Set([...standing.values()].filter((one) => one.vanished).map((one) => one.personId));
    const isSame = ({ personId, digest }: Counted) => {
      const was = before.get(personId);
      const same = was?.version === run.version && was.terms === terms.version && was.digest === digest;
      return same && was.unread === unread.has(personId) && !gone.has(personId);
    };
    const same = new Set(people.filter(isSame).map((person) => person.personId));
    const due = people.filter((person) => !same.has(person.personId));
    const kept = [...standing.values()].filter((one) => same.has(one.personId)).map((one) => one.id);
    await keepIn(tx, job.id, kept);
    const where = { countyId: job.countyId, key: await this.keys.of(tx, job.countyId), at };
    const { acts, changed, convictions, fresh, lost } = await determinePeople(
      tx,
      where,
      run,
      due.map((person) => ({ ...person, unread: unread.has(person.personId) })),
      standing,
    );
    await markEvaluated(
      tx,
      run,
      due.map((person) => person.personId),
      unread,
    );
    return { acts, fresh, changed, lost, unchanged: kept.length + convictions - fresh - changed };
  }
}

async function compare(
  tx: Tx,
  importId: string,
  { fresh, changed, unchanged, lost }: Readonly<Record<'fresh' | 'changed' | 'unchanged' | 'lost', number>>,
): Promise<void> {
  await tx.query(
    `UPDATE import SET fresh = fresh + $2, changed = changed + $3, unchanged = unchanged + $4, vanished = vanished + $5
      WHERE id = $1`,
    [importId, fresh, changed, unchanged, lost],
  );
}

const countOwn = ({ convictions }: History, county: string): number =>
  convictions.filter((conviction) => concernsCounty(conviction, county)).length;

/** Whoever of them is known already, locked. */
async function lockPeople(tx: Tx, people: readonly Counted[]): Promise<ReadonlyMap<string, Before>> {
  const found = await rows<Before>(
    tx,
    `SELECT id, evaluated_version AS version, evaluated_terms AS terms, evaluated_digest AS digest, evaluated_unread AS unread,
            history_digest AS history
       FROM person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [people.map((person) => person.personId)],
  );
  return new Map(found.map((one) => [one.id, one]));
}

async function takePeople(tx: Tx, job: JobData, people: readonly Counted[]): Promise<void> {
  await tx.query(
    `INSERT INTO person (county_id, id, import_id, person_no, name, history_digest)
     SELECT $1, id, $2, no, name, digest FROM unnest($3::uuid[], $4::int[], $5::text[], $6::text[]) AS t (id, no, name, digest)
      ORDER BY id
     ON CONFLICT (county_id, id) DO UPDATE SET import_id = excluded.import_id, person_no = excluded.person_no,
       name = excluded.name, history_digest = excluded.history_digest`,
    [
      ...[job.countyId, job.id, people.map((person) => person.personId), people.map((person) => person.personNo)],
      ...[people.map((person) => person.name), people.map((person) => person.digest)],
    ],
  );
}
