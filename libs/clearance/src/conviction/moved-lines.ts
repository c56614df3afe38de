import type { Determination } from '@clearance/eligibility';
import { one, rows, type Tx } from '@clearance/platform';
import { COLUMN, type HistoryRow } from '@clearance/record';
import { factsOf } from '../facts/fact-store.ts';
import { historiesOf, historiesOfPeople, historyDigest } from '../import/history-store.ts';

/** What a determination was made on, and when. */
export interface DecidedOn {
  readonly convictionId: string;
  readonly historyDigest: string;
  readonly at: Date;
  readonly determination: Determination;
}

/**
 * Where the lines that the reasons name stand in the present file: a newer one that says the same of a person keeps her
 * determination, and may say it on other lines. Empty where nothing moved, or where the present history is another one.
 */
export async function movedLines(tx: Tx, decided: DecidedOn): Promise<Record<string, number>> {
  const person = await one<{ id: string }>(tx, `SELECT person_id AS id FROM conviction WHERE id = $1`, [
    decided.convictionId,
  ]);
  const files = await rows<{ importId: string; personNo: number; present: boolean }>(
    tx,
    `SELECT f.import_id AS "importId", f.person_no AS "personNo", f.import_id = p.import_id AS present
       FROM import_person f JOIN import i ON i.county_id = f.county_id AND i.id = f.import_id
       JOIN person p ON p.county_id = f.county_id AND p.id = f.person_id
      WHERE f.person_id = $1 AND i.created_at <= $2 ORDER BY i.created_at DESC`,
    [person?.id ?? null, decided.at],
  );
  // Nearly always nobody brought another file since, and there is nothing to look up.
  if (!person || files[0]?.present !== false) return {};
  const [now] = await historiesOfPeople(tx, [person.id]);
  // Facts that were entered are the same then and now, where the digests are.
  const entered = (await factsOf(tx, [person.id])).of(person.id);
  if (!now || historyDigest({ ...now, entered }) !== decided.historyDigest) return {};
  const named = linesNamed(decided.determination);
  for (const { importId, personNo } of files) {
    const [then] = await historiesOf(tx, importId, personNo, personNo);
    if (!then || historyDigest({ ...then, entered }) !== decided.historyDigest) continue;
    const present = inOrder(now.rows);
    const pairs = inOrder(then.rows).map(({ line }, index) => [line, present[index]?.line ?? line] as const);
    const moved = new Map(pairs);
    if (named.every((line) => moved.has(line))) {
      return Object.fromEntries(pairs.filter(([was, is]) => named.includes(was) && was !== is));
    }
  }
  return {};
}

const linesNamed = ({ trace, unknownFacts }: Determination): number[] =>
  [
    ...trace.steps.flatMap(({ terms }) => terms.flatMap(({ cells }) => cells)),
    ...unknownFacts.flatMap(({ cells }) => cells),
  ]
    .filter((cell) => !cell.startsWith('entered:'))
    .map((cell) => Number.parseInt(cell, 10));

/** The order in which a digest looks at the rows: the same for two histories that have the same digest. */
function inOrder(all: readonly HistoryRow[]): HistoryRow[] {
  const order = (row: HistoryRow) => (row.cells[COLUMN.CNT_ORDER] ?? '').trim();
  return [...all].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.line - b.line));
}
