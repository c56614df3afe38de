import type { PolicyProblem } from '@clearance/contract';
import { pathText, type Path } from './json-path.ts';

export type { PolicyProblem };

/** What is said about the very field at a path. */
export const problemsAt = (problems: readonly PolicyProblem[], path: Path): readonly PolicyProblem[] =>
  problems.filter((problem) => pathText(problem.path) === pathText(path));

/** What is said about a part of the policy and about everything in it. */
export const problemsWithin = (problems: readonly PolicyProblem[], path: Path): readonly PolicyProblem[] =>
  problems.filter((problem) => path.every((key, index) => String(problem.path[index]) === String(key)));

export const errorsOf = (problems: readonly PolicyProblem[]): readonly PolicyProblem[] =>
  problems.filter(({ severity }) => severity === 'error');
export const warningsOf = (problems: readonly PolicyProblem[]): readonly PolicyProblem[] =>
  problems.filter(({ severity }) => severity === 'warning');

/** From a path upwards: the places at which a problem can be shown, the nearest first. */
export const placesOf = (path: Path): readonly Path[] => path.map((_, index) => path.slice(0, path.length - index));

const fields: Readonly<Record<string, string>> = {
  title: 'title',
  reason: 'reason',
  cite: 'citation',
  legalBasis: 'legal basis',
  when: 'condition',
  then: 'outcome',
  version: 'version label',
  name: 'short name',
  effective: 'dates in force',
  entries: 'statutes',
  confirm: 'to confirm',
  confirmEs: 'to confirm, in Spanish',
};

/** The place in words, for the summary: `Rule 3, condition`; empty for the policy as a whole. */
export function placeWords(path: Path, listTitleOf: (name: string) => string): string {
  const [part, second, third] = path;
  if (part === undefined) return '';
  const inner = (key: string | number | undefined) => (key === undefined ? '' : fields[String(key)]);
  const withInner = (words: string, key: string | number | undefined) => [words, inner(key)].filter(Boolean).join(', ');
  if (part === 'rules')
    return second === undefined
      ? 'Rules'
      : withInner(`Rule ${Number(second) + 1}`, third === 'title' ? 'reason' : third);
  if (part === 'lists')
    return second === undefined ? 'Lists' : withInner(`List “${listTitleOf(String(second))}”`, third);
  if (part === 'otherwise') return withInner('In every other case', second === 'title' ? 'reason' : second);
  if (part === 'scope') return 'Offenses in scope';
  const said = inner(part) ?? '';
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A quoted id of a rule as its place in the order, which is what people see. */
const withPlaces = (message: string, ruleIds: readonly string[]): string =>
  message.replace(/"([^"]+)"/g, (quoted, id: string) => {
    const place = ruleIds.indexOf(id);
    return place < 0 ? quoted : `rule ${place + 1}`;
  });

/**
 * A problem as one sentence; the API says what a value must be, as the end of a sentence.
 * @param ruleIds of the policy's rules in their order
 */
export const problemSentence = ({ message }: PolicyProblem, ruleIds: readonly string[]): string => {
  const text = withPlaces(message.trim(), ruleIds);
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
};
