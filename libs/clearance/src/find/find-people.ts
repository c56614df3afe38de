import { Injectable } from '@nestjs/common';
import { MOST_FOUND, type FoundPerson, type PeopleFound, type SearchKind, type State } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, Refused, rows, type Ctx, type Tx } from '@clearance/platform';
import { COST, rangesOf, readAsked, type Asked } from './asked.ts';
import { isEverybodyFindable } from './lookup-store.ts';
import { personIdOf, token } from './tokens.ts';

interface Hit {
  readonly id: string;
  readonly cost: number;
  readonly total: number;
}

/** Of this many names one may be missing: a file seldom has all that a person goes by. */
const NAMES_WITH_ONE_MISSING = 3;

/** Finds people by name, case number, state identifier, or a date of birth with a name. Every search is on the log. */
@Injectable()
export class FindPeople {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  async search(ctx: Ctx, { text }: { readonly text: string }): Promise<PeopleFound> {
    const asked = readAsked(text);
    if (asked === 'nothing') throw new Refused('nothing_to_search');
    if (asked === 'birth_alone') throw new Refused('birth_needs_name');
    return this.database.inCounty(ctx, async (tx) => {
      const key = await this.keys.of(tx, ctx.countyId);
      const identified = await byIdentifier(tx, key, asked);
      const hits = identified.length > 0 ? identified : await byTokens(tx, key, asked);
      const kind = identified.length > 0 ? 'identifier' : kindOf(asked);
      const people = await peopleOf(tx, hits);
      const incomplete = !(await isEverybodyFindable(tx));
      const total = hits[0]?.total ?? 0;
      // What was typed names somebody: the log says only what kind of search it was, and how many it found.
      await this.auditLog.append(tx, ctx, [
        { action: 'person.search', target: { type: 'search', id: ctx.requestId }, detail: { kind, found: total } },
      ]);
      return { kind, people, total, incomplete };
    });
  }
}

function kindOf({ births, names, numbers }: Asked): SearchKind {
  if (names.length === 0) return 'number';
  if (births.length > 0) return 'name_and_birth';
  return numbers.length > 0 ? 'name_and_number' : 'name';
}

/** The id of a person is made from the state identifier, so that this is a look at the primary key. */
async function byIdentifier(tx: Tx, key: Buffer, { identifiers }: Asked): Promise<Hit[]> {
  if (identifiers.length === 0) return [];
  return rows<Hit>(
    tx,
    `SELECT id, 0 AS cost, (count(*) OVER ())::int AS total FROM person WHERE id = ANY ($1::uuid[])`,
    [identifiers.map((cii) => personIdOf(key, cii))],
  );
}

/**
 * Whoever stands in a range of each part that was asked for; exported for the test that looks at its plan. OFFSET 0 keeps
 * each range a look at the index of its own: of a table that was never analyzed the planner would read the whole county
 * once and compare it with every range.
 */
export const searchSql = `
  WITH asked AS (SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[]) AS t (part, first, last, cost)),
  hit AS (
    SELECT a.part, t.person_id, min(a.cost) AS cost
      FROM asked a CROSS JOIN LATERAL (
             SELECT person_id FROM person_token WHERE token >= a.first AND token <= a.last OFFSET 0) AS t
     GROUP BY 1, 2),
  found AS (
    SELECT person_id, sum(cost) + ${COST.missing} * ($5::int - count(*) FILTER (WHERE part < $5)) AS cost FROM hit
     GROUP BY person_id
    HAVING count(*) FILTER (WHERE part < $5) >= $6 AND count(*) FILTER (WHERE part >= $5) = $7)
  SELECT f.person_id AS id, f.cost::int AS cost, (count(*) OVER ())::int AS total FROM found f
   WHERE cardinality($8::text[]) = 0 OR NOT EXISTS (
           SELECT 1 FROM unnest($8::text[]) AS initial WHERE NOT EXISTS (
             SELECT 1 FROM person_lookup l, unnest(l.tokens) AS word
              WHERE l.person_id = f.person_id AND starts_with(word, initial)))
   ORDER BY f.cost, f.person_id LIMIT ${MOST_FOUND}`;

/** The parameters of `searchSql`. */
export function searchParameters(key: Buffer, asked: Asked): unknown[] {
  const ranges = rangesOf(key, asked);
  const names = asked.names.length;
  const others = Number(asked.numbers.length > 0) + Number(asked.births.length > 0);
  return [
    ...[ranges.map((one) => one.part), ranges.map((one) => one.from)],
    ...[ranges.map((one) => one.to), ranges.map((one) => one.cost), names],
    ...[names >= NAMES_WITH_ONE_MISSING ? names - 1 : names, others, asked.initials.map(token.name)],
  ];
}

const byTokens = (tx: Tx, key: Buffer, asked: Asked): Promise<Hit[]> =>
  rows<Hit>(tx, searchSql, searchParameters(key, asked));

interface Found extends Omit<FoundPerson, 'match' | 'states' | 'convictions'> {
  readonly states: Partial<Record<State, number>> | null;
}

async function peopleOf(tx: Tx, hits: readonly Hit[]): Promise<FoundPerson[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.id, p.name, '••••' || i.cii_last4 AS cii, l.birth_year AS "birthYear", f.state <> 'superseded' AS "inNewestFile",
            (SELECT jsonb_object_agg(state, n) FROM (
               SELECT state, count(*) AS n FROM conviction c WHERE c.county_id = p.county_id AND c.person_id = p.id AND NOT c.vanished
                GROUP BY state) AS s) AS states,
            ARRAY (SELECT DISTINCT case_number FROM conviction c
                    WHERE c.county_id = p.county_id AND c.person_id = p.id AND NOT c.vanished AND case_number <> ''
                    ORDER BY 1 LIMIT 3) AS "caseNumbers"
       FROM person p JOIN import f ON f.county_id = p.county_id AND f.id = p.import_id
       JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
       LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
      WHERE p.id = ANY ($1::uuid[])`,
    [hits.map((hit) => hit.id)],
  );
  const costs = new Map(hits.map((hit) => [hit.id, hit.cost]));
  const costOf = (person: { readonly id: string }) => costs.get(person.id) ?? 0;
  return found
    .sort((a, b) => costOf(a) - costOf(b) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
    .map(({ states, ...person }) => ({
      ...person,
      match: matchOf(costOf(person)),
      states: states ?? {},
      convictions: Object.values(states ?? {}).reduce((sum, n) => sum + n, 0),
    }));
}

const matchOf = (cost: number): FoundPerson['match'] =>
  cost === COST.exact ? 'exact' : cost < COST.similar ? 'beginning' : 'similar';
