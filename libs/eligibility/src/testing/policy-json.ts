import type { Policy } from '../policy/policy.ts';
import { validatePolicy } from '../policy/validate.ts';
import { presetNamed } from '../presets/presets.ts';

/** A small policy as JSON, to be changed and validated. */
export function small(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const policy: Policy = {
    name: 'small',
    version: '1',
    title: 'Small',
    jurisdiction: 'CA',
    legalBasis: 'HS 11361.9',
    scope: { statutes: 'cannabis', county: 'any' },
    lists: presetNamed('la-2020')?.lists ?? {},
    rules: [rule('old', { term: 'age_as_of', compare: 'at_least', years: 50 })],
    otherwise: { title: 'No ground applies.', then: { outcome: 'needs_review' }, cite: 'HS 11361.9' },
  };
  return { ...(JSON.parse(JSON.stringify(policy)) as Record<string, unknown>), ...changes };
}

/** One rule as JSON; its parts may be wrong on purpose. */
export function rule(
  id: string,
  when: unknown,
  outcome = 'dismiss',
  more: Record<string, unknown> = {},
): Policy['rules'][number] {
  return {
    id,
    title: `${id} applies.`,
    when,
    then: { outcome },
    cite: 'HS 11361.9',
    ...more,
  } as Policy['rules'][number];
}

/** What validation finds wrong, by path. */
export function problemsOf(json: unknown): Record<string, string> {
  const result = validatePolicy(json);
  return result.ok ? {} : Object.fromEntries(result.problems.map(({ message, path }) => [path, message]));
}

export const felony = { term: 'severity', is: ['felony'] };
export const notFelony = { term: 'severity', is: ['misdemeanor', 'infraction'] };
export const under21 = { term: 'age_at_conviction', compare: 'under', years: 21 };
