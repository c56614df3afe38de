import { createHash } from 'node:crypto';
import type { PolicyCheck, PolicyProblem } from '@clearance/contract';
import {
  notesToConfirm,
  policyCanonical,
  readPolicy,
  sentences,
  validatePolicy,
  type Policy,
  type PolicyValidation,
} from '@clearance/eligibility';
import { nameProblems } from './own-name.ts';

export type Language = 'en' | 'es';
/** As many problems as anybody reads; how many more there are is the last of them. */
const MOST_PROBLEMS = 100;

/** What is wrong with a policy and how it reads. Anything may be asked: that it is no policy is an answer. */
export function checkPolicy(
  body: unknown,
  language: Language = 'en',
  validation: PolicyValidation = validatePolicy(body),
): PolicyCheck {
  const policy = validation.ok ? validation.policy : readPolicy(body);
  const found = validation.ok ? validation.warnings : validation.problems;
  const severity = validation.ok ? 'warning' : 'error';
  const problemOf = (severity: PolicyProblem['severity']) => (one: { message: string; path: string }) => ({
    path: placeIn(body, one.path),
    message: one.message,
    severity,
  });
  const problems = found.map(problemOf(severity));
  const notes = policy ? notesToConfirm(policy).map(problemOf('warning')) : [];
  const names = policy ? nameProblems(policy) : [];
  return {
    ok: validation.ok && names.length === 0,
    // What has to be fixed comes before what is worth a look.
    problems: firstOf([...problems, ...names, ...notes].toSorted((a, b) => a.severity.localeCompare(b.severity))),
    sentences: policy ? sentences(policy, language) : [],
  };
}

/** The policy where it could be published, in the very form that is stored; otherwise what is wrong with it first. */
export function usablePolicy(
  body: unknown,
  validation: PolicyValidation = validatePolicy(body),
): { policy: Policy } | { problem: string } {
  if (validation.ok) return { policy: validation.policy };
  const [first] = validation.problems;
  return { problem: [first?.path, first?.message].filter(Boolean).join(' ') };
}

/** SHA-256 (hex) of a policy; of anything else, of its JSON, which may be given. */
export function digestOf(body: unknown, json?: string): string {
  const policy = readPolicy(body);
  return createHash('sha256')
    .update(policy ? policyCanonical(policy) : (json ?? JSON.stringify(body)))
    .digest('hex');
}

/** `rules.2.when` as steps into the body: numbers where it is a list. */
function placeIn(body: unknown, path: string): (string | number)[] {
  let at = body;
  return (path === '' ? [] : path.split('.')).map((name) => {
    const step = Array.isArray(at) ? Number(name) : name;
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined;
    return step;
  });
}

function firstOf(problems: readonly PolicyProblem[]): PolicyProblem[] {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  if (more === 0) return shown;
  const message = `and ${more} more: fix these first, and the others show`;
  return [...shown, { path: [], message, severity: problems[MOST_PROBLEMS]?.severity ?? 'error' }];
}
