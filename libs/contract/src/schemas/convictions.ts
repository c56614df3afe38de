import type { Determination } from '@clearance/eligibility';
import { z } from 'zod';
import { decisions, states } from '../lifecycle.ts';
import { policyRelations } from '../policy-relation.ts';
import { instant, listQuery, note, uuid } from './list.ts';
import { personal } from '../personal.ts';

export const outcomes = ['dismiss', 'reduce', 'not_eligible', 'needs_review', 'refer', 'out_of_scope'] as const;
export const severities = ['felony', 'misdemeanor', 'infraction', 'unknown'] as const;

const many = <T extends z.ZodType>(one: T) =>
  z.union([z.array(one), one.transform((value) => [value] as z.output<T>[])]);

/** What a list of convictions, a group or a bulk review can be narrowed by. Absent means all; arrays mean any of. */
export const convictionFilter = z.strictObject({
  state: many(z.enum(states)).optional(),
  outcome: many(z.enum(outcomes)).optional(),
  section: many(z.string().max(60)).optional(),
  severity: many(z.enum(severities)).optional(),
  ruleId: many(z.string().max(100)).optional(),
  /** The very reason, as a group has it: one rule can leave different facts unknown. */
  reason: many(z.string().max(500)).optional(),
  /** First year of the decade of the conviction, e.g. 1990; 0 where the date is unknown. */
  decade: many(z.int()).optional(),
  court: many(z.string().max(200)).optional(),
  flag: many(z.string().max(60)).optional(),
  /** Convictions without this flag. */
  notFlag: many(z.string().max(60)).optional(),
  /** The very set of flags, as a group has it. */
  flagsKey: z.string().max(500).optional(),
  decision: many(z.enum(decisions)).optional(),
  /** Members whose recommendation stands. */
  recommenderId: many(uuid).optional(),
  /** Only what I recommended, in whatever round (true), or only what I never did (false). */
  mine: z.boolean().optional(),
  changed: z.boolean().optional(),
  bulkReviewId: uuid.optional(),
  personId: uuid.optional(),
  /** Case number, from its beginning. */
  q: z.string().trim().max(60).optional(),
});
export type ConvictionFilter = z.infer<typeof convictionFilter>;

/** Who returned a conviction and why, as long as no newer recommendation has answered it. */
export const returned = z.object({ by: z.string(), note: z.string() });
export type Returned = z.infer<typeof returned>;
/** The same of several convictions, each person's reason once with how many it is about. */
export const returnedOfSet = returned.extend({ count: z.int() });
export type ReturnedOfSet = z.infer<typeof returnedOfSet>;

export const convictionRow = z.object({
  id: uuid,
  personId: uuid,
  name: personal('name', z.string()),
  caseNumber: personal('case', z.string()),
  /** `HS 11357`, or empty when it cannot be read. */
  section: z.string(),
  offense: personal('history', z.string()),
  severity: z.enum(severities),
  /** ISO date; `1979` or `1979-05` where the file holds only that; null when unknown. */
  date: personal('history', z.string().nullable()),
  court: z.string(),
  outcome: z.enum(outcomes).nullable(),
  ruleId: z.string().nullable(),
  reason: z.string().nullable(),
  flags: z.array(z.string()),
  flagsKey: z.string(),
  state: z.enum(states),
  version: z.int(),
  changed: z.boolean(),
  decision: z.enum(decisions).nullable(),
  recommendedBy: z.string().nullable(),
  recommendedByMe: z.boolean(),
  recommendedAt: instant.nullable(),
  /** A return that nobody answered yet: the next recommendation needs a note. */
  returned: returned.nullable(),
  /** When it came into its present state. */
  since: instant,
  /** Until then an approver can take the approval back; null where there is nothing to take back (any more). */
  releasesAt: instant.nullable(),
});
export type ConvictionRow = z.infer<typeof convictionRow>;
export const convictionSorts = [
  'date',
  'section',
  'severity',
  'court',
  'state',
  'since',
  'name',
  'caseNumber',
  'reason',
] as const;
export const convictionList = listQuery(convictionFilter, convictionSorts);

