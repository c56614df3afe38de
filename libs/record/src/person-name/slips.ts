const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A shorter word has too many neighbors that are names of their own. */
export const SHORTEST_WITH_SLIPS = 4;

/**
 * Every text that is one slip of the finger away from a word: a letter left out, doubled or added, another letter, or
 * two neighbors in the wrong order. Whatever a person meant is among them; some hundred for a usual name.
 *
 * @param word in capitals without accents, as `nameWords` gives it
 */
export function slipsOf(word: string): ReadonlySet<string> {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [first = '', second = ''] = after;
    if (after !== '') slips.add(before + after.slice(1));
    if (second !== '') slips.add(before + second + first + after.slice(2));
    for (const letter of LETTERS) {
      slips.add(before + letter + after);
      if (after !== '') slips.add(before + letter + after.slice(1));
    }
  }
  slips.delete(word);
  return slips;
}
