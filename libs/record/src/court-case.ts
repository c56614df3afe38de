import { isSameNumber } from './case-key.ts';
import { textOf } from './cell.ts';
import type { Count, Cycle, PlacedCount, Step } from './history.ts';
import type { DateRange } from './local-date.ts';
import { remembering } from './remembering.ts';

export type Likeness = 'yes' | 'no' | 'perhaps';

/** Every count of a court step, in the order of the history. */
export function courtCountsOf(cycles: readonly Cycle[]): PlacedCount[] {
  const found: PlacedCount[] = [];
  for (const cycle of cycles) {
    for (const step of cycle.steps) {
      if (step.kind !== 'court') continue;
      for (const count of step.counts) found.push({ cycle, step, count, caseNumber: caseNumberOf(step, count) });
    }
  }
  return found;
}

/**
 * Whether two court counts are of one case. Courts of one county number their cases apart, and so do counties: the same
 * number in another county is another case, and that of another court of the county is one only within a cycle, where a
 * case is handed on. Whatever leaves a doubt is `perhaps`: only the digits agree; one of the two has no number, within a
 * cycle; another kind of court goes on with the cycle under a number of its own.
 */
export function isSameCase(a: PlacedCount, b: PlacedCount): Likeness {
  if (a.step === b.step && (a.caseNumber === b.caseNumber || a.caseNumber === '' || b.caseNumber === '')) return 'yes';
  const [county, other] = [a.step.agency.county, b.step.agency.county];
  if (county !== '' && other !== '' && county !== other) return 'no';
  const inCycle = a.cycle === b.cycle && a.cycle.order !== '';
  if (a.caseNumber === '' || b.caseNumber === '') return inCycle ? 'perhaps' : 'no';
  const number = isSameNumber(a.caseNumber, b.caseNumber);
  if (number === 'yes') return inCycle || (county === other && isSameCourt(a.step, b.step)) ? 'yes' : 'perhaps';
  if (!inCycle) return number;
  return number === 'perhaps' || isOtherKindOfCourt(a.step, b.step) ? 'perhaps' : 'no';
}

/** OFN of the count, or of the first count of its step that has one. */
export function caseNumberOf(step: Step, count: Count): string {
  const own = firstNumber(count);
  if (own !== '') return own;
  for (const other of step.counts) {
    const number = firstNumber(other);
    if (number !== '') return number;
  }
  return '';
}

function firstNumber({ rows }: Count): string {
  for (const row of rows) {
    const number = textOf(row, 'OFN');
    if (number !== '') return number;
  }
  return '';
}

/** The number of a count within its step: the third group of three digits of CNT_ORDER. */
export function numberOf(count: Count): string {
  return count.order.slice(6, 9);
}

/** Whether two counts may be of one offense: they share a section, or one of the two gives none that can be read. */
export function mayBeSameOffense(a: Count, b: Count): boolean {
  return a === b || sharesSection(a, b) || !hasSection(a) || !hasSection(b);
}

/** Whether two counts surely name a section that is the same. */
export function sharesSection(a: Count, b: Count): boolean {
  return (
    someSection(a, (section) => hasThisSection(b, section)) || (!hasSection(a) && !hasSection(b) && isSameText(a, b))
  );
}

/** What cannot be read is the same where it is written the same. */
function isSameText(a: Count, b: Count): boolean {
  return a.offense.text !== '' && a.offense.text.toUpperCase() === b.offense.text.toUpperCase();
}

const hasSection = (count: Count): boolean => someSection(count, () => true);

const hasThisSection = (count: Count, section: string): boolean => someSection(count, (other) => other === section);

function someSection({ charged, offense }: Count, test: (section: string) => boolean): boolean {
  if (offense.references.some((reference) => test(reference.section))) return true;
  return offense !== charged && charged.references.some((reference) => test(reference.section));
}

/**
 * Whether a step came after another one: by their numbers within a cycle, and by their dates across cycles, where the
 * numbers say only when the arrests were.
 */
export function isStepAfter(step: PlacedCount, other: PlacedCount): Likeness {
  if (step.step === other.step) return 'no';
  if (step.cycle === other.cycle) return step.step.order > other.step.order ? 'yes' : 'no';
  return isDateAfter(step.step.date, other.step.date);
}

/** Whether a day within one range came after one within the other, whichever days they are. Of one day it is not said. */
export function isDateAfter(date: DateRange | undefined, other: DateRange | undefined): Likeness {
  if (!date || !other) return 'perhaps';
  if (date.earliest > other.latest) return 'yes';
  return date.latest < other.earliest ? 'no' : 'perhaps';
}

function isSameCourt(a: Step, b: Step): boolean {
  if (a.agency.name === '' || b.agency.name === '') return a.agency.name === b.agency.name;
  return a.agency.name === b.agency.name || nameOfCourt(a.agency.name) === nameOfCourt(b.agency.name);
}

const nameOfCourt = remembering((name: string) => name.toUpperCase().replace(/[^A-Z0-9]+/g, ''));

function isOtherKindOfCourt(a: Step, b: Step): boolean {
  const [kind, other] = [kindOfCourt(a.agency.name), kindOfCourt(b.agency.name)];
  return kind !== '' && other !== '' && kind !== other;
}

/** Whether a step is of a juvenile court, which convicts nobody. */
export const isJuvenileCourt = ({ agency }: Step): boolean => kindOfCourt(agency.name) === 'juvenile';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^CAJV|\bJUVENILE\b|\bJUV\b/, 'juvenile'],
  [/^CASC|\bSUPERIOR\b|\bSUP(?:R)? (?:CT|CRT|COURT)\b/, 'superior'],
  [/^CA(?:MC|JC)|\bMUNICIPAL\b|\bMUNI\b|\bJUSTICE C/, 'municipal'],
  [/^CA(?:CA|AC)|\bAPPEALS?\b|\bAPPELLATE\b|\bSUPREME\b/, 'appellate'],
];

const kindOfCourt = remembering((name: string) => {
  const text = name.toUpperCase();
  return KINDS.find(([words]) => words.test(text))?.[1] ?? '';
});
