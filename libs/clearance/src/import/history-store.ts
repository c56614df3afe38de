import { hash } from 'node:crypto';
import { rows, type Tx } from '@clearance/platform';
import { canonicalHistory, type EnteredFact, type KeptRow, type UnreadRow } from '@clearance/record';
import { unpackRows } from './history-part.ts';
import { unreadRowsIn, unreadRowsOf } from './unread-rows.ts';

/** A person in one import with the stored rows, still packed. */
export interface PackedHistory {
  readonly personId: string;
  readonly personNo: number;
  readonly name: string;
  readonly parts: readonly Buffer[];
  /** The rows of the person in this import that could not be read. */
  readonly unread: readonly UnreadRow[];
}

/** The stored rows of one person in one import. */
export interface StoredHistory extends Omit<PackedHistory, 'parts'> {
  readonly rows: readonly KeptRow[];
  /** What people entered beside them, where a reader was told. */
  readonly entered?: readonly EnteredFact[];
}

interface Found {
  person_no: number;
  person_id: string;
  name: string;
  packed: Buffer;
}

/** The histories of the people numbered `first` to `last` in an import, in order of their numbers. */
export async function packedHistoriesOf(
  tx: Tx,
  importId: string,
  first: number,
  last: number,
): Promise<PackedHistory[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.person_no, p.person_id, p.name, h.packed
       FROM import_person p
       JOIN history_part h ON h.county_id = p.county_id AND h.import_id = p.import_id AND h.person_no = p.person_no
      WHERE p.import_id = $1 AND p.person_no BETWEEN $2 AND $3
        -- Said of both: with a file just loaded the planner does not find out that it needs few parts only.
        AND h.import_id = $1 AND h.person_no BETWEEN $2 AND $3 ORDER BY p.person_no, h.line_no`,
    [importId, first, last],
  );
  return joined(found, await unreadRowsIn(tx, importId, idsOf(found)));
}

export const historiesOf = async (tx: Tx, importId: string, first: number, last: number): Promise<StoredHistory[]> =>
  (await packedHistoriesOf(tx, importId, first, last)).map(unpacked);

/** The present histories of these people, each from the newest import that has her, in order of their ids. */
export async function historiesOfPeople(tx: Tx, personIds: readonly string[]): Promise<StoredHistory[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.person_no, p.id AS person_id, p.name, h.packed
       FROM person p
       JOIN LATERAL (SELECT line_no, packed FROM history_part
                      WHERE county_id = p.county_id AND import_id = p.import_id AND person_no = p.person_no) h ON true
      WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id, h.line_no`,
    [personIds],
  );
  return joined(found, await unreadRowsOf(tx, personIds)).map(unpacked);
}

const idsOf = (found: readonly Found[]): string[] => [...new Set(found.map((part) => part.person_id))];

/** Puts the parts of each person together; they come one after another. */
function joined(found: readonly Found[], unread: ReadonlyMap<string, readonly UnreadRow[]>): PackedHistory[] {
  const histories: (PackedHistory & { readonly parts: Buffer[] })[] = [];
  for (const { person_id: personId, person_no: personNo, name, packed } of found) {
    const last = histories.at(-1);
    if (last?.personId === personId) last.parts.push(packed);
    else histories.push({ personId, personNo, name, parts: [packed], unread: unread.get(personId) ?? [] });
  }
  return histories;
}

/** The rows of a person; with `mattering` only the cells that decisions look at. */
export const rowsOf = ({ parts }: PackedHistory, only: 'all' | 'mattering' = 'all'): KeptRow[] =>
  parts.flatMap((part) => unpackRows(part, only));

const unpacked = ({ parts, ...person }: PackedHistory): StoredHistory => ({
  ...person,
  rows: rowsOf({ ...person, parts }),
});

type DigestedHistory = Pick<StoredHistory, 'entered' | 'rows' | 'unread'>;

/**
 * SHA-256 (hex) of everything that is kept of a person's history, and of what people entered: what a decision was made on.
 * Rows that could not be read are part of that, by their lines.
 */
export function historyDigest(history: DigestedHistory): string {
  const { entered, rows: kept, unread } = history;
  const lines = unread.length === 0 ? '' : `\nunread ${unread.map(({ line }) => line).join(' ')}`;
  return hash('sha256', canonicalHistory(kept, entered) + lines);
}

/** The digest as the release that wrote a dialect had it. 0.1.0 passed over the rows that could not be read. */
export const historyDigestIn = (dialect: string, history: DigestedHistory): string =>
  historyDigest(dialect === 'standard/4' ? { ...history, unread: [] } : history);
