import type { StatuteCode } from './codes.ts';
import { mannerOf } from './inchoate.ts';

/** Codes whose numbers follow other rules than those of California's codes. */
const OTHER_NUMBERS: ReadonlySet<StatuteCode> = new Set(['MC', 'CO', 'LO', 'US', 'MCL']);

/** The Uniform Controlled Substances Act has these numbers (HS 11350 to 11392); the Penal Code has none of them. */
const CONTROLLED_SUBSTANCES = { from: 11_350, to: 11_392 } as const;
/** No other code that people are convicted under has these. */
const CANNABIS = { from: 11_357, to: 11_360 } as const;
/** The highest section of the Penal Code is PC 34370. */
const LAST_OF_PENAL_CODE = 34_999;
const FROM_HERE_BY_FIVES = 16_000;

/** What is joined to other sections without a sign between them. */
const JOINED = ['664', '182', '32', '31', '186.22'] as const;

const SECTION = /^(\d+)(?:\.(\d+))?([a-z]*)$/;

/** Whether a code can have a section of this number, as far as its digits tell. */
function isPlausible(section: string, code: StatuteCode | undefined): boolean {
  if (code !== undefined && OTHER_NUMBERS.has(code)) return true;
  const [, whole, decimals] = SECTION.exec(section) ?? [];
  if (whole === undefined) return false;
  if (whole.length > 6 || (whole.length === 6 && !hasSixDigits(whole, code))) return false;
  if (code === 'PC' && (Number(whole) > LAST_OF_PENAL_CODE || isGlued(whole))) return false;
  return decimals === undefined || hasDecimals(whole, decimals, code);
}

/** HS 100100 to 151003, and some of the Government Code. */
function hasSixDigits(whole: string, code: StatuteCode | undefined): boolean {
  return (code === undefined || code === 'HS' || code === 'GC') && /^1[0-5]/.test(whole);
}

/**
 * From PC 16000 (deadly weapons) on the numbers go by fives, but for a few in the chapters on ammunition and unmarked
 * firearms: `32187`, `18237` and `18732` are two sections.
 */
function isGlued(whole: string): boolean {
  if (whole.length !== 5 || Number(whole) < FROM_HERE_BY_FIVES) return false;
  if (whole.startsWith('32')) return !MAGAZINES_AND_MACHINE_GUNS.test(whole);
  if (Number(whole) % 5 === 0) return false;
  return !/^(?:303\d\d|2918\d|1653\d)$/.test(whole);
}

/** PC 32000 to 32990, as far as there are any. */
const MAGAZINES_AND_MACHINE_GUNS =
  /^32(?:0[0-3][05]|1(?:0[05]|10)|3(?:[01][05]|11|20|90)|4(?:[0-4][05]|06|5[05])|500|6[1-5][05]|7[0-5][05]|9\d[05])$/;

function hasDecimals(whole: string, decimals: string, code: StatuteCode | undefined): boolean {
  if (code === undefined && decimals.length === 4) return /^(?:333|750)$/.test(whole);
  if (mannerOf(whole) !== undefined) return whole === '182' && decimals === '5';
  if (isWithin(whole, CANNABIS)) return whole === '11357' && decimals === '5';
  if (decimals === '32') return whole.length === 4 || whole === '186' || whole === '290';
  if (mannerOf(decimals) !== undefined) return false;
  if (decimals.length < 3 || decimals.startsWith('0')) return decimals.length <= 3;
  return decimals.length === 3 && (whole.length === 4 || whole === '11362');
}

function isWithin(whole: string, range: { readonly from: number; readonly to: number }): boolean {
  return Number(whole) >= range.from && Number(whole) <= range.to;
}

/**
 * The sections that stand in one run of digits and points: itself where a code can have such a section; otherwise PC 664,
 * 182, 32 or 186.22 and what it is joined to (`66411358`, `664.187`, `187664`, `136.1.186.22`).
 *
 * @param number digits with points between them
 * @returns undefined where it is no section and cannot be taken apart in just one way
 */
export function takeApart(number: string, code: StatuteCode | undefined): readonly string[] | undefined {
  if (isPlausible(number, code)) return [number];
  // Longer than any three sections: to look for ways of taking it apart would not end.
  if (number.length > LONGEST) return undefined;
  const ways = new Map<string, readonly string[]>();
  const add = (way: readonly string[]) => ways.set([...way].sort().join(' '), way);
  for (const joined of JOINED) {
    if (number.startsWith(joined)) {
      const rest = number.slice(joined.length).replace(/^\./, '');
      const apart = /^[1-9]/.test(rest) ? takeApart(rest, code) : undefined;
      if (apart) add([joined, ...apart]);
    }
    const head = number.endsWith(joined) ? number.slice(0, -joined.length).replace(/\.$/, '') : '';
    if (head !== '' && isPlausible(head, code)) add([head, joined]);
  }
  const [only, ...others] = ways.values();
  return others.length === 0 ? only : undefined;
}

const LONGEST = 24;

/**
 * The code, unless it has no such section and may be meant for another one: in `11358-664 PC` the letters are those of
 * PC 664, and nobody can tell of which code 11358 is. No one is convicted under HS 1 to 999 (`187 HS`).
 *
 * @param isAlone the code stands with this section and no other
 */
export function possibleCode(
  section: string,
  code: StatuteCode | undefined,
  isAlone: boolean,
): StatuteCode | undefined {
  if (code === undefined || OTHER_NUMBERS.has(code)) return code;
  const whole = /^\d+/.exec(section)?.[0] ?? '';
  if (code === 'HS') return whole.length <= 3 ? undefined : code;
  if (isAlone) return code;
  const taken = code === 'PC' ? CONTROLLED_SUBSTANCES : CANNABIS;
  return isWithin(whole, taken) ? undefined : code;
}

/** A number of the Controlled Substances Act that a sign or a blank has broken: `11.359`, `11 359`. */
export function isBroken(digits: string, code: StatuteCode | undefined): boolean {
  return (code === undefined || code === 'HS') && /^11[3-6]\d\d$/.test(digits);
}
