import { z } from 'zod';
import type { Permission } from '../permissions.ts';
import { outcomes, severities } from './convictions.ts';
import { instant, listQuery, uuid } from './list.ts';

export const workKinds = [
  'import',
  'evaluation',
  'simulation',
  'impact',
  'bulk_review',
  'release',
  'audit_export',
  'annotated_export',
  'court_list',
  'people_index',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** Who sees a job: whoever may see what it works on. Its title says what that is, so it is told to nobody else. */
export const workSeenBy = {
  import: 'read import',
  evaluation: 'read policy',
  simulation: 'read policy',
  impact: 'read stats',
  bulk_review: 'read conviction',
  release: 'read conviction',
  audit_export: 'create audit_export',
  annotated_export: 'export import',
  court_list: 'export import',
  people_index: 'read import',
} as const satisfies Record<WorkKind, Permission>;

/** A long job as its ledger row tells it. The same shape comes from `GET /api/work` and as `work` events of `/api/events`. */
export const work = z.object({
  id: uuid,
  kind: z.enum(workKinds),
  /** The import, evaluation, bulk review, export or simulation; its own page is found by kind and this id. */
  subjectId: uuid,
  /** A phase in the office's words: `Reading the file`, `Counting and evaluating`, … */
  title: z.string(),
  /** `overtaken`: something newer took its place before it was through; `problem` says what. */
  state: z.enum(['running', 'waiting', 'done', 'failed', 'cancelled', 'overtaken']),
  done: z.int(),
  total: z.int(),
  unit: z.enum(['bytes', 'people', 'convictions', 'entries']),
  startedBy: z.string(),
  problem: z.string().nullable(),
  /** Whether whoever asks may end it now; whether she may let it go on from where it stands. */
  mayCancel: z.boolean(),
  mayResume: z.boolean(),
  /** When the present phase began or went on, and how much was done by then: what was done since tells the pace. */
  beganAt: instant,
  beganDone: z.int(),
  createdAt: instant,
  updatedAt: instant,
  finishedAt: instant.nullable(),
});
export type Work = z.infer<typeof work>;
export const workList = listQuery(z.object({ state: z.string().optional(), kind: z.string().optional() }), [
  'createdAt',
  'updatedAt',
]);

const counted = z.object({ key: z.string(), count: z.int() });
/** `GET /api/stats`: the pictures of the home page. Each figure counts convictions unless its name says otherwise. */
export const stats = z.object({
  asOf: instant,
  /** The one in force; `behind` of the convictions in scope that nobody approved are not evaluated under it, or not in the words that hold. */
  policy: z.object({ name: z.string(), version: z.int(), behind: z.int() }).nullable(),
  people: z.int(),
  convictions: z.int(),
  /** Beside them: convictions that a later order took away already, or that are none after all. Impact counts them. */
  outOfScope: z.int(),
  /** In the order of the work; states with nothing are there with 0. Out-of-scope convictions are not counted. */
  funnel: z.array(counted),
  outcomes: z.array(z.object({ key: z.enum(outcomes), count: z.int() })),
  sections: z.array(z.object({ section: z.string(), severity: z.enum(severities), count: z.int() })),
  decades: z.array(z.object({ decade: z.int(), count: z.int() })),
  approvalsPerDay: z.array(z.object({ day: z.iso.date(), approved: z.int(), returned: z.int() })),
  /** Waiting for a reviewer, for an approver (mine are excluded), and since when the oldest waits. */
  toReview: z.int(),
  toApprove: z.int(),
  mineWaiting: z.int(),
  oldestWaiting: instant.nullable(),
  /** Things somebody should look at, in sentences, with the page to open. */
  problems: z.array(z.object({ says: z.string(), to: z.string() })),
  /** While this is set nothing is decided in this county: the audit log does not fit itself. */
  logAlarm: z.object({ since: instant, says: z.string() }).nullable(),
  /** When the audit log has to be looked at again; null for those who do not sign that. */
  logReview: z.object({ dueAt: instant, overdue: z.boolean() }).nullable(),
  /** Steps of the checklist that leads a new county. */
  checklist: z.array(z.object({ key: z.string(), says: z.string(), done: z.boolean(), to: z.string() })),
});
export type Stats = z.infer<typeof stats>;
