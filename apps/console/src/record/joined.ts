/** Conditions that must all hold, each on its line: `a, and` – `b`. */
export const joined = (conditions: readonly string[]): readonly string[] =>
  conditions.map((line, at) => (at < conditions.length - 1 ? `${line}, and` : line));
