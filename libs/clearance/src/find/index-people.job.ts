import { Injectable } from '@nestjs/common';
import { CountyKeys, Database, HandlesJob, WorkLedger, type JobData, type JobHandler } from '@clearance/platform';
import { buildHistory } from '@clearance/record';
import { factsOf } from '../facts/fact-store.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { namesOfPeople, someNotFindable, storeLookups } from './lookup-store.ts';
import { lookupOf } from './tokens.ts';

/** People per job. */
export const INDEX_CHUNK = 250;

/** Reads the histories of some people who were taken in before people could be searched for, and makes them findable. */
@Injectable()
@HandlesJob('people.index')
export class IndexPeopleJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const ids = await someNotFindable(tx, INDEX_CHUNK);
      const key = await this.keys.of(tx, job.countyId);
      const named = await namesOfPeople(tx, ids);
      const facts = await factsOf(tx, ids);
      const stored = new Map((await historiesOfPeople(tx, ids)).map((history) => [history.personId, history]));
      // Whoever has no history left is still found by name: nobody may be due for ever.
      const people = ids.map((personId) => {
        const { name = '', rows = [] } = stored.get(personId) ?? {};
        const { lastFour = '', names = [name] } = named.get(personId) ?? {};
        const history = buildHistory(rows, undefined, { entered: facts.of(personId) });
        return { personId, lookup: lookupOf(key, { names, lastFour, history }) };
      });
      await storeLookups(tx, job.countyId, people);
      await this.ledger.done(tx, job.id, chunk.no, chunk.lastKey - chunk.firstKey + 1);
    });
  }
}

/** Ends the work once every chunk is done; whoever was locked meanwhile is found by the next sweep. */
@Injectable()
@HandlesJob('people.indexed')
export class PeopleIndexedJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      if (!(await this.ledger.running(tx, job.id)) || !(await this.ledger.chunksDone(tx, job.id))) return;
      await this.ledger.end(tx, job.id, 'done');
    });
  }
}
