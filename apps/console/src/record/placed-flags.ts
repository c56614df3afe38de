import type { PersonView } from '@clearance/contract';
import { cellOf, placesOf, type Place } from './source-index.ts';
import type { FlagRow } from './trace-view.ts';

/** A flag with every row that raised it. */
export interface PlacedFlag {
  readonly flag: string;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedRow extends FlagRow {
  /** Where in the history it stands; undefined where it is no row of it. */
  readonly place: Place | undefined;
}

/**
 * The flags of a conviction, each with the rows that raised it, oldest first; rows whose date is unknown stand last. Only
 * the engine raises flags: not every registration is one under PC 290.
 */
export function placedFlags(
  flags: readonly string[],
  raised: readonly FlagRow[],
  person: PersonView | undefined,
): readonly PlacedFlag[] {
  const places = person ? placesOf(person) : new Map<number, Place>();
  return flags.map((flag) => {
    const rows = raised.filter((row) => row.flag === flag);
    return { flag, rows: rows.map((row) => ({ ...row, place: placeOf(row, places) })).sort(byDate) };
  });
}

function placeOf({ cells: [first] }: FlagRow, places: ReadonlyMap<number, Place>): Place | undefined {
  const line = first && cellOf(first)?.line;
  return line === undefined ? undefined : places.get(Number(line));
}

const byDate = (a: PlacedRow, b: PlacedRow) => (a.place?.step.date ?? '~').localeCompare(b.place?.step.date ?? '~');
