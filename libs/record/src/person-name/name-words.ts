/** One word of a person's name, in capitals without accents, as it is looked up. */
export interface NameWord {
  readonly word: string;
  /** The word with what stands before it and is often written together with it: `DELACRUZ`, `OBRIEN`, `MCDONALD`. */
  readonly joined?: string;
}

/** Letters that Unicode does not take apart into a letter and its accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', Œ: 'OE', Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH', Ħ: 'H', ı: 'I' },
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** `LAST,FIRST MIDDLE JR`: these tell a father from his son and belong to no name. */
const SUFFIXES: ReadonlySet<string> = new Set(['JR', 'SR', 'II', 'III', 'IV']);

/** Too frequent to be looked up by themselves, and often written together with the next word. */
const PARTICLES: ReadonlySet<string> = new Set(['DE', 'DEL', 'DI', 'DOS', 'DAS', 'EL', 'LA', 'LAS', 'LOS', 'Y']);

/** Names of their own that are often written together with the next word: `VAN` is both `VAN DYKE` and a given name. */
const JOINED: ReadonlySet<string> = new Set([
  ...['DA', 'DEN', 'DER', 'DO', 'DU', 'LE', 'MAC', 'MC', 'SAN', 'SANTA', 'ST', 'STE', 'VAN', 'VON'],
]);

/** A text in capitals without accents, with every sign like an apostrophe as one. */
export const plainCapitals = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’‘ʼ`´]/gu, "'");

/**
 * The words of a name, whatever its case, accents and signs, and in whatever order its parts are written: `O'Brien, José`
 * and `JOSE OBRIEN` share both words. Suffixes and particles are left out unless nothing else is there. Empty where the
 * text holds no letter.
 */
export function nameWords(text: string): NameWord[] {
  const parts = plainCapitals(text)
    .replace(/\d+(?:ST|ND|RD|TH)?/g, ' ')
    .split(',')
    .map((part) => part.match(/[\p{L}']+/gu)?.flatMap(apart) ?? []);
  const kept = parts.map((part) => part.filter((word) => !SUFFIXES.has(word)));
  const words = (kept.some((part) => part.length > 0) ? kept : parts).flatMap(wordsOfPart);
  const own = words.filter(({ word }) => !PARTICLES.has(word));
  return own.some(({ word }) => word.length > 1) ? own : words;
}

/** `O'BRIEN` → `O`, `BRIEN`; an apostrophe further back in a word only parts letters. */
function apart(word: string): string[] {
  const begin = /^(\p{L}{1,2})'+(?=\p{L}{2})/u.exec(word);
  const [whole = '', first = ''] = begin ?? [];
  const rest = word.slice(whole.length).replaceAll("'", '');
  return [first, rest].filter(Boolean);
}

function wordsOfPart(part: readonly string[]): NameWord[] {
  let before = '';
  return part.map((word) => {
    const joined = before + word;
    before = word.length === 1 || PARTICLES.has(word) || JOINED.has(word) ? joined : '';
    return joined === word ? { word } : { word, joined };
  });
}
