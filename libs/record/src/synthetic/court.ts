import { addDays } from '../local-date.ts';
import type { DateRange, LocalDate } from '../local-date.ts';
import { parseDojDate } from '../doj-date.ts';
import type { Charge } from './charge.ts';
import type { SyntheticPlace } from './counties.ts';
import { agencyCells } from './cycle.ts';
import type { Random } from './random.ts';
import { sentenceParts } from './sentence.ts';
import { digitsOf } from './sketch.ts';
import type { Cells, RowSketch, ToldConviction } from './sketch.ts';
import { CONVICTED, FILLERS, LATER, NOT_CONVICTED, REDUCED, REMARKS, SET_ASIDE, UNHEARD_OF } from './wordings.ts';

const UNIFIED = '1998-07-01';

/** The court's step of a cycle, and the further steps that granted relief. */
export function courtRows(
  random: Random,
  place: SyntheticPlace,
  date: LocalDate,
  charges: readonly Charge[],
  candidate: Charge | undefined,
  asOf: LocalDate,
): { rows: RowSketch[]; unknownDispositions: number } {
  const isMinor = charges.every(({ offense }) => offense.severity !== 'FELONY');
  const court = random.pick(isMinor && date < UNIFIED ? place.municipal : place.superior);
  const caseNumber = syntheticCaseNumber(random, place, date, isMinor);
  const dateText = writtenDate(random, date);
  const step: Cells = {
    ...agencyCells(place, court),
    STP_EVENT_DATE: dateText,
    STP_TYPE_CODE: '4',
    STP_TYPE_DESCR: 'COURT ACTION',
    OFN: caseNumber,
    FE_NUM_CRT_CASE: caseNumber,
    FE_NUM_DOCKET: random.pick(FILLERS),
  };
  const dateOnFile = parseDojDate(dateText);
  const rows: RowSketch[] = [];
  let steps = 2;
  let unknownDispositions = 0;
  for (const [index, charge] of charges.entries()) {
    const count = index + 1;
    const comment = { COMMENT_TEXT: remark(random, charge) };
    if (charge.cannabis && random.chance(0.005)) {
      unknownDispositions++;
      const disposed = disposition(random.pick(UNHEARD_OF), date);
      const unheard = { certain: false, relief: undefined, saysSeverity: 'OFFENSE_TOC' in charge.charged };
      // What was pleaded to stands only beside a conviction.
      const told = charge.readFrom !== 'plea' && tell(charge, caseNumber, count, dateText, dateOnFile, unheard);
      const conviction = {
        certain: false,
        date,
        county: place.county,
        offense: charge.offense,
        told: told || undefined,
      };
      rows.push({ step: 2, count, cells: { ...step, ...comment, ...charge.charged, ...disposed }, conviction });
    } else if (!random.chance(charge === candidate ? 0.97 : 0.55)) {
      const disposed = disposition(random.weighted(NOT_CONVICTED).text, date);
      rows.push({ step: 2, count, cells: { ...step, ...comment, ...charge.charged, ...disposed } });
    } else {
      const convicted = convictedRows(random, date, charge, count, { ...step, ...comment }, asOf);
      const told = tell(charge, caseNumber, count, dateText, dateOnFile, { ...convicted, certain: true });
      const conviction = { certain: true, date, county: place.county, offense: charge.offense, told };
      rows.push(...convicted.rows.map((row, position) => (position === 0 ? { ...row, conviction } : row)));
      if (convicted.laterStep) {
        // Counts of one offense can be told apart later on by their number alone.
        const isOneOfMany = charges.some((other) => other !== charge && other.sectionText === charge.sectionText);
        rows.push({ ...convicted.laterStep, step: ++steps, count: isOneOfMany ? count : 1 });
      }
    }
  }
  return { rows: rows.sort((a, b) => a.step - b.step), unknownDispositions };
}

interface Convicted {
  readonly rows: RowSketch[];
  readonly laterStep: RowSketch | undefined;
  readonly relief: ToldConviction['relief'];
  readonly saysSeverity: boolean;
}

