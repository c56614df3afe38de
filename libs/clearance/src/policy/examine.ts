import { createHash } from 'node:crypto';
import type { PolicyCheck, PolicyDifferences } from '@clearance/contract';
import {
  policyCanonical,
  policyDifferences,
  presets,
  readPolicy,
  validatePolicy,
  type Policy,
} from '@clearance/eligibility';
import { DIALECT } from '@clearance/record';
import { checkPolicy, digestOf, usablePolicy, type Language } from './check-policy.ts';
import { titledTextOf } from './own-name.ts';

/** Everything that a text tells once it was read and checked. */
export interface Examined {
  readonly check: PolicyCheck;
  /** Of the policy; of anything else, of its JSON. */
  readonly digest: string;
  /** The policy as it could be published; null where it is none, and `problem` says why. */
  readonly policy: Policy | null;
  readonly problem: string | null;
  /** What two versions have in common that say the same, see `titledDigest`; null where it is no policy. */
  readonly titled: string | null;
}

/** What is asked about texts that a person wrote. Texts and not values: a hostile value is deeper than any stack. */
export type Question =
  | { readonly kind: 'examine'; readonly json: string; readonly language: Language }
  | { readonly kind: 'differences'; readonly before: string; readonly after: string };
export type AnswerTo<Q extends Question> = Q extends { readonly kind: 'examine' }
  ? Examined
  : PolicyDifferences | { readonly problem: string };

/** Raise it when what a check says changes, so that what is stored with a draft is found out anew. */
const REVISION = 1;
/** What a stored verdict depends on besides the text: one that was made by another is made again. */
export const EXAMINED_BY = createHash('sha256')
  .update([REVISION, DIALECT, ...presets.map(policyCanonical)].join('\n'))
  .digest('hex')
  .slice(0, 16);

/** Of what a policy says with its title, whatever its short name and its label are. */
export const titledDigest = (policy: Policy): string => createHash('sha256').update(titledTextOf(policy)).digest('hex');

/** The answer to a question: long work that nothing interrupts, to be done in a thread that can be ended. */
export function answer<Q extends Question>(question: Q): AnswerTo<Q>;
export function answer(question: Question): AnswerTo<Question> {
  return question.kind === 'examine'
    ? examine(question.json, question.language)
    : differences(JSON.parse(question.before), JSON.parse(question.after));
}

function examine(json: string, language: Language): Examined {
  const body: unknown = JSON.parse(json);
  const validation = validatePolicy(body);
  const usable = usablePolicy(body, validation);
  const policy = 'policy' in usable ? usable.policy : null;
  return {
    check: checkPolicy(body, language, validation),
    digest: digestOf(body, json),
    policy,
    problem: 'problem' in usable ? usable.problem : null,
    titled: policy && titledDigest(policy),
  };
}

/** Of two policies of the right shape, whatever is still wrong with what they mean. */
function differences(before: unknown, after: unknown): AnswerTo<Question> {
  const [one, other] = [readPolicy(before), readPolicy(after)];
  if (one && other) return policyDifferences(one, other);
  const [first] = checkPolicy(one ? after : before).problems;
  return { problem: [first?.path.join('.'), first?.message].filter(Boolean).join(' ') };
}
