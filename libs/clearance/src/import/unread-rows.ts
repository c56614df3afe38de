import { opaqueId, rows, type Tx } from '@clearance/platform';
import type { EnteredFact, PersonOfRejected, UnreadRow } from '@clearance/record';
import { markOf, unsettledRow } from '../facts/fact-store.ts';

/** The flag of a conviction whose person has a row in the file that could not be read: the history is not whole. */
export const ROW_UNREADABLE = 'row_unreadable';

/**
 * Whose row a rejected row is, as the opaque id that the county gives the person; undefined where nobody can tell.
 *
 * @param ciiOf the identifier of whoever has this number in the file, where other rows say it
 */
export function personOfRejected(
  key: Buffer,
  { cii, subject }: PersonOfRejected,
  ciiOf: ReadonlyMap<string, string>,
): string | undefined {
  const found = cii ?? (subject === undefined ? undefined : ciiOf.get(subject));
  return found ? opaqueId(key, `person ${found}`) : undefined;
}

/** The state numbers records and subjects anew in every file: both stand before the second cell that says anything. */
const NUMBERS = /^[^,]*,[^,]*,[^,]*,/;

/** What names the text of a rejected row, the same in every file of the county that has this very row. */
export const markOfRejected = (key: Buffer, text: string): string =>
  opaqueId(key, `unread row ${text.replace(NUMBERS, '').trim()}`);

type UnreadByPerson = ReadonlyMap<string, readonly UnreadRow[]>;

/** The unread rows that these people have in this import and that nobody has settled. */
export async function unreadRowsIn(tx: Tx, importId: string, personIds: readonly string[]): Promise<UnreadByPerson> {
  const found = await rows<{ id: string; line: number }>(
    tx,
    `SELECT r.person_id AS id, r.line_no AS line FROM rejected_row r
      WHERE r.import_id = $1 AND r.person_id = ANY ($2::uuid[]) AND ${unsettledRow('r')}
      ORDER BY r.line_no`,
    [importId, personIds],
  );
  return byPerson(found);
}

/** The same of the import that their history comes from. */
export async function unreadRowsOf(tx: Tx, personIds: readonly string[]): Promise<UnreadByPerson> {
  const found = await rows<{ id: string; line: number }>(
    tx,
    `SELECT p.id, r.line_no AS line FROM person p
       JOIN rejected_row r ON r.county_id = p.county_id AND r.import_id = p.import_id AND r.person_id = p.id
      WHERE p.id = ANY ($1::uuid[]) AND ${unsettledRow('r')} ORDER BY r.line_no`,
    [personIds],
  );
  return byPerson(found);
}

/** The unread rows that a person has in an import, but for those that these facts settle, whether they still stand or not. */
export async function unreadRowsBeside(
  tx: Tx,
  importId: string,
  personId: string,
  entered: readonly EnteredFact[],
): Promise<readonly UnreadRow[]> {
  const found = await rows<{ line: number; mark: string }>(
    tx,
    `SELECT r.line_no AS line, ${markOf('r')} AS mark FROM rejected_row r
      WHERE r.import_id = $1 AND r.person_id = $2 ORDER BY r.line_no`,
    [importId, personId],
  );
  const settled = new Set(
    entered.flatMap((fact) => (fact.kind === 'unread_row' && fact.bears === 'nothing' ? [fact.row] : [])),
  );
  return found.filter(({ mark }) => !settled.has(mark)).map(({ line }) => ({ line }));
}

function byPerson(found: readonly { readonly id: string; readonly line: number }[]): UnreadByPerson {
  const people = new Map<string, UnreadRow[]>();
  for (const { id, line } of found) {
    const own = people.get(id);
    if (own) own.push({ line });
    else people.set(id, [{ line }]);
  }
  return people;
}
