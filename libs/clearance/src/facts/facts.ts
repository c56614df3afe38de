import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EnteredFactRow, FactBody, FactsView, FactValue } from '@clearance/contract';
import type { Determination } from '@clearance/eligibility';
import { AuditLog, CountyKeys, Database, one, Refused, rows, type Ctx, type Tx } from '@clearance/platform';
import { localDate, shippedDispositions, type Conviction, type History } from '@clearance/record';
import { convictionId } from '../conviction/found-conviction.ts';
import type { Standing } from '../conviction/standing.ts';
import { traceOf } from '../evaluate/determination-store.ts';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { termsOf } from '../terms/terms-of.ts';
import { askedFacts } from './asked-facts.ts';
import { enteredRows } from './entered-rows.ts';
import { evaluatePerson, historyWithFacts, lockPersonOf, type LockedPerson } from './evaluate-person.ts';
import { insertFact, markOf, stands, unsettledRow } from './fact-store.ts';
import { valueOf } from './read-fact.ts';

/** What a person supplies that the state's file lacks: entered, seen, withdrawn. */
@Injectable()
export class Facts {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  /** What is entered and what is missing. Throws `not_found`. */
  view(ctx: Ctx, id: string): Promise<FactsView> {
    return this.database.inCounty(ctx, (tx) => this.viewIn(tx, ctx, id));
  }

  /**
   * Enters a fact and evaluates the person again in the same transaction. Throws `not_found`, `fact_decided_meanwhile`,
   * `wrong_state`, `fact_without_conviction`, `fact_in_the_future`, `fact_unknown_disposition`, `invalid`, `note_required`.
   */
  enter(ctx: Ctx, id: string, body: FactBody): Promise<FactsView> {
    return this.database.inCounty(ctx, async (tx) => {
      const person = await lockPersonOf(tx, id);
      mustStandAsSeen(person, id, body.version);
      const today = localDate(officeDay(ctx.now));
      const history = await historyWithFacts(tx, person);
      const about = await this.conviction(tx, ctx, person, history, { id, key: body.conviction });
      const row = await unreadRow(tx, person.id, body.fact);
      const value = valueOf(body.fact, about.key, { today, dispositions: person.terms.dispositions, row });
      const factId = randomUUID();
      const { reference, source } = body;
      await insertFact(tx, ctx, { id: factId, personId: person.id, value, source, reference, on: today });
      await this.evaluate(tx, ctx, person, { id, action: 'fact.enter', factId, kind: value.kind });
      return this.viewIn(tx, ctx, id);
    });
  }

