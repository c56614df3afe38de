import { createHash } from 'node:crypto';
import type { PolicyCheck, PolicyProblem } from '@clearance/contract';
import {
  notesToConfirm,
  policyCanonical,
  readPolicy,
  sentences,
  validatePolicy,
  type Policy,
} from '@clearance/eligibility';
import { nameProblems } from './own-name.ts';

type Language = 'en' | 'es';
/** Conditions inside conditions; no sentence that a person can read goes deeper. */
const DEEPEST = 40;

/** What is wrong with a policy and how it reads. Anything may be asked: that it is no policy is an answer. */
export function checkPolicy(body: unknown, language: Language = 'en'): PolicyCheck {
  if (isTooDeep(body, DEEPEST)) {
    const message = `goes more than ${DEEPEST} levels deep: nobody could read it`;
    return { ok: false, problems: [{ path: [], message, severity: 'error' }], sentences: [] };
  }
  const validation = validatePolicy(body);
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
    problems: [...problems, ...names, ...notes].toSorted((a, b) => a.severity.localeCompare(b.severity)),
    sentences: policy ? sentences(policy, language) : [],
  };
}

/** The policy where it could be published, in the very form that is stored; otherwise what is wrong with it first. */
export function usablePolicy(body: unknown): { policy: Policy } | { problem: string } {
  if (isTooDeep(body, DEEPEST)) return { problem: checkPolicy(body).problems[0]?.message ?? '' };
  const validation = validatePolicy(body);
  if (validation.ok) return { policy: validation.policy };
  const [first] = validation.problems;
  return { problem: [first?.path, first?.message].filter(Boolean).join(' ') };
}

/** SHA-256 (hex) of a policy; of anything else, of its JSON. */
export function digestOf(body: unknown): string {
  const policy = isTooDeep(body, DEEPEST) ? undefined : readPolicy(body);
  return createHash('sha256')
    .update(policy ? policyCanonical(policy) : JSON.stringify(body))
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

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
}
