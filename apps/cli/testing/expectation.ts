/** The answer on one row of `All_Results.csv`. */
export interface RowAnswer {
  readonly outcome: string;
  readonly order: string;
  readonly flags: readonly string[];
}

/**
 * Whether the rows of one person and case number answer as a field case expects. The vocabulary: an outcome (there is an
 * answer in scope and every such answer is that outcome), `out_of_scope`, `answered`, `convictions:N`, `order:NAME`,
 * `flag:NAME`, `not:X`, `any_of:X|Y`.
 *
 * @throws RangeError for a word that is not in the vocabulary
 */
export function meets(expectation: string, rows: readonly RowAnswer[]): boolean {
  const answers = rows.filter(({ outcome }) => outcome !== '' && outcome !== 'out_of_scope');
  const colon = expectation.indexOf(':');
  const word = colon < 0 ? expectation : expectation.slice(0, colon);
  const rest = expectation.slice(colon + 1);
  switch (word) {
    case 'dismiss':
    case 'reduce':
    case 'not_eligible':
    case 'needs_review':
    case 'refer':
      return answers.length > 0 && answers.every(({ outcome }) => outcome === word);
    case 'out_of_scope':
      return answers.length === 0;
    case 'answered':
      return answers.length > 0;
    case 'convictions':
      return answers.length === Number(rest);
    case 'order':
      return answers.length > 0 && answers.every(({ order }) => order === rest);
    case 'flag':
      return rows.some(({ flags }) => flags.includes(rest));
    case 'not':
      return !meets(rest, rows);
    case 'any_of':
      return rest.split('|').some((one) => meets(one, rows));
    default:
      throw new RangeError(`no such expectation: ${expectation}`);
  }
}
