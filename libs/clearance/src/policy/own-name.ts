import type { PolicyProblem } from '@clearance/contract';
import { policyCanonical, presets, type Policy } from '@clearance/eligibility';

/** As much as a version label may have. */
const LONGEST_LABEL = 40;
const LONGEST_TITLE = 600;

/** What a policy says, whatever it is called: two of the same text decide the same, with the same reasons. */
export const textOf = (policy: Policy): string => policyCanonical({ ...policy, name: '', version: '', title: '' });

/** The same with its title, which stands on records: all but the short name and the version label. */
export const titledTextOf = (policy: Policy): string => policyCanonical({ ...policy, name: '', version: '' });

/**
 * A body that a county begins to write, under a title and a label of its own, so that what it changes is never taken for
 * the policy it began as. A body that is no policy stays as it is.
 *
 * @param county as people write it, `San Joaquin`
 * @param next the number that the version would get if it were published now
 */
export function namedAsOwn(body: unknown, county: string, next: number): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { title, version } = body as { title?: unknown; version?: unknown };
  return {
    ...body,
    ...(typeof title === 'string' && presets.some((preset) => preset.title === title)
      ? { title: `${title}, as changed by ${county}`.slice(0, LONGEST_TITLE) }
      : {}),
    ...(typeof version === 'string' ? { version: ownLabel(version, county, next) } : {}),
  };
}

/** `1.1.0` begun in San Joaquin as version 3 is `1.1.0-san-joaquin.3`, and so is what was `1.1.0-san-joaquin.2`. */
function ownLabel(label: string, county: string, next: number): string {
  const slug = county
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_LABEL / 2)
    .replace(/^-|-$/g, '');
  const end = `${slug ? `-${slug}` : ''}.${next}`;
  const begin = label.split('-', 1)[0] ?? label;
  return `${begin.slice(0, LONGEST_LABEL - end.length)}${end}`;
}

/** Under the name of a ready-made policy another text would stand on records, prints and lists for the court. */
export function nameProblems(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const namesake = presets.find(({ name, version }) => name === policy.name && version === policy.version);
  if (namesake && policyCanonical(namesake) !== policyCanonical(policy)) {
    const message = `${policy.version} is the label of the ready-made policy "${namesake.title}", which says something else: give this one a label of its own`;
    problems.push({ path: ['version'], message, severity: 'error' });
  }
  const titled = presets.filter(({ title }) => title === policy.title);
  if (titled.length > 0 && titled.every((preset) => textOf(preset) !== textOf(policy))) {
    const message = `"${policy.title}" is a ready-made policy that says something else: give this one a title of its own`;
    problems.push({ path: ['title'], message, severity: 'error' });
  }
  return problems;
}
