import type { AgeComparator, DateComparator, Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import type { Saying, TermWords, Words } from './words.ts';
import { joined, titleOf } from './words.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

function day(date: string): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${Number(date.slice(8))}, ${date.slice(0, 4)}`;
}

function plural(many: number, word: string): string {
  return `${many} ${word}${many === 1 ? '' : 's'}`;
}

function article(words: string): string {
  if (words.startsWith('other ')) return `an${words}`;
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function yearsBefore(years: number): string {
  return years === 1 ? 'year' : `${years} years`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) ?? 'th'}`;
}

function list(saying: Saying, name: string): string {
  return titleOf(saying, name, 'en');
}

/** `felony or misdemeanor `, with the blank that joins it to the next word; nothing for all classes. */
function classes(of: readonly Severity[] | undefined): string {
  return of ? `${joined(of, 'or')} ` : '';
}

const OPPOSITE_AGE: Readonly<Record<AgeComparator, AgeComparator>> = {
  under: 'at_least',
  at_least: 'under',
  at_most: 'over',
  over: 'at_most',
};

/** @param was what the person was or is, at an age; and what came before or after a birthday */
function age(
  was: { readonly aged: string; readonly happened: string; readonly when: string },
  { compare, years }: { readonly compare: AgeComparator; readonly years: number },
  { negated }: Saying,
): string {
  switch (negated ? OPPOSITE_AGE[compare] : compare) {
    case 'under':
      return `${was.aged} under ${years} ${was.when}`;
    case 'at_least':
      return `${was.aged} ${years} or older ${was.when}`;
    case 'at_most':
      return `${was.happened} on or before the person's ${ordinal(years)} birthday`;
    case 'over':
      return `${was.happened} after the person's ${ordinal(years)} birthday`;
  }
}

const AT_CONVICTION = { aged: 'the person was', happened: 'the conviction was', when: 'at conviction' };
const AT_OFFENSE = { aged: 'the person was', happened: 'the offense was', when: 'at the offense' };
const AS_OF = { aged: 'the person is', happened: 'the as-of date is', when: 'on the as-of date' };

const OPPOSITE_DATE: Readonly<Record<DateComparator, DateComparator>> = {
  before: 'on_or_after',
  on_or_after: 'before',
  after: 'on_or_before',
  on_or_before: 'after',
};
const DATE: Readonly<Record<DateComparator, string>> = {
  before: 'before',
  on_or_before: 'on or before',
  after: 'after',
  on_or_after: 'on or after',
};
const YEARS_BEFORE: Readonly<Record<DateComparator, (years: string) => string>> = {
  before: (years) => `more than ${years}`,
  on_or_before: (years) => `at least ${years}`,
  after: (years) => `less than ${years}`,
  on_or_after: (years) => `at most ${years}`,
};