/** A row for each part of the sentence, all with the conviction; then what happened to it later. */
function convictedRows(
  random: Random,
  date: LocalDate,
  charge: Charge,
  count: number,
  step: Cells,
  asOf: LocalDate,
): Convicted {
  const wording = random.weighted(CONVICTED).text;
  const { severity } = charge.offense;
  const saysSeverity = !random.chance(0.008);
  const silent = { OFFENSE_TOC: '', DISP_OFFENSE_TOC: '', CONV_OFFENSE_TOC: '' };
  const base: Cells = { ...step, ...charge.convicted, ...(saysSeverity ? {} : silent), ...disposition(wording, date) };
  const onlyInToc = charge.readFrom === 'description' && random.chance(0.04);
  const status: Cells =
    saysSeverity && !onlyInToc ? { CONV_STAT_CODE: severity.charAt(0), CONV_STAT_DESCR: severity } : {};
  const rows: RowSketch[] = sentenceParts(random, wording, severity).map((sentence) => ({
    step: 2,
    count,
    cells: { ...base, ...status, ...sentence },
  }));
  const later = laterEvent(random, date, severity === 'FELONY', asOf);
  if (!later) return { rows, laterStep: undefined, relief: undefined, saysSeverity };
  const { relief } = later;
  const cells: Cells = { ...base, ...disposition(later.text, later.date) };
  if (relief && random.chance(0.4)) {
    const laterStep = { step: 0, count: 0, cells: { ...cells, STP_EVENT_DATE: digitsOf(later.date) } };
    return { rows, laterStep, relief, saysSeverity };
  }
  return { rows: [...rows, { step: 2, count, cells }], laterStep: undefined, relief, saysSeverity };
}

/** What a court did about a conviction years later, if anything by the day that the file was made. */
function laterEvent(
  random: Random,
  convicted: LocalDate,
  isFelony: boolean,
  asOf: LocalDate,
): { date: LocalDate; text: string; relief: ToldConviction['relief'] } | undefined {
  const date = addDays(convicted, random.whole(300, 3500));
  const fate = random.fraction();
  if (date > asOf) return undefined;
  if (fate < 0.05) return { date, text: random.pick(SET_ASIDE), relief: 'set_aside' };
  if (fate < 0.065 && isFelony) return { date, text: random.pick(REDUCED), relief: 'reduced' };
  return fate > 0.93 ? { date, text: random.pick(LATER), relief: undefined } : undefined;
}

function disposition(text: string, date: LocalDate): Cells {
  return { DISP_ORDER: '1', DISP_DATE: digitsOf(date), DISP_CODE: String(1000 + text.length), DISP_DESCR: text };
}

function tell(
  charge: Charge,
  caseNumber: string,
  count: number,
  dateText: string,
  dateOnFile: DateRange | undefined,
  { certain, relief, saysSeverity }: Pick<Convicted, 'relief' | 'saysSeverity'> & { certain: boolean },
): ToldConviction | undefined {
  const { cannabis, historic, readFrom, sectionText } = charge;
  if (!cannabis) return undefined;
  const isFelony = cannabis.severity === 'FELONY';
  return {
    key: [caseNumber, String(count).padStart(3, '0'), sectionText, dateText].join('|'),
    certain,
    caseNumber,
    section: cannabis.cannabis,
    subdivision: /\(([A-Z])\)/.exec(cannabis.section)?.[1]?.toLowerCase(),
    made: cannabis.made,
    historic,
    readFrom,
    severity: saysSeverity ? (isFelony ? 'felony' : 'misdemeanor') : undefined,
    dateOnFile,
    relief,
  };
}

/** A few dates are known by month or year only, or not at all. */
function writtenDate(random: Random, date: LocalDate): string {
  const way = random.fraction();
  if (way < 0.0015) return '';
  if (way < 0.004) return `${date.slice(0, 4)}0000`;
  return way < 0.006 ? `${date.slice(0, 4)}${date.slice(5, 7)}00` : digitsOf(date);
}

/** Some remarks name a marijuana charge that is not the one in the description. */
function remark(random: Random, charge: Charge): string {
  if (charge.readFrom === 'description' && random.chance(0.008)) {
    return `COM: ALSO CHGD 11360(A) HS, DISMISSED SCN-${random.digits(11)}`;
  }
  return random.chance(0.7) ? `${random.pick(REMARKS)}${random.digits(11)}` : '';
}

function syntheticCaseNumber(random: Random, place: SyntheticPlace, date: LocalDate, isMinor: boolean): string {
  const year = date.slice(2, 4);
  if (place.county === 'LOS ANGELES') {
    return isMinor
      ? `${year.slice(1)}${random.pick(['CJ', 'LT', 'MP', 'VN'])}${random.digits(5)}`
      : `${random.pick(['BA', 'GA', 'TA', 'VA', 'YA', 'NA'])}${random.digits(6)}`;
  }
  if (place.county === 'SACRAMENTO') return `${year}${isMinor ? 'M' : 'F'}${random.digits(5)}`;
  return `${place.county.charAt(0)}${isMinor ? 'M' : 'F'}${random.digits(6)}${random.pick(['A', 'B', ''])}`;
}
