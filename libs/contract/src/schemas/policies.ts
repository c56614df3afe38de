import type { Policy } from '@clearance/eligibility';
import { z } from 'zod';
import { instant, listQuery, note, uuid } from './list.ts';

/** A rule as a sentence, as `GET /api/policies/:id` and `GET /api/policies/presets` show it. */
export const ruleSentence = z.object({
  ruleId: z.string(),
  sentence: z.string(),
  outcome: z.string(),
  cite: z.string(),
  /** What an attorney must still confirm about the rule. */
  confirm: z.string().optional(),
});
export type RuleSentence = z.infer<typeof ruleSentence>;

/** A whole policy as its JSON. What it may say is decided by the server. */
export const policyJson = z.looseObject({}) as unknown as z.ZodType<Policy>;

/** `policy:` and the id of a version, `draft:` and the id of a draft, or `preset:` and a name. */
export const policyRef = z
  .string()
  .regex(/^(?:(?:policy|draft):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|preset:[a-z0-9][a-z0-9.-]{0,63})$/);

export const policyRow = z.object({
  id: uuid,
  name: z.string(),
  title: z.string(),
  version: z.int(),
  digest: z.string(),
  status: z.enum(['published', 'retired']),
  legalBasis: z.string(),
  rules: z.array(ruleSentence),
  body: policyJson,
  /** What changed and why, as the person who published it said. */
  note: z.string().nullable(),
  /** The name of the preset that was published, or `draft`. */
  from: z.string(),
  publishedBy: z.string(),
  publishedAt: instant,
});
export type PolicyRow = z.infer<typeof policyRow>;
export const policyList = listQuery(z.object({ status: z.string().optional() }), ['version', 'publishedAt']);

export const presetRow = z.object({
  name: z.string(),
  title: z.string(),
  legalBasis: z.string(),
  rules: z.array(ruleSentence),
  body: policyJson,
  /** The same as that of a version that says the very same. */
  digest: z.string(),
});
export type PresetRow = z.infer<typeof presetRow>;

/** `POST /api/policies`: publishes a preset, or a draft as the person saw it, as the next version; re-evaluates everybody. */
export const policyBody = z.union([
  z.object({ preset: z.string().max(64), note: note.optional() }),
  z.object({ draft: uuid, draftVersion: z.int(), note: note.optional() }),
]);
export type PolicyBody = z.infer<typeof policyBody>;

export const evaluationRow = z.object({
  id: uuid,
  policyVersion: z.int(),
  policyName: z.string(),
  asOf: z.iso.date(),
  /** `overtaken`: a newer one took its place before it was through. */
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'overtaken']),
  people: z.int(),
  convictions: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRow>;
export const evaluationList = listQuery(z.object({}), ['createdAt']);
