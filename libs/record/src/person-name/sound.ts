import { remembering } from '../remembering.ts';

/** How names of California's offices are misheard: English, Spanish and Southeast Asian spellings of one sound. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:KN|GN|PN)/, 'N'],
  [/^WR/, 'R'],
  [/^PS/, 'S'],
  [/^X/, 'S'],
  [/^H(?=[AEIOUY])/, ''],
  [/SCH|TCH|CH|SH|CZ/g, 'X'],
  [/SZ/g, 'S'],
  [/PH|PF/g, 'F'],
  [/GH(?=[AEIOUY])/g, 'K'],
  [/GH/g, ''],
  [/CK|QU|Q/g, 'K'],
  [/X(?=S)|(?<=[AEIOUY])X(?=[AEIOUY])/g, 'X'],
  [/C(?=[EIY])|Z/g, 'S'],
  [/C/g, 'K'],
  [/^G(?=[EIY])/, 'J'],
  [/GU(?=[EI])|G/g, 'K'],
  [/V/g, 'B'],
  [/(?!^)W/g, ''],
  [/H/g, ''],
];

/**
 * How a word of a name sounds, so that its spellings meet: `GONZALEZ` and `GONSALES`, `PHAM` and `FAM`, `HERNANDEZ` and
 * `ERNANDES`. Vowels count only where the word begins with one. Empty where too little of a word would be left.
 *
 * @param word in capitals without accents, as `nameWords` gives it
 */
export const soundOf: (word: string) => string = remembering(readSound, 20_000);

function readSound(word: string): string {
  const heard = SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
  const key = heard
    .replace(/^[AEIOU]/, '#')
    .replace(/(?!^)[AEIOUY]/g, '')
    .replace(/(.)\1+/gu, '$1')
    .replace('#', 'A');
  return key.length < SHORTEST ? '' : key;
}

/** One sound alone is that of too many names. */
const SHORTEST = 2;
