import type { Impact } from '@clearance/eligibility';
import { z } from 'zod';
import { outcomes, severities } from './convictions.ts';
import { calendarDate, instant, listQuery, uuid } from './list.ts';
import { givenTo } from './made-files.ts';
import { policyRef } from './policies.ts';
import { personal } from '../personal.ts';

export const runStates = ['running', 'done', 'failed', 'cancelled', 'overtaken'] as const;

/** The figures of one policy over the county, as the engine counts them. */
export const impactJson = z.looseObject({}) as unknown as z.ZodType<Impact>;

/** Where a conviction stands under a policy; `undecided` is the rule where facts are missing. */
export const standing = z.object({
  outcome: z.enum(outcomes),
  ruleId: z.string(),
  agency: z.string().optional(),
  order: z.string().optional(),
});
/** The rule because of which a conviction ends up elsewhere, and in which of the two policies it stands. */
export const movedBy = z.object({ policy: z.enum(['before', 'after']), ruleId: z.string() });

/** `POST /api/simulations`: tries a policy against the published one; as of today unless told. */
export const simulationBody = z.object({ candidate: policyRef, asOf: calendarDate.optional() });
export type SimulationBody = z.infer<typeof simulationBody>;
/** What it answers; an earlier simulation of the very same is answered again. */
export const simulationAnswer = z.object({ id: uuid, workId: uuid });
export type SimulationAnswer = z.infer<typeof simulationAnswer>;

export const simulationRow = z.object({
  id: uuid,
  workId: uuid,
  state: z.enum(runStates),
  /** In people. */
  progress: z.object({ done: z.int(), total: z.int() }),
  base: z.object({ policyId: uuid, version: z.int(), title: z.string() }),
  candidate: z.object({ label: z.string(), digest: z.string(), ref: policyRef }),
  asOf: calendarDate,
  /** Those that either policy speaks of; 0 until it is done. */
  people: z.int(),
  convictions: z.int(),
  result: z
    .object({
      before: impactJson,
      after: impactJson,
      /** Every pair of outcomes between which convictions move, the greatest first. */
      flows: z.array(z.object({ from: z.enum(outcomes), to: z.enum(outcomes), convictions: z.int(), people: z.int() })),
      movers: z.array(movedBy.extend({ title: z.string(), convictions: z.int() })),
      /** Convictions whose outcome, agency or order is another one. */
      moved: z.int(),
    })
    .nullable(),
  problem: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  createdBy: z.string(),
});
export type SimulationRow = z.infer<typeof simulationRow>;
/** `state`, and the digest of the candidate. */
export const simulationList = listQuery(z.object({ state: z.string().optional(), digest: z.string().optional() }), [
  'createdAt',
]);

/** One conviction that ends up elsewhere. */
export const moveRow = z.object({
  id: z.string(),
  /** Null where the newest file no longer has it. */
  convictionId: uuid.nullable(),
  personId: uuid,
  personName: personal('name', z.string()),
  caseNumber: personal('case', z.string()),
  offense: personal('history', z.string()),
  /** ISO date; null where the day is not known. */
  date: personal('history', z.string().nullable()),
  /** `HS 11357`; `unknown` where it cannot be read. */
  section: z.string(),
  severity: z.enum(severities),
  from: standing,
  to: standing,
  movedBy,
  /** The title of the rule that decides under each policy; empty where facts are missing. */
  ruleTitleBefore: z.string(),
  ruleTitleAfter: z.string(),
});
export type MoveRow = z.infer<typeof moveRow>;
export const moveFilter = z.strictObject({
  from: z.enum(outcomes).optional(),
  to: z.enum(outcomes).optional(),
  section: z.string().max(60).optional(),
  severity: z.enum(severities).optional(),
  /** The id of the rule that moved it. */
  rule: z.string().max(100).optional(),
});
export type MoveFilter = z.infer<typeof moveFilter>;
/** `GET /api/simulations/:id/moves`. */
export const moveList = listQuery(moveFilter, ['personName', 'caseNumber', 'date', 'section', 'severity']);

/** `POST /api/simulations/:id/moves.csv`: the same as a file that names people, so to whom and what for are asked. */
export const moveFileBody = z.strictObject({ ...givenTo.shape, filter: moveFilter.optional() });
export type MoveFileBody = z.infer<typeof moveFileBody>;