  /**
   * Withdraws a fact, whoever entered it; it stays on file with the reason. Throws `not_found`, `fact_decided_meanwhile`,
   * `fact_already_withdrawn`.
   */
  withdraw(ctx: Ctx, id: string, factId: string, body: { version: number; reason: string }): Promise<FactsView> {
    return this.database.inCounty(ctx, async (tx) => {
      const person = await lockPersonOf(tx, id);
      const fact = await one<{ kind: string; stands: boolean }>(
        tx,
        `SELECT f.kind, ${stands('f')} AS stands FROM entered_fact f WHERE f.id = $1 AND f.person_id = $2`,
        [factId, person.id],
      );
      if (!fact) throw new Refused('not_found');
      if (!fact.stands) throw new Refused('fact_already_withdrawn');
      mustStandAsSeen(person, id, body.version);
      await tx.query(
        `INSERT INTO entered_fact_withdrawal (county_id, fact_id, reason, withdrawn_by, withdrawn_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [ctx.countyId, factId, body.reason, ctx.actor.memberId, ctx.now],
      );
      await this.evaluate(tx, ctx, person, { id, action: 'fact.withdraw', factId, kind: fact.kind });
      return this.viewIn(tx, ctx, id);
    });
  }

  /** The log has the kind of the fact and opaque ids; what was entered stands beside it alone. */
  private async evaluate(
    tx: Tx,
    ctx: Ctx,
    person: LockedPerson,
    { action, factId, id, kind }: { action: string; factId: string; id: string; kind: string },
  ): Promise<void> {
    const { acts } = await evaluatePerson(tx, ctx, this.keys, person);
    const act = { action, target: { type: 'conviction', id }, detail: { fact: factId, kind } };
    await this.auditLog.append(tx, ctx, [act, ...acts]);
  }

  private async conviction(
    tx: Tx,
    ctx: Ctx,
    person: Pick<LockedPerson, 'id'>,
    { convictions }: History,
    named: { readonly id: string; readonly key?: string | undefined },
  ): Promise<Conviction> {
    const key = await this.keys.of(tx, ctx.countyId);
    const found = convictions.find((one) =>
      named.key === undefined ? convictionId(key, person.id, one) === named.id : one.key === named.key,
    );
    if (!found) throw new Refused('fact_without_conviction');
    return found;
  }

  private async viewIn(tx: Tx, ctx: Ctx, id: string): Promise<FactsView> {
    const found = await one<{ personId: string; version: number; body: Buffer | null }>(
      tx,
      `SELECT c.person_id AS "personId", c.version, d.body FROM conviction c
         LEFT JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id WHERE c.id = $1`,
      [id],
    );
    const [stored] = found ? await historiesOfPeople(tx, [found.personId]) : [];
    if (!found || !stored) throw new Refused('not_found');
    const terms = await termsOf(tx);
    const person = { id: found.personId, stored, terms };
    const history = await historyWithFacts(tx, person);
    const key = await this.keys.of(tx, ctx.countyId);
    const own = history.convictions.find((one) => convictionId(key, found.personId, one) === id);
    const determination = found.body ? (JSON.parse(traceOf(found.body)) as Determination) : undefined;
    const lines = await rows<{ line: number }>(
      tx,
      `SELECT r.line_no AS line FROM rejected_row r
         JOIN person p ON p.county_id = r.county_id AND p.import_id = r.import_id AND p.id = r.person_id
        WHERE p.id = $1 AND ${unsettledRow('r')} ORDER BY r.line_no LIMIT 20`,
      [found.personId],
    );
    const unreadLines = lines.map(({ line }) => line);
    return {
      version: found.version,
      entered: (await enteredRows(tx, found.personId, history, own?.key ?? '')).map(({ key: of, ...row }) => ({
        ...row,
        about: aboutOf(of, own?.key),
      })),
      missing: own && determination ? askedFacts(history, determination, own, unreadLines) : [],
      dispositions: (await ownWordings(tx)).concat(shippedDispositions.filter(({ wording }) => !wording.endsWith('*'))),
    };
  }
}

/** Throws `not_found`, `fact_decided_meanwhile`, `wrong_state`. */
function mustStandAsSeen({ standing }: LockedPerson, id: string, version: number): Standing {
  const found = standing.get(id);
  if (!found) throw new Refused('not_found');
  if (found.version !== version) throw new Refused('fact_decided_meanwhile');
  if (found.vanished || found.state === 'superseded') throw new Refused('wrong_state', { state: 'superseded' });
  return found;
}

/** What names the unread row that a fact is about; undefined where the person has no such row. */
async function unreadRow(tx: Tx, personId: string, fact: FactValue): Promise<string | undefined> {
  if (fact.kind !== 'unread_row') return undefined;
  const found = await one<{ mark: string }>(
    tx,
    `SELECT ${markOf('r')} AS mark FROM rejected_row r
       JOIN person p ON p.county_id = r.county_id AND p.import_id = r.import_id AND p.id = r.person_id
      WHERE p.id = $1 AND r.line_no = $2`,
    [personId, fact.line],
  );
  return found?.mark;
}

const aboutOf = (key: string | null, own: string | undefined): EnteredFactRow['about'] => {
  if (key === null) return 'person';
  return key === own ? 'this' : 'other';
};

/** The county's own wordings, that stand before those shipped. */
async function ownWordings(tx: Tx): Promise<{ wording: string; kind: string }[]> {
  const newest = await one<{ dispositions: { wording: string; kind: string }[] }>(
    tx,
    `SELECT dispositions FROM county_terms ORDER BY version DESC LIMIT 1`,
  );
  return (newest?.dispositions ?? [])
    .filter(({ wording }) => !wording.endsWith('*'))
    .map(({ kind, wording }) => ({ wording, kind }));
}
