import { addDays, addYears, daysBetween } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import { COUNTIES, placeOf } from './counties.ts';
import type { SyntheticPlace } from './counties.ts';
import { agencyCells, syntheticCycle } from './cycle.ts';
import type { SyntheticPerson } from './person.ts';
import type { Random } from './random.ts';
import { digitsOf } from './sketch.ts';
import type { CycleSketch, RowSketch } from './sketch.ts';

export interface Life {
  readonly cycles: readonly CycleSketch[];
  readonly registered: boolean;
  readonly deceased: boolean;
}

const places = new Map<string, SyntheticPlace>();

function knownPlace(county: string): SyntheticPlace {
  const place = places.get(county) ?? placeOf(county);
  places.set(county, place);
  return place;
}

/**
 * Everything of one person that is on file, in no more than `budget` rows, with the cycles in order of time. One of them
 * is why the person is in the file: a marijuana charge in this county. `length` makes lives longer or shorter than usual.
 */
export function syntheticLife(
  random: Random,
  person: SyntheticPerson,
  county: string,
  asOf: LocalDate,
  budget: number,
  length = 1,
): Life {
  const grownUp = addYears(person.birth, 18);
  const lastDay = earlier(addDays(asOf, -30), addYears(person.birth, 70));
  const cycles: CycleSketch[] = [];
  let rows = 0;
  const add = (cycle: CycleSketch) => {
    if (rows + cycle.rows.length > budget) return;
    rows += cycle.rows.length;
    cycles.push(cycle);
  };
  const yearsLater = Math.min(30, -Math.log(1 - random.fraction()) * 5);
  const begin = earlier(addDays(grownUp, Math.floor(yearsLater * 365)), addDays(lastDay, -450));
  const end = earlier(lastDay, addDays(begin, 365 + Math.floor(-Math.log(1 - random.fraction()) * 4500)));
  const place = knownPlace(county);
  add(syntheticCycle(random, place, random.day(begin, earlier(end, addDays(lastDay, -420))), true, asOf));
  const more = Math.min(60 * Math.max(1, length), Math.floor(-Math.log(1 - random.fraction()) * 9 * length));
  for (let cycle = 0; cycle < more; cycle++) {
    const where = random.chance(0.68) ? place : knownPlace(random.pick(COUNTIES));
    add(syntheticCycle(random, where, random.day(begin, end), false, asOf));
  }
  const registrable = cycles.some(({ rows }) => rows.some(({ conviction }) => conviction?.offense.registrable));
  const registered = random.chance(registrable ? 0.9 : 0.004) && rows < budget;
  const lastCourt = cycles.reduce((latest, { date }) => (date > latest ? date : latest), begin);
  if (registered) add(registration(random, place, random.day(lastCourt, lastDay), '290 PC-SEX OFFENDER REGISTRATION'));
  else if (random.chance(0.05))
    add(registration(random, place, random.day(begin, lastDay), '11590 HS-CONTROLLED SUBSTANCE OFFENDER'));
  if (random.chance(0.06)) add(single(place, random.day(grownUp, lastDay), 'APPLICANT', 1));
  const deceased = random.chance(0.035) && rows < budget && daysBetween(lastCourt, lastDay) > 600;
  if (deceased) add(single(place, random.day(addDays(lastCourt, 500), lastDay), 'DECEASED', 0));
  return { cycles: cycles.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), registered, deceased };
}

/** Arrests that led nowhere, one row each: they fill a file up to the number of rows asked for. */
export function uneventfulCycles(county: string, from: LocalDate, rows: number): CycleSketch[] {
  return Array.from({ length: rows }, (_, index) => single(knownPlace(county), addDays(from, index), 'APPLICANT', 1));
}

function registration(random: Random, place: SyntheticPlace, date: LocalDate, offense: string): CycleSketch {
  return single(place, date, 'REGISTRATION', random.chance(0.5) ? 1 : 0, offense);
}

/** A cycle of one row. */
function single(place: SyntheticPlace, date: LocalDate, type: string, count: number, offense = ''): CycleSketch {
  const agency = place.arresting[0];
  const cells = {
    ...(agency ? agencyCells(place, agency) : {}),
    STP_EVENT_DATE: digitsOf(date),
    STP_TYPE_DESCR: type,
    OFFENSE_DESCR: offense,
  };
  const row: RowSketch = { step: 1, count, cells };
  return { date, rows: [row], unknownDispositions: 0 };
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
