import { caseKey, localDate, nameWords, SHORTEST_WITH_SLIPS, slipsOf, soundOf, type NameWord } from '@clearance/record';
import { digitsBehindLetters, token } from './tokens.ts';

/** What somebody typed to find a person, taken apart. Whatever is there has to be true of the person. */
export interface Asked {
  /** The spellings of a state identifier that the text may be. */
  readonly identifiers: readonly string[];
  /** The spellings of a case number that a part of the text may be. */
  readonly numbers: readonly string[];
  /** The last four digits of a state identifier, where the number may be that. */
  readonly lastFour: string | undefined;
  /** The days that a date of birth may mean: `3/2/79` is one of two. */
  readonly births: readonly string[];
  readonly names: readonly NameWord[];
  /** Single letters beside the names. */
  readonly initials: readonly string[];
}

/** What was typed cannot be searched for, and why. */
export type Unaskable = 'nothing' | 'birth_alone';

/** A longer name is one in a few thousand; more words would only find fewer. */
const MOST_WORDS = 8;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH = `(${MONTHS.join('|')})[A-Z]*\\.?`;
/** The ways in which a day is written, each with where its year, month and day stand. */
const DAYS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, [1, 2, 3]],
  [/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/.-])/, [3, 1, 2]],
  [new RegExp(`(?<![A-Z])${MONTH} +(\\d{1,2})(?:ST|ND|RD|TH)?,? +(\\d{4})(?!\\d)`), [3, 1, 2]],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:ST|ND|RD|TH)? +${MONTH},? +(\\d{4})(?!\\d)`), [3, 2, 1]],
];

/** Words that say what a number is. */
const LABELS = /(?<![A-Z])(?:CASE|DOCKET|DKT|NUMBER|NUM|NBR|NO|CII|SID|DOB|BORN)(?![A-Z])[ .:#]*/g;

/**
 * Takes apart what somebody typed: the ways to read it, the likeliest first. There are two where a short word stands in
 * front of a number, which is a court's letters (`BA 123456`) or a name (`Lee 1234`). Pure; reads neither files nor clocks.
 */
export function readAsked(text: string): readonly [Asked, ...Asked[]] | Unaskable {
  const typed = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase();
  const { births, rest: withoutDay } = dayIn(typed);
  const rest = /\d/.test(typed) ? withoutDay.replace(LABELS, ' ').trim() : withoutDay;
  const [first, ...others] = numbersIn(rest)
    .map((read) => askedOf(births, read))
    .filter(({ names, numbers }) => names.length > 0 || numbers.length > 0);
  if (first) return [first, ...others];
  return births.length > 0 ? 'birth_alone' : 'nothing';
}

function askedOf(births: readonly string[], { number, others }: NumberRead): Asked {
  const words = nameWords(others);
  const names = words.filter(({ word }) => word.length > 1).slice(0, MOST_WORDS);
  const initials = words.filter(({ word }) => word.length === 1).map(({ word }) => word);
  const numbers = number.filter((one) => caseKey(one) !== '');
  const [alone = ''] = numbers;
  return {
    ...{ births, names, initials, numbers },
    identifiers: [...new Set(numbers.flatMap(identifiersOf))],
    lastFour: /^\d{4}$/.test(alone) ? alone : undefined,
  };
}

function dayIn(typed: string): { births: readonly string[]; rest: string } {
  for (const [pattern, [year, month, day]] of DAYS) {
    const found = pattern.exec(typed);
    if (!found) continue;
    const births = yearsOf(found[year] ?? '').flatMap((one) => dayOf(one, found[month] ?? '', found[day] ?? ''));
    if (births.length > 0) return { births, rest: typed.replace(found[0], ' ') };
  }
  return { births: [], rest: typed };
}

const yearsOf = (year: string): string[] => (year.length === 2 ? [`19${year}`, `20${year}`] : [year]);

function dayOf(year: string, month: string, day: string): string[] {
  const no = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month) + 1;
  const date = `${year}-${String(no).padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return [localDate(date)];
  } catch {
    return [];
  }
}

interface NumberRead {
  /** The spellings of the number, the longest first. */
  readonly number: readonly string[];
  readonly others: string;
}

/**
 * The part of a text that is a number, from its first word with a digit to its last: as it stands, and with the letters
 * that a court writes in front of it (`BA 123456`) and the defendant's behind it.
 */
