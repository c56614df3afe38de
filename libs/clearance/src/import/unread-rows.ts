import { opaqueId, rows, type Tx } from '@clearance/platform';
import { unsettledRow } from '../facts/fact-store.ts';

/** The flag of a conviction whose person has a row in the file that could not be read: her history is not whole. */
export const ROW_UNREADABLE = 'row_unreadable';

/** The state's identifier as it stands in a row, also in one whose cells cannot be told apart. */
const CII = /(?:^|,)"?\s*([A-Z]\d{7,9})\s*"?(?=,)/;

/**
 * Whose row a rejected row probably is, as the opaque id that the county would give her; undefined when no identifier
 * stands in it. What else the row says is not looked at.
 */
export function personOfRejected(key: Buffer, text: string): string | undefined {
  const found = CII.exec(text)?.[1];
  return found ? opaqueId(key, `person ${found.toUpperCase()}`) : undefined;
}

/** The state numbers records and subjects anew in every file: both stand before the second cell that says anything. */
const NUMBERS = /^[^,]*,[^,]*,[^,]*,/;

/** What names the text of a rejected row, the same in every file of the county that has this very row. */
export const markOfRejected = (key: Buffer, text: string): string =>
  opaqueId(key, `unread row ${text.replace(NUMBERS, '').trim()}`);

/** Those of the people who have an unread row in this import that nobody has settled. */
export async function peopleWithUnreadRowsIn(
  tx: Tx,
  importId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    tx,
    `SELECT DISTINCT r.person_id AS id FROM rejected_row r
      WHERE r.import_id = $1 AND r.person_id = ANY ($2::uuid[]) AND ${unsettledRow('r')}`,
    [importId, personIds],
  );
  return new Set(found.map((person) => person.id));
}

/** Those of the people who have such a row in the import that their history comes from. */
export async function peopleWithUnreadRows(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    tx,
    `SELECT DISTINCT p.id FROM person p
       JOIN rejected_row r ON r.county_id = p.county_id AND r.import_id = p.import_id AND r.person_id = p.id
      WHERE p.id = ANY ($1::uuid[]) AND ${unsettledRow('r')}`,
    [personIds],
  );
  return new Set(found.map((person) => person.id));
}