const terms: TermWords = {
  offense: (term, saying) => `the offense is ${saying.negated ? 'not ' : ''}one of the ${list(saying, term.in)}`,
  severity(term, { negated }) {
    const named = negated ? severities.filter((each) => !term.is.includes(each)) : term.is;
    if (named.length === 0) return 'the conviction is of no known severity';
    return `the conviction is ${article(joined(named, 'or'))}`;
  },
  convicted(term, { negated }) {
    const compare = negated ? OPPOSITE_DATE[term.compare] : term.compare;
    if (term.date !== undefined) return `the person was convicted ${DATE[compare]} ${day(term.date)}`;
    const years = plural(term.yearsBeforeAsOf ?? 0, 'year');
    return `the person was convicted ${YEARS_BEFORE[compare](years)} before the as-of date`;
  },
  age_at_conviction: (term, saying) => age(AT_CONVICTION, term, saying),
  age_at_offense(term, saying) {
    const within =
      term.within === undefined ? '' : `, taken to be at most ${plural(term.within, 'year')} before the arrest`;
    return age(AT_OFFENSE, term, saying) + within;
  },
  age_as_of: (term, saying) => age(AS_OF, term, saying),
  conviction_free(term, { negated }) {
    const conviction = `${classes(term.classes)}conviction`;
    const has = negated ? article(conviction) : `no ${conviction}`;
    return `the person has ${has} in the ${yearsBefore(term.years)} before the as-of date`;
  },
  only_convictions_in: (term, saying) =>
    saying.negated
      ? `a conviction on record is not one of the ${list(saying, term.list)}`
      : `every conviction on record is one of the ${list(saying, term.list)}`,
  convictions_in(term, saying) {
    const which = `${term.when === 'earlier' ? 'earlier' : 'other'} ${classes(term.classes)}conviction`;
    const section = term.section === 'same' ? ' of the same section' : '';
    const isOne = term.atLeast === 1;
    const among = term.list === undefined ? '' : ` ${isOne ? 'for one of' : 'among'} the ${list(saying, term.list)}`;
    const per = term.per === 'case' && !isOne ? ', counting a case once' : '';
    if (isOne) {
      return `the person has ${saying.negated ? `no ${which}` : article(which)}${section}${among}`;
    }
    const many = saying.negated ? 'fewer than' : 'at least';
    return `the person has ${many} ${term.atLeast} ${which}s${section}${among}${per}`;
  },
  among_first(term, saying) {
    const among = term.list === undefined ? '' : ` for one of the ${list(saying, term.list)}`;
    const is = saying.negated ? 'is not' : 'is';
    return `this ${is} among the ${term.most} ${term.order} ${classes(term.classes)}convictions of the person${among}`;
  },
  has_conviction_in(term, saying) {
    const which = term.when === 'before' ? 'earlier conviction' : 'other conviction';
    return `the person has ${saying.negated ? `no ${which}` : article(which)} for one of the ${list(saying, term.list)}`;
  },
  registered: (term, { negated }) =>
    term.when === 'before'
      ? `the person was ${negated ? 'not ' : ''}registered under PC 290 before this conviction`
      : `the person is ${negated ? 'not ' : ''}registered under PC 290`,
  sentences(term, { negated }) {
    const complete = (term.are === 'complete') !== negated;
    if (term.of !== 'this_conviction') {
      return complete ? 'every sentence on record is complete' : 'a sentence is still being served';
    }
    return `the sentence of this conviction is ${complete ? 'complete' : 'still being served'}`;
  },
  sentence_ended(term, { negated }) {
    const what = term.parts === 'prison' ? 'any time in prison for this conviction' : 'the sentence of this conviction';
    const years = `${plural(term.years, 'year')} before the as-of date`;
    return `${what} ended ${negated ? `less than ${years}, or has not ended` : `at least ${years}`}`;
  },
  deceased: (_term, { negated }) => `the person is ${negated ? 'not ' : ''}recorded as deceased`,
  agency(term, { inFull, negated }) {
    const [first = '', ...others] = term.in;
    const isLong = !inFull && others.length > 2;
    const names = isLong ? `${first} or ${others.length} others that the policy names` : joined(term.in, 'or');
    return `the prosecutor is ${negated ? 'not ' : ''}${names}`;
  },
  amount(term, { negated }) {
    const isAtMost = (term.compare === 'at_most') !== negated;
    return `the amount was ${isAtMost ? 'at most' : 'more than'} ${term.grams} grams`;
  },
  case_has(term, saying) {
    const what = term.counts === 'convicted' ? 'conviction' : 'charge';
    const where = term.counts === 'arrested' ? 'the case or its arrest' : 'the case';
    const title = list(saying, term.list);
    if (!saying.negated)
      return `another ${what} in ${where} is ${term.offense === 'in' ? '' : 'not '}one of the ${title}`;
    return term.offense === 'in'
      ? `no other ${what} in ${where} is one of the ${title}`
      : `every other ${what} in ${where} is one of the ${title}`;
  },
  open_case: (_term, { negated }) => `the person has ${negated ? 'no' : 'an'} open case`,
  relieved(term, { negated }) {
    if (term.how === 'ended') return negated ? 'the conviction still stands' : 'a later order took the conviction away';
    const done = {
      set_aside: 'set aside under PC 1203.4',
      erased: 'vacated or dismissed for good',
      reduced: 'reduced',
    };
    return `the conviction was ${negated ? 'not ' : ''}${done[term.how]}`;
  },
  county: (term, { negated }) => `the court is ${negated ? 'outside' : 'in'} ${joined(term.in, 'or')}`,
  own_county: (_term, { negated }) => `the court is in ${negated ? 'another' : 'this'} county`,
  ended_in_conviction: (_term, { negated }) => `the count ${negated ? 'did not end' : 'ended'} in a conviction`,
};

export const english: Words = {
  terms,
  outcomes: {
    dismiss: 'Dismiss',
    reduce: 'Reduce',
    not_eligible: 'Not eligible',
    needs_review: 'A person reviews it',
    refer: 'Refer to the prosecuting agency',
    out_of_scope: 'Out of scope',
  },
  orders: {
    dismissal: '',
    dismissal_and_sealing: ' and seal',
    recall: ' by recalling the sentence',
    redesignation: ' by redesignating the conviction',
  },
  or: 'or',
  and: 'and',
  when: (consequence, condition) => `${consequence} when ${condition}`,
  inEveryCase: (consequence) => `${consequence} in every case`,
  inEveryOtherCase: (consequence) => `${consequence} in every other case`,
  referTo: (agency) => `Refer to ${agency}`,
  neverHolds: 'it can never be',
  whereUnknown: (countsAs) => ` (where that is not known, it counts as ${countsAs ? '' : 'not '}so)`,
  toConfirm: ({ confirm }) => (confirm === undefined ? undefined : `To confirm: ${confirm}`),
  setAside: {
    out_of_scope: 'A conviction set aside under PC 1203.4 is out of scope',
    in_scope: 'A conviction set aside under PC 1203.4 stays in scope',
  },
  inForce(from, to) {
    if (from === undefined && to === undefined) return '';
    const begin = from === undefined ? '' : ` from ${day(from)}`;
    return ` (in force${begin}${to === undefined ? '' : ` until ${day(to)}`})`;
  },
};