/** `GET /api/convictions/groups?filter=`: the set in homogeneous groups (same state, outcome, reason, flags, decision). */
export const convictionGroup = z.object({
  id: z.string(),
  count: z.int(),
  people: z.int(),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  ruleId: z.string().nullable(),
  reason: z.string().nullable(),
  flags: z.array(z.string()),
  decision: z.enum(decisions).nullable(),
  /** How many of them the person who asks recommended herself. */
  mine: z.int(),
  oldest: instant,
  /** Returns that nobody answered yet, at most `MOST_SAID`, the most frequent first. */
  returned: z.array(returnedOfSet),
  severities: z.record(z.string(), z.int()),
  sections: z.record(z.string(), z.int()),
  /** The filter that gives exactly this group, for lists and bulk reviews. */
  filter: convictionFilter,
});
export type ConvictionGroup = z.infer<typeof convictionGroup>;

/** What reviewers wrote with their recommendations of a set, once for all that are alike in it. */
export const saidOfSet = z.object({
  /** Null where nothing was written. */
  note: z.string().nullable(),
  decision: z.enum(decisions),
  outcome: z.enum(outcomes).nullable(),
  count: z.int(),
});
export type SaidOfSet = z.infer<typeof saidOfSet>;
/** So many different notes are told, the most frequent first. */
export const MOST_SAID = 50;

/** Why some of a set wait again that were approved before: the reason of the taking back, with how many. */
export const takenBackOfSet = z.object({ note: z.string(), count: z.int() });
export type TakenBackOfSet = z.infer<typeof takenBackOfSet>;

/** `GET /api/convictions/set?filter=`: what a bulk review must quote, with its composition and a few to look at. */
export const convictionSet = z.object({
  count: z.int(),
  people: z.int(),
  digest: z.string(),
  mine: z.int(),
  groups: z.int(),
  sections: z.record(z.string(), z.int()),
  severities: z.record(z.string(), z.int()),
  decades: z.record(z.string(), z.int()),
  flags: z.record(z.string(), z.int()),
  decisions: z.record(z.string(), z.int()),
  recommenders: z.record(z.string(), z.int()),
  /** What the policy determined. */
  outcomes: z.record(z.string(), z.int()),
  /** How many recommendations do not follow the policy: they are looked at in full, however few. */
  unfollowed: z.int(),
  /** Of what is recommended: how many follow the policy, go against it, or were left to a person by it. */
  relations: z.record(z.enum(policyRelations), z.int()),
  /** Of what is recommended, at most `MOST_SAID`, and how many different ones there are in all. */
  said: z.array(saidOfSet),
  saidInAll: z.int(),
  /** Of what waits for approval, at most `MOST_SAID`, the most frequent first. */
  takenBack: z.array(takenBackOfSet),
  /** Returns that nobody answered yet, at most `MOST_SAID`, the most frequent first. */
  returned: z.array(returnedOfSet),
  sample: z.array(convictionRow),
});
export type ConvictionSet = z.infer<typeof convictionSet>;

/** `GET /api/convictions/facets?filter=`: values to choose from, each with its count, for every filter of the queue. */
export const convictionFacets = z.record(
  z.string(),
  z.array(z.object({ value: z.union([z.string(), z.int()]), count: z.int() })),
);
export type ConvictionFacets = z.infer<typeof convictionFacets>;

/** One act on the conviction, newest last. */
export const convictionAct = z.object({
  at: instant,
  by: z.string(),
  verb: z.string(),
  decision: z.enum(decisions).nullable(),
  note: z.string().nullable(),
  bulkReviewId: uuid.nullable(),
});
export const convictionView = convictionRow.extend({
  policyVersion: z.int().nullable(),
  policyName: z.string().nullable(),
  asOf: z.string().nullable(),
  historyDigest: z.string(),
  vanished: z.boolean(),
  acts: z.array(convictionAct),
  /** The other convictions of this person in this county. */
  siblings: z.array(convictionRow),
});
export type ConvictionView = z.infer<typeof convictionView>;

export const recommendationBody = z.object({
  version: z.int(),
  decision: z.enum([...decisions, 'ask_for_facts', 'withdraw']),
  note: note.optional(),
});
export type RecommendationBody = z.infer<typeof recommendationBody>;
export const approvalBody = z.object({
  version: z.int(),
  verdict: z.enum(['approve', 'return']),
  note: note.optional(),
});
export type ApprovalBody = z.infer<typeof approvalBody>;

/** `GET /api/convictions/:id/trace`: the determination as it was stored, what raised its flags, and the earlier ones. */
export const traceView = z.looseObject({
  determination: personal('history', z.custom<Determination | null>()),
  flagRows: personal('history', z.custom<readonly object[]>()),
  historyDigest: z.string().nullable(),
  policyVersion: z.int().nullable(),
});
