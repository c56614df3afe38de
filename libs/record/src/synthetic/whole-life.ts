import { addYears, localDate } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import type { Life } from './life.ts';
import type { CannabisOffense } from './offenses.ts';
import type { SyntheticPerson } from './person.ts';
import type { ConvictionSketch, ToldConviction } from './sketch.ts';
import type { SyntheticConviction } from './truth.ts';

type Told = Omit<SyntheticConviction, 'line'>;

/** The truth of each marijuana conviction of the county, now that the whole life is known. */
export function truthOf(
  person: SyntheticPerson,
  life: Life,
  county: string,
  asOf: LocalDate,
): Map<ConvictionSketch, Told> {
  const found = life.cycles.flatMap(({ rows }) => rows.flatMap(({ conviction }) => conviction ?? []));
  const all = found.filter(({ certain }) => certain);
  const latestConviction = all.reduce((latest, { date }) => (date > latest ? date : latest), person.birth);
  const ofPerson = {
    cii: person.cii,
    subjectId: person.subjectId,
    county,
    ageAsOf: ageOn(person.birth, asOf),
    registered: life.registered,
    deceased: life.deceased,
    onlyCannabis: all.every(({ told }) => told !== undefined),
    latestConviction,
  };
  const truth = new Map<ConvictionSketch, Told>();
  for (const conviction of found) {
    const { told, date } = conviction;
    if (!told || conviction.county !== county) continue;
    const earlier = all.filter((other) => other.date < date);
    truth.set(conviction, {
      ...ofPerson,
      ...told,
      date,
      ageAtConviction: ageOn(person.birth, date),
      earlierSuperStrike: earlier.some(({ offense }) => offense.superStrike),
      earlierRegistrable: earlier.some(({ offense }) => offense.registrable),
      earlierSameSection: earlier.filter(({ offense }) => (offense as CannabisOffense).cannabis === told.section)
        .length,
      dismissAll: dismissAll(told),
    });
  }
  return truth;
}

/** Whoever was convicted on this day or later was convicted under Proposition 64. */
const PROPOSITION_64 = localDate('2016-11-09');

function dismissAll(told: ToldConviction): SyntheticConviction['dismissAll'] {
  const { certain, dateOnFile, readFrom, relief } = told;
  if (relief === 'set_aside') return 'out_of_scope';
  if (!certain || readFrom === 'nowhere' || dateOnFile === undefined) return 'needs_review';
  if (dateOnFile.earliest >= PROPOSITION_64) return 'not_eligible';
  return dateOnFile.latest >= PROPOSITION_64 ? 'needs_review' : 'dismiss';
}

/** In whole years; who was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birth: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return addYears(birth, years) <= day ? years : years - 1;
}
