import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';

/** A rule as a sentence, as `GET /api/policies/:id` and `GET /api/policies/presets` show it. */
export const ruleSentence = z.object({
  ruleId: z.string(),
  sentence: z.string(),
  outcome: z.string(),
  cite: z.string(),
});
export type RuleSentence = z.infer<typeof ruleSentence>;

export const policyRow = z.object({
  id: uuid,
  name: z.string(),
  title: z.string(),
  version: z.int(),
  digest: z.string(),
  status: z.enum(['published', 'retired']),
  legalBasis: z.string(),
  rules: z.array(ruleSentence),
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
});
export type PresetRow = z.infer<typeof presetRow>;
/** `POST /api/policies`: publishes a preset as the county's next version and re-evaluates everybody. */
export const policyBody = z.object({ preset: z.string() });

export const evaluationRow = z.object({
  id: uuid,
  policyVersion: z.int(),
  policyName: z.string(),
  asOf: z.iso.date(),
  state: z.enum(['running', 'done', 'failed']),
  people: z.int(),
  convictions: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRow>;
export const evaluationList = listQuery(z.object({}), ['createdAt']);
