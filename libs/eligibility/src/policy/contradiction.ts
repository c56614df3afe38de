import { severities } from './term.ts';
import type { AgeComparator, ConvictionsTerm, DateComparator, Severity, Term } from './term.ts';

/** An answer to a question. */
export interface Literal {
  readonly term: Term;
  readonly holds: boolean;
}

/** Whether every offense of a list is in another one. */
export type Within = (list: string, other: string) => boolean;

/**
 * Whether two answers cannot both be given of one conviction: 60 or older and not 50 or older; a felony and a
 * misdemeanor; three earlier convictions and not two. What is not known to be impossible is taken to be possible.
 */
export function contradict(a: Literal, b: Literal, within: Within): boolean {
  return apart(a, b) || implied(a, b, within) || implied(b, a, within);
}

/** From one value to another on a scale, both included; the scale is doubled, so that a day or birthday has sides. */
interface Span {
  readonly scale: string;
  readonly low: number;
  readonly high: number;
}

function apart(a: Literal, b: Literal): boolean {
  const [one, other] = [spanOf(a), spanOf(b)];
  if (!one || !other) return false;
  if (one.scale === other.scale) return one.low > other.high || other.low > one.high;
  // Nobody is older at the offense than at the conviction.
  if (one.scale === 'age_at_offense' && other.scale === 'age_at_conviction') return one.low > other.high;
  return other.scale === 'age_at_offense' && one.scale === 'age_at_conviction' && other.low > one.high;
}

function spanOf({ holds, term }: Literal): Span | undefined {
  if (term.term === 'age_at_conviction' || term.term === 'age_at_offense' || term.term === 'age_as_of') {
    return span(term.term, term.compare, term.years, holds);
  }
  if (term.term === 'amount') return span('amount', term.compare, term.grams, holds);
  if (term.term === 'sentence_ended') return span(`ended ${term.parts}`, 'at_least', term.years, holds);
  if (term.term !== 'convicted') return undefined;
  if (term.date === undefined) return span('years since', YEARS_SINCE[term.compare], term.yearsBeforeAsOf ?? 0, holds);
  return span('date', DATE[term.compare], Number(term.date.replaceAll('-', '')), holds);
}

const OPPOSITE: Readonly<Record<AgeComparator, AgeComparator>> = {
  under: 'at_least',
  at_least: 'under',
  at_most: 'over',
  over: 'at_most',
};
const DATE: Readonly<Record<DateComparator, AgeComparator>> = {
  before: 'under',
  on_or_before: 'at_most',
  after: 'over',
  on_or_after: 'at_least',
};
const YEARS_SINCE: Readonly<Record<DateComparator, AgeComparator>> = {
  before: 'over',
  on_or_before: 'at_least',
  after: 'under',
  on_or_after: 'at_most',
};

function span(scale: string, side: AgeComparator, value: number, holds: boolean): Span {
  switch (holds ? side : OPPOSITE[side]) {
    case 'under':
      return { scale, low: -Infinity, high: 2 * value - 1 };
    case 'at_most':
      return { scale, low: -Infinity, high: 2 * value };
    case 'at_least':
      return { scale, low: 2 * value, high: Infinity };
    case 'over':
      return { scale, low: 2 * value + 1, high: Infinity };
  }
}

/** Whether the first answer, given as yes, makes the second, given as no, impossible. */
function implied({ holds, term: a }: Literal, other: Literal, within: Within): boolean {
  const b = other.term;
  if (!holds) return false;
  if (other.holds) return isAnotherValue(a, b);
  if (a.term === 'offense' && b.term === 'offense') return within(a.in, b.in);
  if (a.term === 'only_convictions_in' && b.term === 'only_convictions_in') return within(a.list, b.list);
  if (a.term === 'convictions_in' && b.term === 'convictions_in') return includes(a, b, within);
  if (a.term === 'registered' && b.term === 'registered') return a.when === b.when || b.when === 'ever';
  if (a.term === 'sentences' && b.term === 'sentences') return a.of === 'record';
  if (a.term === 'sentence_ended' && b.term === 'sentence_ended') return a.parts === 'all' && a.years >= b.years;
  if (a.term === 'among_first' && b.term === 'among_first') {
    return a.most <= b.most && a.order === b.order && a.list === b.list && same(a.classes, b.classes);
  }
  if (a.term === 'case_has' && b.term === 'case_has') {
    const isWider = a.offense === 'in' ? within(a.list, b.list) : within(b.list, a.list);
    return a.counts === b.counts && a.offense === b.offense && isWider;
  }
  if (a.term !== 'conviction_free') return false;
  if (b.term === 'conviction_free') return a.years >= b.years && covers(a.classes, b.classes);
  // This conviction is one of those that there must be none of.
  return b.term === 'convicted' && covers(a.classes, severities) && isYearsSince(b, a.years);
}

function isAnotherValue(a: Term, b: Term): boolean {
  if (a.term === 'severity' && b.term === 'severity') return a.is[0] !== b.is[0];
  if (a.term === 'agency' && b.term === 'agency') return a.in[0] !== b.in[0];
  if (a.term === 'county' && b.term === 'county') return a.in[0] !== b.in[0];
  if (a.term === 'relieved' && b.term === 'relieved') return a.how !== b.how;
  if (a.term !== 'conviction_free' || b.term !== 'convicted' || !covers(a.classes, severities)) return false;
  const recent = spanOf({ term: b, holds: true });
  return recent?.scale === 'years since' && recent.high < 2 * a.years;
}

/** Whether having been convicted at least so many years before follows. */
function isYearsSince(term: Extract<Term, { term: 'convicted' }>, years: number): boolean {
  const denied = spanOf({ term, holds: false });
  return denied?.scale === 'years since' && denied.high < 2 * years;
}

function includes(a: ConvictionsTerm, b: ConvictionsTerm, within: Within): boolean {
  const isSameSection = b.section === 'any' || (a.section === 'same' && a.list === b.list);
  const isListed = b.list === undefined || (a.list !== undefined && within(a.list, b.list));
  const isTimely = b.when === 'any' || a.when === 'earlier';
  const isCounted = a.per === b.per || a.per === 'case';
  return a.atLeast >= b.atLeast && isSameSection && isListed && isTimely && isCounted && covers(b.classes, a.classes);
}

/** Whether a set of classes, all when absent, has every one of another. */
function covers(set: readonly Severity[] | undefined, part: readonly Severity[] | undefined): boolean {
  return set === undefined || (part ?? severities).every((each) => set.includes(each));
}

function same(a: readonly Severity[] | undefined, b: readonly Severity[] | undefined): boolean {
  return covers(a, b) && covers(b, a);
}
