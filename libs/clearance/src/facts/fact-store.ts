import type { Ctx, Tx } from '@clearance/platform';
import { one, rows } from '@clearance/platform';
import { localDate, type EnteredFact, type EnteredValue, type FactSource } from '@clearance/record';

interface Stored {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly value: Record<string, unknown>;
  readonly source: FactSource;
  readonly reference: string;
  readonly by: string;
  readonly on: string;
}

const columns = `f.id, f.person_id AS "personId", f.kind, f.value, f.source, f.reference, f.entered_by_name AS by,
  f.entered_on::text AS on`;

/** A fact that was not withdrawn, as SQL. `alias` is a fixed text. */
export const stands = (alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM entered_fact_withdrawal w WHERE w.county_id = ${alias}.county_id AND w.fact_id = ${alias}.id)`;

/** Of a row that could not be read: that nobody said yet what it says, as SQL. `alias` is a fixed text. */
export const unsettledRow = (alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM entered_fact f WHERE f.county_id = ${alias}.county_id AND f.person_id = ${alias}.person_id
     AND f.kind = 'unread_row' AND f.value->>'bears' = 'nothing' AND f.value->>'row' = ${markOf(alias)} AND ${stands('f')})`;

/** What names a row that could not be read; one of an import that is older than marks is named by its place. */
export const markOf = (alias: string): string =>
  `coalesce(${alias}.mark::text, ${alias}.import_id::text || ' ' || ${alias}.line_no)`;

const NONE: readonly EnteredFact[] = [];

/** What people entered about persons. */
export class FactsOfPeople {
  readonly #byPerson: ReadonlyMap<string, readonly EnteredFact[]>;

  constructor(byPerson: ReadonlyMap<string, readonly EnteredFact[]>) {
    this.#byPerson = byPerson;
  }

  of(personId: string): readonly EnteredFact[] {
    return this.#byPerson.get(personId) ?? NONE;
  }
}

/** The facts of these people that stand now, each person's in the order of their ids. */
export async function factsOf(tx: Tx, personIds: readonly string[]): Promise<FactsOfPeople> {
  const found = await rows<Stored>(
    tx,
    `SELECT ${columns} FROM entered_fact f WHERE f.person_id = ANY ($1::uuid[]) AND ${stands('f')} ORDER BY f.id`,
    [personIds],
  );
  const byPerson = new Map<string, EnteredFact[]>();
  for (const stored of found) {
    const known = byPerson.get(stored.personId);
    if (known) known.push(factFrom(stored));
    else byPerson.set(stored.personId, [factFrom(stored)]);
  }
  return new FactsOfPeople(byPerson);
}

/** The facts with these ids, also those that were withdrawn since. */
export async function factsNamed(tx: Tx, ids: readonly string[]): Promise<EnteredFact[]> {
  if (ids.length === 0) return [];
  const found = await rows<Stored>(
    tx,
    `SELECT ${columns} FROM entered_fact f WHERE f.id = ANY ($1::uuid[]) ORDER BY f.id`,
    [ids],
  );
  return found.map(factFrom);
}

function factFrom({ by, id, kind, on, reference, source, value }: Stored): EnteredFact {
  return { ...value, kind, id, source, reference, by, on: localDate(on) } as EnteredFact;
}

export interface NewFact {
  readonly id: string;
  readonly personId: string;
  readonly value: EnteredValue;
  readonly source: FactSource;
  readonly reference: string;
  readonly on: string;
}

/** Adds a fact, signed by who acts. */
export async function insertFact(tx: Tx, ctx: Ctx, fact: NewFact): Promise<void> {
  const { kind, ...value } = fact.value;
  const signer = await one<{ name: string }>(tx, `SELECT name FROM member WHERE id = $1`, [ctx.actor.memberId]);
  await tx.query(
    `INSERT INTO entered_fact (county_id, id, person_id, kind, value, source, reference, entered_by, entered_by_name,
                               entered_on, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[ctx.countyId, fact.id, fact.personId, kind, JSON.stringify(value), fact.source, fact.reference],
      ...[ctx.actor.memberId, signer?.name ?? '', fact.on, ctx.now],
    ],
  );
}
