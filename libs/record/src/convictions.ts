import { textOf } from './cell.ts';
import { caseNumberOf, isDateAfter, isJuvenileCourt, isSameCase, mayBeSameOffense, numberOf } from './court-case.ts';
import { isSameNumber } from './case-key.ts';
import { parseDojDate } from './doj-date.ts';
import type { Conviction, Count, Cycle, Disposition, HistoryRow, PlacedCount, Step, ToldBy } from './history.ts';
import type { DateRange } from './local-date.ts';
import { remembering } from './remembering.ts';
import { dateOfRow, isSettledElsewhere, isSurelySameCount, mayBeSameConviction } from './same-count.ts';
import { isViolation } from './statute/no-crime.ts';

/** A count that is a conviction or may be one, before it is known which others report the same. */
type Found = Omit<Conviction, 'reports' | 'mayRepeat'>;

/** The same conviction, as often as court counts tell of it; the first in the order of the history. */
interface Told {
  readonly reports: Found[];
  mayRepeat: Told | undefined;
}

/**
 * Every count that ended in a conviction, or may have, in the order of the history; what is told twice is one.
 *
 * @param courtCounts every count of a court step
 */
export function convictionsOf(cycles: readonly Cycle[], courtCounts: readonly PlacedCount[]): Conviction[] {
  const found = [...foundInCourt(courtCounts), ...foundElsewhere(cycles, courtCounts)];
  if (found.length === 0) return [];
  const told = toldOnce(found, courtCounts);
  const made = new Map<Told, Conviction>();
  for (const one of told) made.set(one, convictionOf(one, made));
  const places = new Map(cycles.map((cycle, place) => [cycle, place]));
  const isInOrder = told.every(({ reports: [one] }) => one?.toldBy !== 'other_agency');
  const convictions = [...made.values()];
  return isInOrder ? convictions : convictions.sort((a, b) => placeOf(places, a, b));
}

function placeOf(places: ReadonlyMap<Cycle, number>, a: PlacedCount, b: PlacedCount): number {
  const cycles = (places.get(a.cycle) ?? 0) - (places.get(b.cycle) ?? 0);
  if (cycles !== 0) return cycles;
  const steps = a.cycle.steps.indexOf(a.step) - a.cycle.steps.indexOf(b.step);
  return steps === 0 ? a.step.counts.indexOf(a.count) - a.step.counts.indexOf(b.count) : steps;
}

function foundInCourt(courtCounts: readonly PlacedCount[]): Found[] {
  const keys = new Keys();
  const found: Found[] = [];
  for (const placed of courtCounts) {
    const { count, step } = placed;
    const written = textOf(decidingRow(count), 'STP_EVENT_DATE');
    const key = keys.next(keyOf(placed.caseNumber, count, written));
    const how = howConvicted(courtCounts, placed);
    if (how === 'not') continue;
    const toldBy: ToldBy = count.disposition.kind === 'adjudicated' ? 'juvenile_court' : 'court';
    const certain = how === 'certain';
    found.push({
      ...placed,
      key,
      certain,
      toldBy,
      county: step.agency.county,
      date: dateOf(written, step),
    });
  }
  return found;
}

/** A cell without a date leaves that of its step; one with a day that does not exist leaves none. */
function dateOf(written: string, step: Step): DateRange | undefined {
  return parseDojDate(written) ?? (/^0*$/.test(written) ? step.date : undefined);
}

/** Counts that would share a key get a number behind it, in the order of the history. */
class Keys {
  readonly #uses = new Map<string, number>();

