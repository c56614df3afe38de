import { one, rows, type Tx } from '@clearance/platform';
import { FORM, type Lookup } from './tokens.ts';

export interface NamedPerson {
  /** The person's name in every file of the county. */
  readonly names: readonly string[];
  readonly lastFour: string;
}

/** What the files of the county call these people; a file that nobody has confirmed yet does not count. */
export async function namesOfPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  if (personIds.length === 0) return new Map();
  const found = await rows<{ id: string; names: string[]; lastFour: string }>(
    tx,
    `SELECT p.person_id AS id, array_agg(DISTINCT p.name) AS names, max(p.cii_last4) AS "lastFour"
       FROM import_person p JOIN import i ON i.county_id = p.county_id AND i.id = p.import_id
      WHERE p.person_id = ANY ($1::uuid[]) AND i.state IN ('counting', 'evaluating', 'done', 'superseded')
      GROUP BY p.person_id`,
    [personIds],
  );
  return new Map(found.map(({ id, ...named }) => [id, named]));
}

/** Keeps by what these people are found, in the place of what was kept before. */
export async function storeLookups(
  tx: Tx,
  countyId: string,
  people: readonly { readonly personId: string; readonly lookup: Lookup }[],
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((person) => person.personId);
  await forget(tx, countyId, ids);
  const tokens = people.flatMap(({ lookup, personId }) => lookup.tokens.map((token) => ({ token, personId })));
  await tx.query(
    `INSERT INTO person_token (county_id, token, person_id)
     SELECT $1, token, person FROM unnest($2::text[], $3::uuid[]) AS t (token, person) ORDER BY token COLLATE "C", person
     ON CONFLICT DO NOTHING`,
    [countyId, tokens.map((one) => one.token), tokens.map((one) => one.personId)],
  );
  await tx.query(
    `INSERT INTO person_lookup (county_id, person_id, form, tokens, birth_year)
     SELECT $1, person, $2, string_to_array(tokens, ' '), year
       FROM unnest($3::uuid[], $4::text[], $5::int[]) AS t (person, tokens, year)
     ON CONFLICT (county_id, person_id) DO UPDATE
       SET form = excluded.form, tokens = excluded.tokens, birth_year = excluded.birth_year`,
    [
      ...[countyId, FORM, ids, people.map(({ lookup }) => lookup.tokens.join(' '))],
      people.map(({ lookup }) => lookup.birthYear),
    ],
  );
}

/** Takes away by what these people were found. Of people who are new nothing is looked for: most of an import are. */
async function forget(tx: Tx, countyId: string, personIds: readonly string[]): Promise<void> {
  const old = await rows<{ token: string; person: string }>(
    tx,
    `SELECT unnest(tokens) AS token, person_id AS person FROM person_lookup WHERE person_id = ANY ($1::uuid[])`,
    [personIds],
  );
  if (old.length === 0) return;
  await tx.query(
    `DELETE FROM person_token t USING unnest($2::text[], $3::uuid[]) AS old (token, person)
      WHERE t.county_id = $1 AND t.token = old.token AND t.person_id = old.person`,
    [countyId, old.map((one) => one.token), old.map((one) => one.person)],
  );
}

/** Whoever of the county cannot be found yet: taken in before people could be, or in an older form. */
const DUE = `FROM person p LEFT JOIN person_lookup l ON l.county_id = p.county_id AND l.person_id = p.id
  WHERE l.form IS DISTINCT FROM ${FORM}`;

/** How many people of the county cannot be found yet. */
export const countNotFindable = async (tx: Tx): Promise<number> =>
  (await one<{ n: number }>(tx, `SELECT count(*)::int AS n ${DUE}`))?.n ?? 0;

/** Some of them, locked; those that another worker has at this moment are left to it. */
export const someNotFindable = async (tx: Tx, most: number): Promise<string[]> =>
  (
    await rows<{ id: string }>(tx, `SELECT p.id ${DUE} ORDER BY p.id LIMIT $1 FOR NO KEY UPDATE OF p SKIP LOCKED`, [
      most,
    ])
  ).map((person) => person.id);

/** Whether everybody of the county can be found. */
export async function isEverybodyFindable(tx: Tx): Promise<boolean> {
  if (await one(tx, `SELECT 1 FROM county_lookup WHERE form >= $1`, [FORM])) return true;
  return (await one(tx, `SELECT 1 ${DUE} LIMIT 1`)) === undefined;
}

export async function markEverybodyFindable(tx: Tx, countyId: string): Promise<void> {
  await tx.query(
    `INSERT INTO county_lookup (county_id, form) VALUES ($1, $2)
     ON CONFLICT (county_id) DO UPDATE SET form = excluded.form WHERE county_lookup.form < excluded.form`,
    [countyId, FORM],
  );
}
