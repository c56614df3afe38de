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

/** What the person's steps say by themselves, also where no conviction carries the flag. */
const ofSteps = { registration: 'registered_290', deceased: 'deceased' } as const;

/**
 * The flags of a conviction and of its person, each with the rows that raised it, oldest first; rows whose date is
 * unknown stand last.
 */
export function placedFlags(
  flags: readonly string[],
  raised: readonly FlagRow[],
  person: PersonView | undefined,
): readonly PlacedFlag[] {
  const places = person ? placesOf(person) : new Map<number, Place>();
  const own = person ? stepRows(person) : [];
  const all = new Set([
    ...flags,
    ...(person?.registered ? ['registered_290'] : []),
    ...(person?.deceased ? ['deceased'] : []),
  ]);
  return [...all].map((flag) => {
    const known = raised.filter((row) => row.flag === flag);
    const rows = known.length > 0 ? known : own.filter((row) => row.flag === flag);
    return { flag, rows: rows.map((row) => ({ ...row, place: placeOf(row, places) })).sort(byDate) };
  });
}

function placeOf({ cells: [first] }: FlagRow, places: ReadonlyMap<number, Place>): Place | undefined {
  const line = first && cellOf(first)?.line;
  return line === undefined ? undefined : places.get(Number(line));
}

const byDate = (a: PlacedRow, b: PlacedRow) => (a.place?.step.date ?? '~').localeCompare(b.place?.step.date ?? '~');

function stepRows(person: PersonView): readonly FlagRow[] {
  return person.cycles
    .flatMap(({ steps }) => steps)
    .flatMap(({ counts, kind }) => {
      if (kind !== 'registration' && kind !== 'deceased') return [];
      return counts.map(({ offense, rows }) => ({
        flag: ofSteps[kind],
        text: offense,
        cells: rows.slice(0, 1).map(({ line }) => `${line}:STP_TYPE_DESCR`),
        importId: null,
      }));
    });
}
