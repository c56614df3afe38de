import type { LocalDate } from '@clearance/record';
import { addYears, dayOf, readDay, UNKNOWN_DAY } from './day.ts';
import type { Day } from './day.ts';
import { directSuperStrikes, dismissed, ELECTION, onlyP64 } from './flow.ts';
import type { CompatDecision, CompatFlow } from './flow.ts';
import { caseOf } from './history.ts';
import type { CompatConviction, CompatHistory } from './history.ts';

export const PILOT_COUNTY = 'LOS ANGELES';

export interface LaPilotOptions {
  /** Dismissed from this age on; 50 unless told. */
  readonly age?: number;
  /** Dismissed after so many years without a conviction; 10 unless told. */
  readonly years?: number;
}

/** The flow of the Los Angeles pilot of 2020 (`gogen_pilots`). */
export function laPilotFlow({ age = 50, years = 10 }: LaPilotOptions, asOf: LocalDate): CompatFlow {
  const today = readDay(asOf.replaceAll('-', ''));
  const quietSince = addYears(today, -years);
  const inForce = dayOf(ELECTION.year, ELECTION.month, ELECTION.day);
  const isServing = ({ convictions }: CompatHistory) => convictions.some((each) => each.sentenceEnd > today * 2);

  const decide = (conviction: CompatConviction, history: CompatHistory): CompatDecision => {
    const { date, felony, section } = conviction;
    if (!felony) return { determination: 'To be reviewed by City Attorneys', reason: 'Misdemeanor or Infraction' };
    if (date >= inForce) return { determination: 'Not eligible', reason: 'Occurred after 11/09/2016' };
    if (section.p64 === '11357') return possession(section.text);
    if (hasEarlierSuperStrike(history, date)) return { determination: 'Not eligible', reason: 'PC 667(e)(2)(c)(iv)' };
    if (hasEarlierRegistrable(history, date)) return { determination: 'Not eligible', reason: 'PC 290' };
    if (priors(history, conviction) >= 2) return { determination: 'Not eligible', reason: 'Two priors' };
    if (addYears(history.birth, age) <= today) return dismissed(`${age} years or older`);
    if ((today - history.birth) / 365.25 <= 21) return dismissed('21 years or younger');
    if (onlyP64(history) && !isServing(history)) {
      return dismissed('Only has 11357-60 charges and completed sentence');
    }
    if (!history.convictions.some((each) => each.date > quietSince)) {
      return dismissed(`No convictions in past ${years} years`);
    }
    if (isServing(history)) return { determination: 'Hand Review', reason: 'Currently serving sentence' };
    if (history.deceased) return dismissed('Deceased');
    return { determination: 'Hand Review', reason: 'No applicable eligibility criteria' };
  };

  return {
    name: 'la-pilot-2020',
    county: PILOT_COUNTY,
    asOf: today,
    baseline: { dismiss: [], reduce: [] },
    saysWhetherAfterElection: false,
    superStrikes: (history) => [...new Set([...directSuperStrikes(history), ...gangPairs(history)])],
    decide,
  };
}

function possession(text: string): CompatDecision {
  const isMinor = text.startsWith('11357(A)') || text.startsWith('11357(B)');
  return isMinor ? dismissed('11357(a) or 11357(b)') : { determination: 'Hand Review', reason: 'Other 11357' };
}

/** Of each case, the last gang enhancement with every offense that it can enhance. */
function gangPairs({ convictions }: CompatHistory): string[] {
  const enhancements = new Map<string, string>();
  for (const { order, section } of convictions) {
    if (section.gangEnhancement) enhancements.set(caseOf(order), section.text);
  }
  return [...enhancements].flatMap(([ofCase, enhancement]) =>
    convictions
      .filter(({ order, section }) => section.enhanceable && caseOf(order) === ofCase)
      .map(({ section }) => `${section.text} + ${enhancement}`),
  );
}

/** A pair has no date: it counts as dated on the first day of the calendar. */
function hasEarlierSuperStrike(history: CompatHistory, date: Day): boolean {
  const found = history.convictions.filter(({ section }) => section.superStrike);
  if (found.length === 0 && gangPairs(history).length === 0) return false;
  return earliest(found) < date;
}

/** A registration without a conviction counts as dated on the first day of the calendar. */
function hasEarlierRegistrable(history: CompatHistory, date: Day): boolean {
  const found = history.convictions.filter(({ section }) => section.registrable);
  if (found.length === 0 && !history.registered) return false;
  return earliest(found) < date;
}

/** An unknown date is given up for whatever comes next, earlier or not. */
function earliest(convictions: readonly CompatConviction[]): Day {
  let held: Day = UNKNOWN_DAY;
  for (const { date } of convictions) if (held === UNKNOWN_DAY || date < held) held = date;
  return held;
}

function priors({ convictions }: CompatHistory, { date, section }: CompatConviction): number {
  const start = [...section.text].slice(0, 5).join('');
  return convictions.filter((each) => each.section.p64 && each.date < date && each.section.text.startsWith(start))
    .length;
}
