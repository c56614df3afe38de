import { hash } from 'node:crypto';
import { rows, type Tx } from '@clearance/platform';
import { canonicalHistory, toldOnce, type EnteredFact, type KeptRow, type UnreadRow } from '@clearance/record';
import { unpackRows } from './history-part.ts';
import { unreadRowsIn, unreadRowsOf } from './unread-rows.ts';

/** A person in one import with the stored rows, still packed. */
export interface PackedHistory {
  readonly personId: string;
  readonly personNo: number;
  readonly name: string;
  readonly parts: readonly Buffer[];
  /** How many lines of the import stand before each of its files. */
  readonly files: readonly number[];
  /** The rows of the person in this import that could not be read. */
  readonly unread: readonly UnreadRow[];
}

/** The stored rows of one person in one import. */
export interface StoredHistory extends Omit<PackedHistory, 'parts' | 'files'> {
  readonly rows: readonly KeptRow[];
  /** Of a row that a file of the delivery has again: by its line, that of the row that counts. */
  readonly repeats: ReadonlyMap<number, number>;
  /** What people entered beside them, where a reader was told. */
  readonly entered?: readonly EnteredFact[];
}

interface Found {
  person_no: number;
  person_id: string;
  name: string;
  packed: Buffer;
  files: number[] | null;
}

/** How many lines stand before each file of the import that is named, where it has several; one file is the usual. */
const filesOf = (countyId: string, importId: string) =>
  `(SELECT array_agg((f ->> 'linesBefore')::int ORDER BY no) FROM import i, jsonb_array_elements(i.files) WITH ORDINALITY AS t (f, no)
     WHERE i.county_id = ${countyId} AND i.id = ${importId} AND jsonb_array_length(i.files) > 1)`;

/** The histories of the people numbered `first` to `last` in an import, in order of their numbers. */
export async function packedHistoriesOf(
  tx: Tx,
  importId: string,
  first: number,
  last: number,
): Promise<PackedHistory[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.person_no, p.person_id, p.name, h.packed, files.before AS files
       FROM import_person p
       CROSS JOIN (SELECT ${filesOf('i.county_id', '$1')} AS before) files
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
    `SELECT p.person_no, p.id AS person_id, p.name, h.packed, ${filesOf('p.county_id', 'p.import_id')} AS files
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
  for (const { files, person_id: personId, person_no: personNo, name, packed } of found) {
    const last = histories.at(-1);
    if (last?.personId === personId) last.parts.push(packed);
    else {
      const own = { unread: unread.get(personId) ?? [], files: files ?? [] };
      histories.push({ personId, personNo, name, parts: [packed], ...own });
    }
  }
  return histories;
}

/**
 * The rows of a person; with `mattering` only the cells that decisions look at. What two files of a delivery have in common
 * is there once.
 */
export const rowsOf = (packed: PackedHistory, only: 'all' | 'mattering' = 'all'): readonly KeptRow[] =>
  toldOnceOf(packed, only).rows;

const NO_REPEATS: StoredHistory['repeats'] = new Map();

function toldOnceOf({ files, parts }: PackedHistory, only: 'all' | 'mattering') {
  const kept = parts.flatMap((part) => unpackRows(part, only));
  if (files.length < 2) return { rows: kept, repeats: NO_REPEATS };
  const fileOf = (line: number) => files.findLastIndex((before) => before < line);
  return toldOnce(kept, ({ said }) => [said], fileOf);
}

const unpacked = ({ files, parts, ...person }: PackedHistory): StoredHistory => ({
  ...person,
  ...toldOnceOf({ ...person, files, parts }, 'all'),
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
