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
import { buildHistory, concernsCounty, DIALECT, type History } from '@clearance/record';
import { actingFor } from '../acting.ts';
import { keepIn, lockConvictionsOf, type Standing } from '../conviction/standing.ts';
import { determine, markEvaluated, storeMade, type Made } from '../evaluate/determine.ts';
import { runOfToday, type Run } from '../evaluate/run.ts';
import { factsOf, type FactsOfPeople } from '../facts/fact-store.ts';
import { namesOfPeople, storeLookups, type NamedPerson } from '../find/lookup-store.ts';
import { FORM, lookupOf, type Lookup } from '../find/tokens.ts';
import { termsOf, type CountyTerms } from '../terms/terms-of.ts';
import { historyDigest, packedHistoriesOf, rowsOf, type PackedHistory } from './history-store.ts';
import { packReading, storeReadings } from './reading-store.ts';
import { addUnknownDispositions, countUnknownDispositions } from './unknown-dispositions.ts';

/** What a person was last evaluated under. */
interface Before {
  id: string;
  version: number | null;
  terms: number | null;
  dialect: string | null;
  digest: string | null;
  unread: boolean;
  /** The digest of the history that she had. */
  history: string;
  name: string;
  /** The form in which it is kept what the person is found by; null where it is not. */
  form: number | null;
}

interface Counted {
  readonly personId: string;
  readonly personNo: number;
  readonly name: string;
  readonly digest: string;
}

/** What came of the people of a chunk, whose histories were looked at one after the other. */
interface Looked {
  readonly people: Counted[];
  readonly readings: { personId: string; packed: Buffer }[];
  /** Of those whose history or name is new: what they are found by. */
  readonly lookups: { personId: string; lookup: Lookup }[];
  /** Whose convictions stand as they stood. */
  readonly same: Set<string>;
  /** Who has a row that could not be read. */
  readonly incomplete: Set<string>;
  readonly made: Made[];
  readonly unknown: Record<string, number>;
  own: number;
}

/** What is known before the histories are looked at, everything locked. */
interface Known {
  readonly key: Buffer;
  readonly county: string;
  readonly terms: CountyTerms;
  readonly run: Run | undefined;
  readonly before: ReadonlyMap<string, Before>;
  readonly standing: ReadonlyMap<string, Standing>;
  /** What people entered, also about people whom no file has had for a while: it survives every file. */
  readonly facts: FactsOfPeople;
  readonly named: ReadonlyMap<string, NamedPerson>;
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
      const histories = await packedHistoriesOf(tx, job.id, chunk.firstKey, chunk.lastKey);
      const known = await this.lock(tx, job, histories);
      const looked = lookAt(job.id, histories, known);
      await takePeople(tx, job, looked.people);
      await storeReadings(tx, job.countyId, looked.readings);
      await storeLookups(tx, job.countyId, looked.lookups);
      const result = await determined(tx, job, ctx.now, looked, known);
      await tx.query(`UPDATE import SET convictions = convictions + $2 WHERE id = $1`, [job.id, looked.own]);
      // Counted again in other words, it is the same file: how it differs from the one before stays as it was said.
      if (chunk.nextJob === 'import.finish') await compare(tx, job.id, result);
      await addUnknownDispositions(tx, job.id, looked.unknown);
      await this.ledger.done(tx, job.id, chunk.no, looked.people.length);
      await this.auditLog.append(tx, ctx, result.acts);
    });
  }

  private async lock(tx: Tx, job: JobData, histories: readonly PackedHistory[]): Promise<Known> {
    const ids = histories.map((history) => history.personId);
    const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [job.countyId]);
    const terms = await termsOf(tx);
    const before = await lockPeople(tx, ids);
    const standing = await lockConvictionsOf(tx, ids);
    const run = await runOfToday(tx, job.id, terms);
    const facts = await factsOf(tx, ids);
    const key = await this.keys.of(tx, job.countyId);
    const named = await namesOfPeople(tx, ids);
    return { facts, key, county: county?.name ?? '', terms, run, before, standing, named };
  }
}

