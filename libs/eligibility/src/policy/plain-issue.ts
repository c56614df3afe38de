import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'yes or no',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of named parts',
  record: 'a group of named parts',
  string: 'a text',
};

/** What a policy must have at the top, and why. */
const MISSING: Readonly<Record<string, string>> = {
  otherwise: 'is missing: a policy must say what happens where no rule applies',
  rules: 'is missing: a policy needs at least one rule',
  scope: 'is missing: a policy must say which offenses it is about',
  lists: 'is missing: a policy must bring the lists that its rules name',
};

/** What is wrong with the shape of a policy, in words that an attorney can act on. */
export function plainMessage(issue: z.core.$ZodIssue): string {
  const { code, message, path } = issue;
  if (code === 'invalid_type') {
    if (issue.input === undefined) return (path.length === 1 && MISSING[String(path[0])]) || 'is missing';
    return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  }
  if (code === 'invalid_value') return `must be ${issue.values.length > 1 ? 'one of ' : ''}${quoted(issue.values)}`;
  if (code === 'too_big') return `must be at most ${String(issue.maximum)}${unit(issue.origin)}`;
  if (code !== 'too_small' || !message.startsWith('Too small')) return message;
  return `must be at least ${String(issue.minimum)}${unit(issue.origin)}`;
}

export function foreignParts(names: readonly string[]): string {
  return `has a part that does not belong here, ${quoted(names)}`;
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `"${String(value)}"`).join(', ');
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}
