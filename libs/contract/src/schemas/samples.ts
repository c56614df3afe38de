import { z } from 'zod';
import { convictionFilter, convictionRow } from './convictions.ts';
import { instant, note, uuid } from './list.ts';

export const findings = ['good', 'defect'] as const;
export type Finding = (typeof findings)[number];

/**
 * `POST /api/samples`. `expectedCount` and `digest` are what the person saw (`/api/convictions/set`). The county's own
 * demand is the least: what is asked here can only make the sample larger. Asked again, the same sample comes.
 */
export const sampleBody = z.object({
  filter: convictionFilter,
  expectedCount: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  confidence: z.number().min(0.8).max(0.999).optional(),
  tolerated: z.number().min(0.001).max(0.2).optional(),
});
export type SampleBody = z.infer<typeof sampleBody>;

/** `POST /api/samples/:id/findings`. A defect needs a note: it goes back to the reviewers with it. */
export const findingBody = z
  .object({ convictionId: uuid, finding: z.enum(findings), note: note.optional() })
  .refine((body) => body.finding !== 'defect' || Boolean(body.note), { path: ['note'], message: 'needed' });
export type FindingBody = z.infer<typeof findingBody>;

/** `GET /api/convictions/:id/like`: how many would go back to the reviewers with this one, itself included. */
export const like = z.object({ count: z.int() });
export type Like = z.infer<typeof like>;

/** One conviction of a sample, as it is now. */
export const sampleItem = convictionRow.extend({
  /** Drawn at random, or recommended against the policy or where it could not decide: those are looked at in full. */
  why: z.enum(['drawn', 'override']),
  finding: z.enum(findings).nullable(),
  findingNote: z.string().nullable(),
});
export type SampleItem = z.infer<typeof sampleItem>;

/** What a sample was and what it showed, as an approval records it. */
export const sampleResult = z.object({
  id: uuid,
  /** Convictions in the set; of them looked at: `overrides` in full, and `drawn` of the others at random. */
  count: z.int(),
  overrides: z.int(),
  drawn: z.int(),
  defects: z.int(),
  confidence: z.number(),
  tolerated: z.number(),
  /** With that confidence at most so many of the set are defects, and that share of it. */
  bound: z.object({ count: z.int(), share: z.number() }),
});
export type SampleResult = z.infer<typeof sampleResult>;

/** `GET /api/samples/:id`. `bound` is what has been shown so far, so it falls with every finding. */
export const sample = sampleResult.extend({
  filter: convictionFilter,
  digest: z.string(),
  /** A `stopped` one has a defect: its set cannot be approved. */
  state: z.enum(['open', 'finished', 'stopped']),
  /** How many are still to be looked at. */
  left: z.int(),
  /** What was sent back because it is like a defect. */
  held: z.int(),
  createdAt: instant,
  items: z.array(sampleItem),
});
export type Sample = z.infer<typeof sample>;

/** What a finding answers: how far the sample is now, and of its convictions only that one. There may be thousands. */
export const findingTaken = sample.omit({ items: true }).extend({ item: sampleItem });
export type FindingTaken = z.infer<typeof findingTaken>;