/** One history after the other, so that never more than one is in memory as a whole. */
function lookAt(importId: string, histories: readonly PackedHistory[], known: Known): Looked {
  const { before, county, key, run, standing, terms } = known;
  const looked: Looked = {
    people: [],
    readings: [],
    lookups: [],
    same: new Set(),
    incomplete: new Set(),
    made: [],
    unknown: {},
    own: 0,
  };
  const gone = new Set([...standing.values()].filter((one) => one.vanished).map((one) => one.personId));
  for (const packed of histories) {
    const { name, personId, personNo, unread } = packed;
    const stored = rowsOf(packed, 'mattering');
    const entered = known.facts.of(personId);
    const digest = historyDigest({ rows: stored, entered, unread });
    const history = buildHistory(stored, terms.dispositions, { entered, unread });
    const was = before.get(personId);
    if (unread.length > 0) looked.incomplete.add(personId);
    looked.people.push({ personId, personNo, name, digest });
    looked.own += countOwn(history, county);
    countUnknownDispositions(looked.unknown, history, county);
    if (was?.history !== digest || was.dialect !== DIALECT)
      looked.readings.push({ personId, packed: packReading(history) });
    if (was?.history !== digest || was.name !== name || was.form !== FORM) {
      const { lastFour = '', names = [name] } = known.named.get(personId) ?? {};
      looked.lookups.push({ personId, lookup: lookupOf(key, { names, lastFour, history }) });
    }
    if (!run) continue;
    const isSame =
      was?.version === run.version &&
      was.terms === terms.version &&
      was.dialect === DIALECT &&
      was.digest === digest &&
      was.unread === unread.length > 0;
    if (isSame && !gone.has(personId)) looked.same.add(personId);
    else looked.made.push(...determine(key, run, { personId, importId, digest, history }, standing));
  }
  return looked;
}

interface Result {
  readonly acts: Act[];
  readonly fresh: number;
  readonly back: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly lost: number;
}

async function determined(
  tx: Tx,
  job: JobData,
  at: Date,
  { incomplete, made, people, same }: Looked,
  { run, standing }: Known,
): Promise<Result> {
  if (!run) return { acts: [], fresh: 0, back: 0, changed: 0, unchanged: 0, lost: 0 };
  const kept = [...standing.values()].filter((one) => same.has(one.personId)).map((one) => one.id);
  await keepIn(tx, job.id, kept);
  const personIds = people.map((person) => person.personId).filter((id) => !same.has(id));
  const where = { countyId: job.countyId, at };
  const stored = await storeMade(tx, where, run, { made, personIds }, standing);
  const { acts, back, changed, convictions, fresh, lost } = stored;
  await markEvaluated(tx, run, personIds, incomplete);
  return { acts, fresh, back, changed, lost, unchanged: kept.length + convictions - fresh - back - changed };
}

async function compare(tx: Tx, importId: string, { fresh, back, changed, unchanged, lost }: Result): Promise<void> {
  await tx.query(
    `UPDATE import SET fresh = fresh + $2, changed = changed + $3, unchanged = unchanged + $4, vanished = vanished + $5,
            back = back + $6
      WHERE id = $1`,
    [importId, fresh, changed, unchanged, lost, back],
  );
}

const countOwn = ({ convictions }: History, county: string): number =>
  convictions.filter((conviction) => concernsCounty(conviction, county)).length;

/** Whoever of them is known already, locked. */
async function lockPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Before>> {
  const found = await rows<Before>(
    tx,
    `SELECT p.id, p.evaluated_version AS version, p.evaluated_terms AS terms, p.evaluated_dialect AS dialect,
            p.evaluated_digest AS digest, p.evaluated_unread AS unread, p.history_digest AS history, p.name, l.form
       FROM person p LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
      WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [personIds],
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
