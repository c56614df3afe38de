import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  CountyKeys,
  Database,
  HandlesJob,
  now,
  one,
  opaqueId,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { buildHistory, concernsCounty, type Conviction } from '@clearance/record';
import { actingFor } from '../acting.ts';
import { takeUp, type FoundConviction } from '../conviction/standing.ts';
import { addUnknownDispositions, unknownDispositions } from './unknown-dispositions.ts';
import { historiesOf, historyDigest, type StoredHistory } from './history-store.ts';

/** Takes the convictions of some hundred people from their histories; what an older file had as well is recognised. */
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
      const key = await this.keys.of(tx, job.countyId);
      const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [job.countyId]);
      const histories = await historiesOf(tx, job.id, chunk.firstKey, chunk.lastKey);
      const digests = new Map(histories.map((history) => [history.personId, historyDigest(history)]));
      await this.takePeople(tx, job, histories, digests);
      const built = histories.map((stored) => ({ stored, history: buildHistory(stored.rows) }));
      const found = built.flatMap(({ stored, history }) =>
        history.convictions
          .filter((conviction) => concernsCounty(conviction, county?.name ?? ''))
          .map((conviction) => foundOf(key, stored, conviction, digests.get(stored.personId) ?? '')),
      );
      const at = now();
      const taken = await takeUp(tx, job.countyId, job.id, at, found);
      const fresh = taken.filter((one) => one.fresh);
      const changed = taken.filter((one) => one.changed);
      await tx.query(
        `UPDATE import SET convictions = convictions + $2, changed = changed + $3, unchanged = unchanged + $4 WHERE id = $1`,
        [job.id, taken.length, changed.length, taken.length - fresh.length - changed.length],
      );
      const unknown = unknownDispositions(
        built.map(({ history }) => history),
        county?.name ?? '',
      );
      await addUnknownDispositions(tx, job.id, unknown);
      await this.ledger.done(tx, job.id, chunk.no, histories.length);
      const digestOf = new Map(found.map((one) => [one.id, one.historyDigest]));
      await this.auditLog.append(tx, await actingFor(tx, job, chunk.startedBy), [
        ...fresh.map(({ id }) => ({
          action: 'conviction.import',
          target: { type: 'conviction', id },
          stateAfter: 'imported',
          historyDigest: digestOf.get(id),
        })),
        ...changed.map(({ id }) => ({
          action: 'conviction.history_change',
          target: { type: 'conviction', id },
          historyDigest: digestOf.get(id),
        })),
      ]);
    });
  }

  private async takePeople(
    tx: Tx,
    job: JobData,
    histories: readonly StoredHistory[],
    digests: ReadonlyMap<string, string>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO person (county_id, id, import_id, person_no, name, history_digest)
       SELECT $1, id, $2, no, name, digest FROM unnest($3::uuid[], $4::int[], $5::text[], $6::text[]) AS t (id, no, name, digest)
       ON CONFLICT (county_id, id) DO UPDATE SET import_id = excluded.import_id, person_no = excluded.person_no,
         name = excluded.name, history_digest = excluded.history_digest`,
      [
        ...[job.countyId, job.id, histories.map((h) => h.personId), histories.map((h) => h.personNo)],
        ...[histories.map((h) => h.name), histories.map((h) => digests.get(h.personId) ?? '')],
      ],
    );
  }
}

/** The same person, case, count, section and date give the same id in every file of the county. */
export const convictionId = (key: Buffer, personId: string, conviction: Pick<Conviction, 'key'>): string =>
  opaqueId(key, `conviction ${personId} ${conviction.key}`);

function foundOf(key: Buffer, history: StoredHistory, conviction: Conviction, digest: string): FoundConviction {
  const { date } = conviction;
  return {
    id: convictionId(key, history.personId, conviction),
    personId: history.personId,
    caseNumber: conviction.caseNumber,
    offense: conviction.count.offense.text,
    court: conviction.step.agency.name,
    dateText: date ? spanText(date) : null,
    dateFrom: date?.earliest ?? null,
    decade: date ? Math.floor(Number(date.earliest.slice(0, 4)) / 10) * 10 : 0,
    historyDigest: digest,
  };
}

/** `1979-03-02`, or only the part that the file knows: `1979-03`, `1979`. */
export function spanText({ earliest, latest }: { readonly earliest: string; readonly latest: string }): string {
  if (earliest === latest) return earliest;
  return earliest.slice(0, 7) === latest.slice(0, 7) ? earliest.slice(0, 7) : earliest.slice(0, 4);
}
