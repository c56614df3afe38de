import { Injectable } from '@nestjs/common';
import { MOST_FOUND, type FoundPerson, type PeopleFound, type SearchKind, type State } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, Refused, rows, type Ctx, type Tx } from '@clearance/platform';
import { caseKey } from '@clearance/record';
import { COST, rangesOf, readAsked, type Asked } from './asked.ts';
import { isEverybodyFindable } from './lookup-store.ts';
import { digitsBehindLetters, personIdOf, token } from './tokens.ts';

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
      const { hits, kind, total } = await find(tx, key, asked);
      const people = await peopleOf(tx, hits, asked);
      const incomplete = !(await isEverybodyFindable(tx));
      // What was typed names somebody: the log says only what kind of search it was, and how many it found.
      await this.auditLog.append(tx, ctx, [
        { action: 'person.search', target: { type: 'search', id: ctx.requestId }, detail: { kind, found: total } },
      ]);
      return { kind, people, total, incomplete };
    });
  }
}

interface FoundBy {
  readonly kind: SearchKind;
  /** The best, each person once. */
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** Whoever the text names, in whatever way it can be read. */
async function find(tx: Tx, key: Buffer, readings: readonly [Asked, ...Asked[]]): Promise<FoundBy> {
  const identified: Hit[] = [];
  const found: { readonly kind: SearchKind; readonly hits: readonly Hit[] }[] = [];
  for (const asked of readings) {
    identified.push(...(await byIdentifier(tx, key, asked)));
    found.push({ kind: kindOf(asked), hits: await byTokens(tx, key, asked) });
  }
  const byName = found.flatMap(({ hits }) => hits);
  // Beside the person of an identifier stands whoever has just this case number, and nobody who is only alike.
  const others = identified.length > 0 ? byName.filter(({ cost }) => cost < COST.similar) : byName;
  const best = new Map<string, Hit>();
  for (const hit of [...identified, ...others]) {
    const known = best.get(hit.id);
    if (!known || hit.cost < known.cost) best.set(hit.id, hit);
  }
  const hits = [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST_FOUND);
  const kind = identified.length > 0 ? 'identifier' : (found.find((one) => one.hits.length > 0)?.kind ?? kindOf(readings[0]));
  const most = identified.length > 0 ? 0 : Math.max(...found.map((one) => one.hits[0]?.total ?? 0));
  return { kind, hits, total: Math.max(best.size, most) };
}

function kindOf({ births, names, numbers }: Asked): SearchKind {
  if (names.length === 0) return 'number';
  if (births.length > 0) return 'name_and_birth';
  return numbers.length > 0 ? 'name_and_number' : 'name';
}

/**
 * The id of a person is made from the state identifier, so that this is a look at the primary key. An identifier names
 * one person: with another name or birth date beside it the person is still shown, as one who may not be meant.
 */
async function byIdentifier(tx: Tx, key: Buffer, { births, identifiers, names }: Asked): Promise<Hit[]> {
  if (identifiers.length === 0) return [];
  return rows<Hit>(
    tx,
    `SELECT p.id, CASE WHEN (cardinality($2::text[]) = 0 OR l.tokens @> $2) AND (cardinality($3::text[]) = 0 OR l.tokens && $3)
                       THEN ${COST.exact} ELSE ${COST.similar} END AS cost, (count(*) OVER ())::int AS total
       FROM person p LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
      WHERE p.id = ANY ($1::uuid[])`,
    [
      identifiers.map((cii) => personIdOf(key, cii)),
      names.map(({ word }) => token.name(word)),
      births.map((birth) => token.birth(key, birth)),
    ],
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

interface Found extends Omit<FoundPerson, 'match' | 'states' | 'convictions' | 'onOtherCase'> {
  readonly states: Partial<Record<State, number>> | null;
}

/** So many case numbers are shown of a person. */
const MOST_CASES = 3;

async function peopleOf(tx: Tx, hits: readonly Hit[], readings: readonly Asked[]): Promise<FoundPerson[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.id, p.name, '••••' || i.cii_last4 AS cii, l.birth_year AS "birthYear", f.state <> 'superseded' AS "inNewestFile",
            ARRAY (SELECT DISTINCT o.name FROM import_person o JOIN import e ON e.county_id = o.county_id AND e.id = o.import_id
                    WHERE o.county_id = p.county_id AND o.person_id = p.id AND o.name <> p.name
                      AND e.state IN ('counting', 'evaluating', 'done', 'superseded') ORDER BY 1) AS "otherNames",
            (SELECT jsonb_object_agg(state, n) FROM (
               SELECT state, count(*) AS n FROM conviction c WHERE c.county_id = p.county_id AND c.person_id = p.id AND NOT c.vanished
                GROUP BY state) AS s) AS states,
            ARRAY (SELECT DISTINCT case_number FROM conviction c
                    WHERE c.county_id = p.county_id AND c.person_id = p.id AND NOT c.vanished AND case_number <> ''
                    ORDER BY 1 LIMIT 200) AS "caseNumbers"
       FROM person p JOIN import f ON f.county_id = p.county_id AND f.id = p.import_id
       JOIN import_person i ON i.county_id = p.county_id AND i.import_id = p.import_id AND i.person_no = p.person_no
       LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
      WHERE p.id = ANY ($1::uuid[])`,
    [hits.map((hit) => hit.id)],
  );
  const costs = new Map(hits.map((hit) => [hit.id, hit.cost]));
  const costOf = (person: { readonly id: string }) => costs.get(person.id) ?? 0;
  const isAsked = caseAskedIn(readings);
  return found
    .sort((a, b) => costOf(a) - costOf(b) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
    .map(({ caseNumbers, states, ...person }) => ({
      ...person,
      match: matchOf(costOf(person)),
      states: states ?? {},
      convictions: Object.values(states ?? {}).reduce((sum, n) => sum + n, 0),
      caseNumbers: [...caseNumbers].sort((a, b) => Number(isAsked(b)) - Number(isAsked(a))).slice(0, MOST_CASES),
      onOtherCase: isCaseAsked(readings) && !caseNumbers.some(isAsked),
    }));
}

/** Whether a case number is one that was asked for, from its beginning or by its digits. */
function caseAskedIn(readings: readonly Asked[]): (number: string) => boolean {
  const asked = readings.flatMap(({ numbers }) => numbers.map(caseKey));
  return (number) => {
    const key = caseKey(number);
    const digits = digitsBehindLetters(key);
    return asked.some((one) => {
      const asDigits = digitsBehindLetters(one);
      return key.startsWith(one) || key === asDigits || digits === (asDigits || one);
    });
  };
}

/** A case number was asked for, and nothing that could be an identifier. */
const isCaseAsked = (readings: readonly Asked[]): boolean =>
  readings.every(({ identifiers, lastFour, numbers }) => numbers.length > 0 && identifiers.length === 0 && !lastFour);

const matchOf = (cost: number): FoundPerson['match'] =>
  cost === COST.exact ? 'exact' : cost < COST.similar ? 'beginning' : 'similar';