  next(base: string): string {
    const use = (this.#uses.get(base) ?? 0) + 1;
    this.#uses.set(base, use);
    return use === 1 ? base : `${base}#${use}`;
  }
}

/** What arrests, prisons and probation offices say of convictions that no court row tells. */
function foundElsewhere(cycles: readonly Cycle[], courtCounts: readonly PlacedCount[]): Found[] {
  const keys = new Keys();
  const found: Found[] = [];
  for (const cycle of cycles) {
    for (const step of cycle.steps) {
      if (step.kind === 'court') continue;
      for (const count of step.counts) {
        if (count.dispositions.length === 0) continue;
        const placed = { cycle, step, count, caseNumber: caseNumberOf(step, count) };
        const written = textOf(decidingRow(count), 'STP_EVENT_DATE');
        const key = keys.next(`~${keyOf(placed.caseNumber, count, written)}`);
        if (!saysConviction(count.disposition)) continue;
        if (courtCounts.some((court) => tellsOf(court, placed)) || found.some((other) => mayBeOneCase(other, placed))) {
          continue;
        }
        const toldBy: ToldBy = count.disposition.kind === 'adjudicated' ? 'juvenile_court' : 'other_agency';
        const date = dateOf(written, step);
        found.push({ ...placed, key, certain: false, toldBy, county: countyOf(cycle, step), date });
      }
    }
  }
  return found;
}

/** Of an agency that no court is, only plain words: most of what it writes is about something else. */
function saysConviction({ kind, text }: Disposition): boolean {
  if (kind === 'unknown') return /\bCONV|\bGUILTY|\bNOLO\b|\bFORF|\bWARD\b|\bSUSTAINED/i.test(text);
  return kind === 'convicted' || kind === 'reduced' || kind === 'adjudicated';
}

/** Whether a court row has the conviction of which another agency speaks, or may have it. */
function tellsOf(court: PlacedCount, elsewhere: PlacedCount): boolean {
  const { kind } = court.count.disposition;
  if (kind === 'not_convicted' || kind === 'pending' || kind === 'other' || kind === 'relieved') return false;
  return mayBeOneCase(court, elsewhere);
}

/** Agencies write numbers of their own: what else stands in the cycle is about the same arrest. */
function mayBeOneCase(one: PlacedCount, other: PlacedCount): boolean {
  if (!mayBeSameOffense(one.count, other.count)) return false;
  if (one.cycle === other.cycle && one.cycle.order !== '') return true;
  const [county, second] = [one.step.agency.county, other.step.agency.county];
  if (county !== '' && second !== '' && county !== second) return false;
  return one.caseNumber !== '' && isSameNumber(one.caseNumber, other.caseNumber) === 'yes';
}

/** Whose prisons and parole offices stand anywhere: where they are says nothing of the court. */
const STATE_CUSTODY = /\bCDC|\bCYA\b|\bDJJ\b|PRISON|PAROLE|YOUTH AUTH|CORRECTIONS/i;

function countyOf(cycle: Cycle, step: Step): string {
  if (!STATE_CUSTODY.test(`${step.typeText} ${step.agency.name}`)) return step.agency.county;
  return cycle.steps.find(({ agency, kind }) => kind === 'arrest' && agency.county !== '')?.agency.county ?? '';
}

/** Puts together what is one conviction, and says what may be. */
function toldOnce(found: readonly Found[], courtCounts: readonly PlacedCount[]): readonly Told[] {
  if (found.length === 1) return found.map((one) => ({ reports: [one], mayRepeat: undefined }));
  const told: Told[] = [];
  for (const one of found) {
    if (one.toldBy === 'other_agency') {
      told.push({ reports: [one], mayRepeat: undefined });
      continue;
    }
    const same = told.find((other) => other.reports.some((each) => isSameConviction(each, one)));
    const ended = same && endBetween(same.reports, one, courtCounts);
    if (same && !ended) same.reports.push(one);
    // One that was vacated and had again is new; one that was set aside under PC 1203.4 still counts.
    else if (same) told.push({ reports: [one], mayRepeat: /1203/.test(ended?.text ?? '') ? same : undefined });
    else
      told.push({
        reports: [one],
        mayRepeat: told.find((other) => other.reports.some((each) => mayBeSame(each, one))),
      });
  }
  return told;
}

const isSameConviction = (a: Found, b: Found): boolean =>
  a.toldBy === b.toldBy && a.step !== b.step && isSurelySameCount(a, b);

const mayBeSame = (a: Found, b: Found): boolean => a.toldBy === b.toldBy && mayBeSameConviction(a, b);

/** What took a conviction away before a day on which there was one again. */
function endBetween(
  reports: readonly Found[],
  again: Found,
  courtCounts: readonly PlacedCount[],
): Disposition | undefined {
  for (const { count, ...place } of courtCounts) {
    if (!reports.some((one) => one.count === count || isSurelySameCount(one, { count, ...place }))) continue;
    for (const disposition of count.dispositions) {
      if (disposition.kind !== 'relieved' && disposition.kind !== 'not_convicted') continue;
      const row = count.rows.find(({ line }) => line === disposition.cell.line);
      const date = row && dateOfRow(row);
      const isBetween = reports.some((one) => isDateAfter(date, one.date) === 'yes');
      if (isBetween && isDateAfter(again.date, date) === 'yes') return disposition;
    }
  }
  return undefined;
}

/** The report that is surely the earliest stands for all; otherwise the first. */
function convictionOf({ mayRepeat, reports }: Told, made: ReadonlyMap<Told, Conviction>): Conviction {
  const [first, ...others] = reports;
  if (!first) throw new RangeError('a conviction that nothing reports');
  const earliest = others.reduce((least, one) => (isDateAfter(least.date, one.date) === 'yes' ? one : least), first);
  const certain = reports.some((one) => one.certain);
  return {
    ...earliest,
    certain,
    reports: reports.filter((one) => one !== earliest),
    mayRepeat: mayRepeat && made.get(mayRepeat),
  };
}

/**
 * Whether a county's prosecutor has to look at a conviction: one of its own courts, or of a court whose county the file
 * does not give. The file is the county's, so that what nobody is named for may be its own, and only a person can tell.
 *
 * @param county as in STP_ORI_CNTY_NAME; blanks around it and case do not matter
 */
export function concernsCounty({ county: court }: Conviction, county: string): boolean {
  return court === '' || court === county.trim().toUpperCase();
}

/** Whether the count is a conviction, by its own words or by its reduction; or nobody can read how it ended. */
function howConvicted(courtCounts: readonly PlacedCount[], placed: PlacedCount): 'certain' | 'perhaps' | 'not' {
  const { count, step } = placed;
  const { kind } = count.disposition;
  // A person whose probation is revoked is sentenced for the old offense, and convicted of no new one.
  if (isViolation(count.offense)) return 'not';
  // A juvenile court convicts nobody: what it calls so is for a person to look at.
  if (kind === 'convicted') return isJuvenileCourt(step) ? 'perhaps' : 'certain';
  if (kind === 'adjudicated') return 'perhaps';
  if (!isReduced(count)) return mayBeConvicted(courtCounts, placed) ? 'perhaps' : 'not';
  if (isCaseConvicted(courtCounts, placed)) return 'not';
  return mayCaseBeConvictedBeside(courtCounts, placed) ? 'perhaps' : 'certain';
}

function isReduced({ dispositions }: Count): boolean {
  return dispositions.some(({ kind }) => kind === 'reduced');
}

/** The disposition is blank, or the dictionary does not hold it, and nothing else says how the count ended. */
function mayBeConvicted(courtCounts: readonly PlacedCount[], placed: PlacedCount): boolean {
  const { count } = placed;
  return count.disposition.kind === 'unknown' && !isReduced(count) && !isSettledElsewhere(courtCounts, placed);
}

/** A case that has its conviction on file: a reduction in it is not another conviction. */
function isCaseConvicted(courtCounts: readonly PlacedCount[], reduced: PlacedCount): boolean {
  return courtCounts.some((other) => {
    if (other.count.disposition.kind !== 'convicted') return false;
    const same = isSameCase(reduced, other);
    return same === 'yes' || (same === 'perhaps' && mayBeSameOffense(reduced.count, other.count));
  });
}

/** Another count of the case may be what was reduced: nobody can read how it ended. */
function mayCaseBeConvictedBeside(courtCounts: readonly PlacedCount[], reduced: PlacedCount): boolean {
  return courtCounts.some(
    (other) =>
      other.count !== reduced.count && isSameCase(reduced, other) !== 'no' && mayBeConvicted(courtCounts, other),
  );
}

/**
 * Tells the convictions of one person apart, and is the same in every file that has this one: case number, the number of
 * the count within its step, the section convicted of and the date, all as written.
 */
export function convictionKey(step: Step, count: Count): string {
  return keyOf(caseNumberOf(step, count), count, textOf(decidingRow(count), 'STP_EVENT_DATE'));
}

function keyOf(caseNumber: string, count: Count, date: string): string {
  return `${caseNumber}|${numberOf(count)}|${writtenSection(count.offense.text)}|${date}`;
}

const writtenSection = remembering((offense: string) =>
  (offense.split('-', 1)[0] ?? '').trim().replace(/\s+/g, ' ').toUpperCase(),
);

/** The row with the disposition that decided the count: a relief on a later row has a date of its own. */
function decidingRow(count: Count): HistoryRow {
  const { line } = count.disposition.cell;
  return count.rows.find((row) => row.line === line) ?? (count.rows[0] as HistoryRow);
}
