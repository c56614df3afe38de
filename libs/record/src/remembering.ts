/** As many different wordings as a county's file has, and no more than memory should hold. */
const MOST = 5000;

/**
 * The same pure function, which answers a text that it has met before from memory.
 *
 * @param most how many answers are kept
 */
export function remembering<Value>(read: (text: string) => Value, most = MOST): (text: string) => Value {
  const answers = new Map<string, Value>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) return Object.freeze(read(text));
    const own = ownCopy(text);
    const answer = Object.freeze(read(own));
    answers.set(own, answer);
    return answer;
  };
}

/** A text of its own: a cell is cut out of a far longer one, which it would keep in memory. */
export function ownCopy(text: string): string {
  // Shorter ones are copied when they are cut, and need not be again.
  return text.length < SHORTEST_CUT ? text : (JSON.parse(JSON.stringify(text)) as string);
}

const SHORTEST_CUT = 13;