function numbersIn(text: string): NumberRead[] {
  const words = text.split(' ').filter(Boolean);
  const withDigit = words.flatMap((word, at) => (/\d/.test(word) ? [at] : []));
  const [first] = withDigit;
  const last = withDigit.at(-1);
  if (first === undefined || last === undefined) return [{ number: [], others: text }];
  const end = /^[A-Z]$/.test(words[last + 1] ?? '') ? last + 2 : last + 1;
  const plain = words.slice(first, last + 1).join(' ');
  const from = (begin: number): NumberRead => ({
    number: [...new Set([words.slice(begin, end).join(' '), plain])],
    others: [...words.slice(0, begin), ',', ...words.slice(end)].join(' '),
  });
  // A number with letters of its own has none in front of it.
  const mayHaveLetters = /^[A-Z]{1,3}$/.test(words[first - 1] ?? '') && /^\d/.test(words[first] ?? '');
  return mayHaveLetters ? [from(first - 1), from(first)] : [from(first)];
}

/** `A12345678`, with or without its letter, and with the zero that some systems put behind it. */
function identifiersOf(text: string): string[] {
  const joined = text.replace(/[^A-Z0-9]/g, '');
  const [, letter = '', digits = ''] = /^([A-Z]?)(\d{7,10})$/.exec(joined) ?? [];
  if (digits === '') return [];
  const bare = digits.replace(/^0+/, '');
  return [...new Set([joined, ...[digits, bare, bare.padStart(8, '0')].map((one) => `${letter || 'A'}${one}`)])];
}

/** One range of tokens that answers a part of what was asked; the less it costs, the more surely it is meant. */
export interface Range {
  /** Which part of what was asked: each name counted from 0, then the number, then the birth date. */
  readonly part: number;
  readonly from: string;
  readonly to: string;
  readonly cost: number;
}

/** How well a part is met. What is `similar` and above is only alike. */
export const COST = { exact: 0, beginning: 1, similar: 2, sounding: 3, missing: 6, unknown: 6 } as const;

/** Behind every text that begins alike. */
const END = '\u{10ffff}';

/** The ranges of tokens in which whoever was asked for stands. */
export function rangesOf(key: Buffer, { births, lastFour, names, numbers }: Asked): Range[] {
  const ranges = names.flatMap((name, part) => rangesOfName(name, part));
  const is = (part: number, one: string, cost: number) => ranges.push({ part, from: one, to: one, cost });
  const ofNumber = names.length;
  for (const [at, number] of numbers.entries()) {
    const found = caseKey(number);
    const digits = digitsBehindLetters(found);
    // Without the letters that were typed it is another number that is alike.
    const less = at === 0 ? 0 : COST.similar;
    is(ofNumber, token.case(found), less + COST.exact);
    // What is typed in full is the number; what is not, its beginning.
    if (found.length >= 3) {
      const [from, to] = [token.case(found), token.case(found + END)];
      ranges.push({ part: ofNumber, from, to, cost: less + COST.beginning });
    }
    if (/^\d{4,}$/.test(found)) is(ofNumber, token.digits(found), less + COST.similar);
    if (digits === '') continue;
    is(ofNumber, token.case(digits), less + COST.similar);
    is(ofNumber, token.digits(digits), less + COST.sounding);
  }
  if (lastFour) is(ofNumber, token.lastFour(key, lastFour), COST.exact);
  for (const birth of births) {
    is(ofNumber + 1, token.birth(key, birth), COST.exact);
    // Of some people the file knows the month or the year alone.
    for (const part of [birth.slice(0, 7), birth.slice(0, 4)]) is(ofNumber + 1, token.birth(key, part), COST.similar);
  }
  // Of others it knows no birth at all: they may be meant, and leaving them out would say that they are not.
  if (births.length > 0) is(ofNumber + 1, token.birth(key, ''), COST.unknown);
  return ranges;
}

function rangesOfName({ joined, word }: NameWord, part: number): Range[] {
  const exact = joined ? [word, joined] : [word];
  const ranges = exact.flatMap((text): Range[] => [
    { part, from: token.name(text), to: token.name(text), cost: COST.exact },
    { part, from: token.name(text), to: token.name(text + END), cost: COST.beginning },
  ]);
  for (const sound of new Set(exact.map(soundOf))) {
    if (sound !== '') ranges.push({ part, from: token.sound(sound), to: token.sound(sound), cost: COST.sounding });
  }
  if (word.length < SHORTEST_WITH_SLIPS) return ranges;
  for (const slip of slipsOf(word)) {
    ranges.push({ part, from: token.name(slip), to: token.name(slip), cost: COST.similar });
  }
  return ranges;
}
