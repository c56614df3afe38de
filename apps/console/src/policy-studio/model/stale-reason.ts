/** A number that is no part of a name, such as a section or a proposition, and no year. */
const NUMBER = /(?<![\p{Lu}][\p{L}.]*\s)(?<![\d.,(])\b(?!(?:19|20)\d\d\b)\d+\b(?!\))/gu;

/**
 * Numbers that the reason of a rule names and its sentence does not: a threshold was changed, and the words that people
 * read on every conviction still say the old one.
 */
export function staleNumbers(reason: string, sentence: string): readonly string[] {
  const said = new Set(sentence.match(/\d+/g));
  return [...new Set(reason.match(NUMBER))].filter((number) => !said.has(number));
}
