import { capital, plainWords, withArticle } from './past-tense.ts';

/** What an act was done to: one of it inside a sentence, many of it, and the page that shows it. */
interface TargetWord {
  readonly one: string;
  readonly many: string;
  readonly page?: (id: string) => string;
}

const targets: Readonly<Record<string, TargetWord>> = {
  conviction: { one: 'a conviction', many: 'convictions', page: (id) => `/convictions/${id}/show` },
  person: { one: 'a person’s record', many: 'people’s records', page: (id) => `/people/${id}` },
  search: { one: 'people', many: 'people' },
  record: { one: 'a person’s record', many: 'people’s records' },
  determination: { one: 'a determination', many: 'determinations' },
  recommendation: { one: 'a recommendation', many: 'recommendations' },
  approval: { one: 'an approval', many: 'approvals' },
  bulk_review: { one: 'a bulk review', many: 'bulk reviews', page: (id) => `/bulk-reviews/${id}/show` },
  import: { one: 'an import', many: 'imports', page: (id) => `/imports/${id}/show` },
  policy: { one: 'the policy', many: 'policies', page: (id) => `/policies/${id}/show` },
  terms: { one: 'words and agencies', many: 'words and agencies', page: () => '/terms' },
  policy_draft: { one: 'a draft of a policy', many: 'drafts of policies', page: (id) => `/policy-drafts/${id}/show` },
  simulation: { one: 'a simulation', many: 'simulations', page: (id) => `/simulations/${id}/show` },
  sample: { one: 'a sample', many: 'samples' },
  impact: { one: 'the impact', many: 'the impact', page: () => '/impact' },
  evaluation: { one: 'an evaluation', many: 'evaluations', page: () => '/policies' },
  member: { one: 'an account', many: 'accounts' },
  account: { one: 'an account', many: 'accounts' },
  invitation: { one: 'an invitation', many: 'invitations' },
  session: { one: 'a session', many: 'sessions' },
  county: { one: 'a county', many: 'counties' },
  audit_log: { one: 'the audit log', many: 'the audit log' },
  audit_event: { one: 'the audit log', many: 'the audit log' },
  audit_export: { one: 'an export of the log', many: 'exports of the log', page: (id) => `/audit-exports/${id}/show` },
  log_review: { one: 'a review of the log', many: 'reviews of the log', page: () => '/log-reviews' },
  annotated_export: { one: 'an annotated file', many: 'annotated files' },
  court_list: { one: 'a list for the court', many: 'lists for the court', page: () => '/court-lists' },
  dissemination: { one: 'what was given out', many: 'what was given out', page: () => '/disseminations' },
  work: { one: 'a job', many: 'jobs' },
  stats: { one: 'the figures', many: 'the figures' },
  route: { one: 'a permission', many: 'permissions' },
};

/** Kinds of targets that a filter offers, in the order of the work. */
export const targetTypes = [
  'import',
  'terms',
  'policy',
  'policy_draft',
  'simulation',
  'evaluation',
  'conviction',
  'person',
  'bulk_review',
  'member',
  'invitation',
  'work',
  'audit_log',
  'audit_export',
  'log_review',
  'annotated_export',
  'court_list',
  'county',
  'route',
] as const;

/** `conviction` → `a conviction`, and for kinds that have no words of their own `a court order`. */
export const oneOf = (type: string): string => targets[type]?.one ?? withArticle(plainWords(type));

/** `conviction` → `convictions`. */
export const manyOf = (type: string): string => targets[type]?.many ?? `${plainWords(type)}s`;

/** As the name of a column or choice: `Conviction`. */
export const targetName = (type: string): string => capital(oneOf(type).replace(/^(?:an?|the) /, ''));

/** The page that shows the target, where there is one. */
export const targetPage = (type: string, id: string): string | undefined => targets[type]?.page?.(id);
