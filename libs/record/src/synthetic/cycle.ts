import { addDays } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import { cannabisCharge, otherCharge } from './charge.ts';
import type { Charge } from './charge.ts';
import type { SyntheticAgency, SyntheticPlace } from './counties.ts';
import { courtRows } from './court.ts';
import type { Random } from './random.ts';
import { digitsOf } from './sketch.ts';
import type { Cells, CycleSketch, RowSketch } from './sketch.ts';
import { FILLERS, NOT_PROSECUTED, REMARKS } from './wordings.ts';

const HOW_MANY_CHARGES = [
  { weight: 55, charges: 1 },
  { weight: 28, charges: 2 },
  { weight: 12, charges: 3 },
  { weight: 5, charges: 4 },
];

/**
 * An arrest and what followed.
 *
 * @param isCandidate a marijuana charge is among those that went to court, and nearly always ended in a conviction
 * @param asOf no court acts later
 */
export function syntheticCycle(
  random: Random,
  place: SyntheticPlace,
  date: LocalDate,
  isCandidate: boolean,
  asOf: LocalDate,
): CycleSketch {
  const { charges: many } = random.weighted(HOW_MANY_CHARGES);
  const first = random.whole(0, many - 1);
  const charges = Array.from({ length: many }, (_, index) =>
    (isCandidate && index === first) || random.chance(0.07) ? cannabisCharge(random, date) : otherCharge(random),
  );
  const agency = random.pick(place.arresting);
  const courtDate = addDays(date, random.whole(10, 400));
  const goesToCourt = courtDate <= asOf && (isCandidate || random.chance(0.8));
  const arrest = arrestRows(random, place, agency, date, charges, goesToCourt);
  if (!goesToCourt) return { date, rows: arrest, unknownDispositions: 0 };
  const court = courtRows(random, place, courtDate, charges, isCandidate ? charges[first] : undefined, asOf);
  return { date, rows: [...arrest, ...court.rows], unknownDispositions: court.unknownDispositions };
}

function arrestRows(
  random: Random,
  place: SyntheticPlace,
  agency: SyntheticAgency,
  date: LocalDate,
  charges: readonly Charge[],
  goesToCourt: boolean,
): RowSketch[] {
  const number = random.digits(8);
  const step: Cells = {
    ...agencyCells(place, agency),
    STP_EVENT_DATE: digitsOf(date),
    STP_TYPE_CODE: '1',
    STP_TYPE_DESCR: 'ARREST/DETAINED/CITED',
    OFN: number,
    FE_NUM_ARR_AGY: number,
    FE_NUM_BOOKING: random.pick(FILLERS),
    FE_NUM_INCIDENT: random.chance(0.4) ? random.digits(9) : random.pick(FILLERS),
    FE_NUM_WARRANT: random.pick(FILLERS),
  };
  const rejected = goesToCourt ? undefined : random.pick(NOT_PROSECUTED);
  return charges.map(({ charged }, index) => ({
    step: 1,
    count: index + 1,
    cells: {
      ...step,
      COMMENT_TEXT: random.chance(0.6) ? `${random.pick(REMARKS)}${random.digits(11)}` : '',
      ...charged,
      ...(rejected ? { DISP_ORDER: '1', DISP_DATE: digitsOf(addDays(date, 2)), DISP_DESCR: rejected } : {}),
    },
  }));
}

/** The cells of a step that say which agency took it. */
export function agencyCells(place: SyntheticPlace, agency: SyntheticAgency): Cells {
  return {
    STP_ORI_TYPE: agency.type.slice(0, 2),
    STP_ORI_TYPE_DESCR: agency.type.padEnd(25),
    STP_ORI_CODE: agency.code,
    STP_ORI_DESCR: agency.name.padEnd(30),
    STP_ORI_CNTY_CODE: place.countyCode,
    STP_ORI_CNTY_NAME: place.county,
  };
}
