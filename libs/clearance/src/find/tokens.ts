import { opaqueId } from '@clearance/platform';
import {
  caseKey,
  nameWords,
  parseDojDate,
  soundOf,
  textOf,
  type History,
  type NameWord,
} from '@clearance/record';
import { spanText } from '../conviction/found-conviction.ts';

/** Raised whenever the tokens of a person change; everybody is then read again in the background. */
export const FORM = 1;

/**
 * What a person is found by. Names and case numbers are in clear, as they are beside the person and the conviction;
 * birth dates and the end of the state's identifier are HMACs under the county's key. The whole identifier needs no
 * token: the id of a person is made from it.
 */
export const token = {
  name: (word: string) => `n:${word}`,
  sound: (sound: string) => `s:${sound}`,
  case: (key: string) => `c:${key}`,
  /** The digits of a case number that begins with letters: a clerk leaves the letters out. */
  digits: (digits: string) => `d:${digits}`,
  /** `1979-03-02`, or the part of it that the file knows; empty where it knows nothing. */
  birth: (key: Buffer, date: string) => `b:${keyed(key, `birth ${date}`)}`,
  lastFour: (key: Buffer, digits: string) => `l:${keyed(key, `cii ending ${digits}`)}`,
};

/** Sixteen of the digits tell a county's people apart by far, and make the index smaller by half. */
const keyed = (key: Buffer, text: string): string => opaqueId(key, text).replaceAll('-', '').slice(0, 16);

/** The id of whoever has this state identifier, whether the county knows such a person or not. */
export const personIdOf = (key: Buffer, cii: string): string => opaqueId(key, `person ${cii}`);

/** No name on file is longer; what a damaged row holds must not fill the index. */
const LONGEST = 60;

export interface Findable {
  /** The person's name in every file of the county. */
  readonly names: readonly string[];
  readonly lastFour: string;
  readonly history: Pick<History, 'rows' | 'cycles' | 'entered'>;
}

export interface Lookup {
  readonly tokens: readonly string[];
  readonly birthYear: number | null;
}

/** Everything one person is found by. */
export function lookupOf(key: Buffer, { history, lastFour, names }: Findable): Lookup {
  const tokens = new Set<string>();
  for (const name of names) for (const word of nameWords(name)) addName(tokens, word);
  for (const number of caseNumbersOf(history)) addCase(tokens, caseKey(number));
  const births = birthsOf(history);
  for (const birth of births.length > 0 ? births : ['']) tokens.add(token.birth(key, birth));
  if (lastFour !== '') tokens.add(token.lastFour(key, lastFour));
  const [birth] = births;
  return { tokens: [...tokens].sort(), birthYear: birth ? Number(birth.slice(0, 4)) : null };
}

function addName(tokens: Set<string>, { joined, word }: NameWord): void {
  for (const text of joined ? [word, joined] : [word]) {
    if (text.length < 2) continue;
    tokens.add(token.name(text.slice(0, LONGEST)));
    const sound = soundOf(text);
    if (sound !== '') tokens.add(token.sound(sound.slice(0, LONGEST)));
  }
}

function addCase(tokens: Set<string>, key: string): void {
  if (key === '') return;
  tokens.add(token.case(key.slice(0, LONGEST)));
  const digits = digitsBehindLetters(key);
  if (digits !== '') tokens.add(token.digits(digits.slice(0, LONGEST)));
}

/** `CRF571204` → `571204`; empty where the number has no letters in front, or too few digits to tell it by. */
export const digitsBehindLetters = (key: string): string => /^[A-Z]+0*(\d{4,})$/.exec(key)?.[1] ?? '';

function caseNumbersOf({ cycles }: Pick<History, 'cycles'>): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { steps } of cycles) {
    for (const { counts, kind } of steps) {
      if (kind !== 'court') continue;
      for (const count of counts) for (const row of count.rows) numbers.add(textOf(row, 'OFN'));
    }
  }
  return numbers;
}

/** As the first row says it that says it at all; then what people entered, since either may be what somebody knows. */
function birthsOf({ entered, rows }: Findable['history']): string[] {
  const inFile = rows.map((row) => parseDojDate(textOf(row, 'PRI_DOB'))).find(Boolean);
  return [
    ...(inFile ? [spanText(inFile)] : []),
    ...(entered ?? []).flatMap((fact) => (fact.kind === 'birth_date' ? [fact.date] : [])),
  ];
}
