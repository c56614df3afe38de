import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';
import { plainName } from './plain-name.ts';
import { policyJson, policyRef, ruleSentence } from './policies.ts';

export const languages = ['en', 'es'] as const;

/** `POST /api/policies/check`: what is wrong with a policy, and how it reads. */
export const policyCheck = z.object({
  /** Whether it could be published: no problem is an error. */
  ok: z.boolean(),
  problems: z.array(
    z.object({
      /** Where in the body: `['rules', 2, 'when', 'all', 0, 'in']`; empty for the whole. */
      path: z.array(z.union([z.string(), z.int()])),
      message: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
  /** In the order in which it is tried, the engine's own rules first; empty when it cannot be read. */
  sentences: z.array(ruleSentence),
});
export type PolicyCheck = z.infer<typeof policyCheck>;
export type PolicyProblem = PolicyCheck['problems'][number];
/** `body` is whatever was written, also when it is no policy at all. */
export const policyCheckBody = z.object({ body: z.unknown(), language: z.enum(languages).optional() });

export const draftRow = z.object({
  id: uuid,
  /** Its title. */
  name: z.string(),
  /** As it was saved; a policy only where the check says so. */
  body: policyJson,
  basedOn: z.object({
    kind: z.enum(['preset', 'policy']),
    /** The title of what it began as. */
    name: z.string(),
    version: z.int().nullable(),
  }),
  check: policyCheck,
  version: z.int(),
  updatedBy: z.string(),
  updatedAt: instant,
  /** The newest simulation of exactly this body. */
  simulation: uuid.nullable(),
  /** The newest version that says the very same under the same title; null where there is none. */
  publishedAs: z.int().nullable(),
});
export type DraftRow = z.infer<typeof draftRow>;
export const draftList = listQuery(z.object({}), ['name', 'updatedAt']);
/** `POST /api/policy-drafts` */
export const newDraftBody = z.object({ from: policyRef, title: plainName(1, 600).optional() });
export type NewDraftBody = z.infer<typeof newDraftBody>;
/** `PUT /api/policy-drafts/:id`; refused as a conflict where `version` is not the present one. */
export const draftBody = z.object({ version: z.int(), body: policyJson });
export type DraftBody = z.infer<typeof draftBody>;
/** `DELETE /api/policy-drafts/:id?version=` */
export const draftDiscard = z.object({ version: z.coerce.number().int().optional() });

/** `GET /api/policies/differences?before=&after=` */
export const differencesQuery = z.object({ before: policyRef, after: policyRef });
export const policyDifferences = z.object({
  /** In the order of the policy after; what was removed stands where it was. */
  parts: z
    .array(
      z.object({
        part: z.enum(['about', 'scope', 'list', 'rule', 'otherwise']),
        id: z.string(),
        change: z.enum(['added', 'removed', 'changed', 'moved']),
        /** The whole as a sentence for people. */
        before: z.string().nullable(),
        after: z.string().nullable(),
        /** Of a rule: its place in the order in which rules are tried, from 1. */
        placeBefore: z.int().nullable(),
        placeAfter: z.int().nullable(),
        /** What of it changed, in words; empty text where there was or is nothing. */
        fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })).readonly(),
      }),
    )
    .readonly(),
});
export type PolicyDifferences = z.infer<typeof policyDifferences>;

const choice = z.object({ value: z.string(), label: z.string() });
/** One thing that a term asks for. A form draws it by its kind. */
export const vocabularyField = z.object({
  name: z.string(),
  /**
   * `list`: the name of one of the policy's lists; `severities`: any of the options; `compare` and `choice`: one of the
   * options; `years` and `number`: between `min` and `max`; `date`: YYYY-MM-DD; `names`: one or more texts.
   */
  kind: z.enum(['list', 'severities', 'compare', 'years', 'date', 'names', 'choice', 'number']),
  label: z.string(),
  optional: z.boolean(),
  options: z.array(choice).readonly().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** The field that stands instead of this one: exactly one of the two is given. */
  instead: z.string().optional(),
});
export type VocabularyField = z.infer<typeof vocabularyField>;

/** `GET /api/policies/vocabulary?language=`: what rules can be built from. Every term may also say `unknown`. */
export const policyVocabulary = z.object({
  terms: z
    .array(z.object({ term: z.string(), label: z.string(), fields: z.array(vocabularyField).readonly() }))
    .readonly(),
  outcomes: z.array(choice).readonly(),
  orders: z.array(choice).readonly(),
  unknown: z.array(choice).readonly(),
});
export type PolicyVocabulary = z.infer<typeof policyVocabulary>;
export const vocabularyQuery = z.object({ language: z.enum(languages).optional() });
