import { canonicalJson } from '../canonical.ts';
import { checkMeaning } from './check-meaning.ts';
import type { Policy } from './policy.ts';
import { plainMessage } from './plain-issue.ts';
import { policySchema } from './schema.ts';
import { tooLarge } from './too-large.ts';

/** What is wrong with a policy and where: a path such as `rules.2.when.all.0.in`, empty for the whole. */
export interface PolicyProblem {
  readonly path: string;
  readonly message: string;
}

export type PolicyValidation =
  | { readonly ok: true; readonly policy: Policy; readonly warnings: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Reads a policy from JSON. Refused: more than can be checked, a wrong shape, two rules of one id, a list that does not exist, a missing otherwise,
 * a rule that can never be reached, a threshold outside what the law allows, and a way of counting unknown facts by which
 * a missing fact would lead to relief. An overlap that order alone decides is a warning, and so is an order that would
 * take too long to look through.
 *
 * @param json the policy as parsed JSON, not as text
 */
export function validatePolicy(json: unknown): PolicyValidation {
  const large = tooLarge(json);
  if (large) return { ok: false, problems: [large] };
  const parsed = policySchema.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: plainMessage(issue),
    }));
    return { ok: false, problems };
  }
  const { problems, warnings } = checkMeaning(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: parsed.data, warnings };
}

/**
 * A policy of the right shape, whatever its parts mean for each other: enough to be read, not to be used. Undefined where
 * it has another shape or is too large.
 */
export function readPolicy(json: unknown): Policy | undefined {
  if (tooLarge(json)) return undefined;
  const parsed = policySchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

/** A policy as the bytes that its digest is taken of: canonical JSON. */
export function policyCanonical(policy: Policy): string {
  return canonicalJson(policy);
}
