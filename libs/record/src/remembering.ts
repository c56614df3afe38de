/** As many different wordings as a county's file has, and no more than memory should hold. */
const MOST = 5000;

/**
 * The same pure function, which answers a text that it has met not long before from memory. Of what comes once and never
 * again, as case numbers do, the latest are kept: the rows of one person stand together.
 *
 * @param most how many answers are kept
 */
export function remembering<Value>(read: (text: string) => Value, most = MOST): (text: string) => Value {
  let recent = new Map<string, Value>();
  /** What was recent before that was full; what is still asked for moves on, the rest goes with the next one. */
  let older = new Map<string, Value>();
  const keep = (text: string, answer: Value): Value => {
    if (recent.size >= most / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const before = older.get(text);
    if (before !== undefined) return keep(text, before);
    const own = ownCopy(text);
    return keep(own, Object.freeze(read(own)));
  };
}

/** A text of its own: a cell is cut out of a far longer one, which it would keep in memory. */
export function ownCopy(text: string): string {
  // Shorter ones are copied when they are cut, and need not be again.
  return text.length < SHORTEST_CUT ? text : (JSON.parse(JSON.stringify(text)) as string);
}

const SHORTEST_CUT = 13;
