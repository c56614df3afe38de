import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * Fewer guesses than this, as a power of ten, find it. Eight random characters are just enough; a word with a year and an
 * exclamation mark is not.
 */
const ENOUGH = 8;
/** So many characters are looked at; further ones would only take time. */
const LOOKED_AT = 64;
/** So many characters have to be left without the person's own words. */
const LEFT = 5;
/** Shorter words occur in nearly every password. */
const SHORTEST_WORD = 3;

let loading: Promise<ZxcvbnFactory> | undefined;

/** The list of common passwords is large: it is loaded when somebody chooses one. */
function estimator(): Promise<ZxcvbnFactory> {
  loading ??= (async () => {
    const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    return new Factory({ dictionary, graphs: adjacencyGraphs });
  })();
  return loading;
}

/**
 * Whether a password is among the first that somebody would guess: a common one in any dress, a pattern of the keyboard, or
 * made of what the person is called and where they work.
 *
 * @param about texts that a stranger knows of the person: name, address, county
 */
export async function isGuessable(password: string, about: readonly string[]): Promise<boolean> {
  const own = wordsOf([...about, 'clearance', 'county']);
  if (isMadeOf(password, own)) return true;
  const { guessesLog10 } = (await estimator()).check(password.slice(0, LOOKED_AT), own);
  return guessesLog10 < ENOUGH;
}

const wordsOf = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u)).filter((word) => word.length >= SHORTEST_WORD),
  ),
];

/** Whether hardly anything is left of it without these words. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const plain = password.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
  const rest = [...words].sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), plain);
  return rest !== plain && rest.length < LEFT;
}
