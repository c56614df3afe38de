import { flagSources, type Determination } from '@clearance/eligibility';
import { one, rows, type Tx } from '@clearance/platform';
import { buildHistory, localDate } from '@clearance/record';
import { factsOf, unsettledRow } from '../facts/fact-store.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { ROW_UNREADABLE } from '../import/unread-rows.ts';
import { termsOf } from '../terms/terms-of.ts';

/** What raised a flag: the words of the record and their cells; or a line that could not be read, and its import. */
export interface FlagRow {
  readonly flag: string;
  readonly text: string;
  readonly cells: readonly string[];
  readonly importId: string | null;
}

/** The rows of the present history behind the flags of a determination, and the lines that could not be read. */
export async function flagRows(tx: Tx, convictionId: string, determination: Determination): Promise<FlagRow[]> {
  const person = await one<{ id: string; county: string }>(
    tx,
    `SELECT c.person_id AS id, t.name AS county FROM conviction c JOIN county t ON t.id = c.county_id WHERE c.id = $1`,
    [convictionId],
  );
  if (!person) return [];
  const unread = await rows<{ importId: string; line: number }>(
    tx,
    `SELECT r.import_id AS "importId", r.line_no AS line FROM rejected_row r
       JOIN person p ON p.county_id = r.county_id AND p.import_id = r.import_id AND p.id = r.person_id
      WHERE p.id = $1 AND ${unsettledRow('r')} ORDER BY r.line_no LIMIT 20`,
    [person.id],
  );
  const lines = unread.map(({ importId, line }) => ({
    ...{ flag: ROW_UNREADABLE, cells: [], importId },
    text: `Line ${line.toLocaleString('en-US')} of the file`,
  }));
  const asOf = localDate(determination.trace.asOf);
  const [stored] = determination.flags.length > 0 && asOf ? await historiesOfPeople(tx, [person.id]) : [];
  if (!stored || !asOf) return lines;
  const { dispositions } = await termsOf(tx);
  const entered = (await factsOf(tx, [person.id])).of(person.id);
  const history = buildHistory(stored.rows, dispositions, { entered, unread: stored.unread });
  const found = flagSources(history, determination.convictionKey, { county: person.county, asOf });
  return [...found.map((source) => ({ ...source, importId: null })), ...lines];
}
