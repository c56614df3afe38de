/** Everybody who could call: people of a county by their only role, and those who may do nothing. */
export const callers = [
  'operator',
  'county_admin',
  'reviewer',
  'approver',
  'compliance',
  'nobody signed in',
  'a suspended member',
  'a member of a suspended county',
] as const;
export type Caller = (typeof callers)[number];

const everybody: readonly Caller[] = callers;
const signedIn: readonly Caller[] = ['operator', 'county_admin', 'reviewer', 'approver', 'compliance'];
const county: readonly Caller[] = ['county_admin', 'reviewer', 'approver', 'compliance'];
const operator: readonly Caller[] = ['operator'];
const admin: readonly Caller[] = ['county_admin'];
const reviewer: readonly Caller[] = ['reviewer'];
const approver: readonly Caller[] = ['approver'];
const compliance: readonly Caller[] = ['compliance'];

/**
 * Who may call what, as product.md tells it: the operator runs the installation and sees no record, the compliance
 * officer reads and changes nothing. Where one route serves several acts, each act has its line.
 */
export const whoMay: Readonly<Record<string, readonly Caller[]>> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  'GET /metrics': everybody,
  'GET /api/demo': everybody,
  'GET /api/outbox': everybody,
  'POST /api/auth/login': everybody,
  'POST /api/invitations/open': everybody,
  'POST /api/invitations/accept': everybody,
  'POST /api/auth/logout': signedIn,
  'GET /api/me': signedIn,

  'GET /api/counties': operator,
  'GET /api/counties/:id': operator,
  'POST /api/counties': operator,
  'POST /api/counties/:id/administrators': operator,
  'PUT /api/counties/:id': operator,

  'GET /api/members': [...admin, ...compliance],
  'GET /api/members/:id': [...admin, ...compliance],
  'PUT /api/members/:id': admin,
  'POST /api/members/:id/end-sessions': admin,
  'GET /api/invitations': [...admin, ...compliance],
  'POST /api/invitations': admin,
  'DELETE /api/invitations/:id': admin,

  'GET /api/audit-log/alarm': [...operator, ...admin, ...compliance],
  'PUT /api/audit-log/alarm/finding': [...operator, ...admin, ...compliance],
  'POST /api/audit-log/alarm/end': [...operator, ...admin, ...compliance],
  'GET /api/stats': county,
  'GET /api/imports': county,
  'POST /api/imports': admin,
  'GET /api/imports/:id': county,
  'POST /api/imports/:id/confirm': admin,
  'POST /api/imports/:id/cancel': admin,
  'GET /api/imports/:id/unexplained': county,
  'POST /api/imports/:id/unexplained/:line': reviewer,
  'DELETE /api/imports/:id/unexplained/:line': reviewer,
  'GET /api/imports/:id/problems': county,
  'POST /api/imports/:id/problems.csv': admin,

  'GET /api/imports/:id/annotated': admin,
  'POST /api/imports/:id/annotated': admin,
  'GET /api/imports/:id/annotated/:exportId/file': admin,

  'GET /api/court-lists': admin,
  'GET /api/court-lists/matching': admin,
  'POST /api/court-lists': admin,
  'GET /api/court-lists/:id/file': admin,

  'GET /api/terms': county,
  'GET /api/terms/versions': county,
  'POST /api/terms/check': admin,
  'POST /api/terms': admin,

  'GET /api/policies': county,
  'GET /api/policies/presets': county,
  'GET /api/policies/:id': county,
  'POST /api/policies': admin,
  'GET /api/policies/vocabulary': county,
  'GET /api/policies/differences': county,
  'POST /api/policies/check': county,
  'GET /api/policy-drafts': county,
  'GET /api/policy-drafts/:id': county,
  'POST /api/policy-drafts': admin,
  'PUT /api/policy-drafts/:id': admin,
  'DELETE /api/policy-drafts/:id': admin,
  'GET /api/simulations': county,
  'GET /api/simulations/:id': county,
  'POST /api/simulations': admin,
  'POST /api/simulations/:id/cancel': admin,
  'GET /api/simulations/:id/moves': county,
  'POST /api/simulations/:id/moves.csv': admin,
  'GET /api/impact': county,
  'POST /api/impact': county,
  'GET /api/impact.csv': county,
  'GET /api/evaluations': county,

  'GET /api/convictions': county,
  'GET /api/convictions/groups': county,
  'GET /api/convictions/set': county,
  'GET /api/convictions/facets': county,
  'GET /api/convictions/:id': county,
  'GET /api/convictions/:id/trace': county,
  'POST /api/convictions/:id/replay': county,
  'POST /api/people/search': county,
  'GET /api/people/:id': county,
  'GET /api/convictions/:id/facts': county,
  'POST /api/convictions/:id/facts': reviewer,
  'POST /api/convictions/:id/facts/:factId/withdraw': reviewer,
  'GET /api/facts-awaited': county,
  'POST /api/facts-awaited/requests': [...admin, ...reviewer],
  'GET /api/people/:id/overview': county,
  'POST /api/convictions/:id/recommendations': reviewer,
  'POST /api/convictions/:id/approvals': approver,
  'GET /api/bulk-reviews': county,
  'GET /api/bulk-reviews/:id': county,
  'POST /api/bulk-reviews (recommend)': reviewer,
  'POST /api/bulk-reviews (approve)': approver,
  'POST /api/bulk-reviews (return)': approver,
  'POST /api/bulk-reviews (withdraw)': reviewer,
  'GET /api/convictions/:id/like': approver,
  'POST /api/samples': approver,
  'GET /api/samples/:id': approver,
  'POST /api/samples/:id/findings': approver,
  'POST /api/convictions/:id/undo': approver,
  'POST /api/bulk-reviews/:id/undo': approver,

  'GET /api/audit-events': [...operator, ...compliance],
  'GET /api/audit-events/:id': [...operator, ...compliance],
  'GET /api/audit-log/head': [...operator, ...compliance],
  'POST /api/audit-log/verifications': [...operator, ...compliance],
  'GET /api/audit-log': [...operator, ...compliance],
  'GET /api/audit-log/key': [...operator, ...compliance],
  'GET /api/audit-log/checkpoint': [...operator, ...compliance],
  'GET /api/audit-log/checkpoints': [...operator, ...compliance],
  'GET /api/audit-log/consistency': [...operator, ...compliance],
  'PUT /api/audit-log/delivery': compliance,
  'GET /api/audit-exports': compliance,
  'POST /api/audit-exports': compliance,
  'GET /api/audit-exports/:id': compliance,
  'GET /api/audit-exports/:id/file': compliance,

  'GET /api/log-reviews': compliance,
  'GET /api/log-reviews/open': compliance,
  'POST /api/log-reviews': compliance,
  'GET /api/disseminations.csv': compliance,
  'GET /api/disseminations': [...operator, ...compliance],

  'GET /api/settings': county,
  'PUT /api/settings': admin,

  'GET /api/work': signedIn,
  'GET /api/work/:id': signedIn,
  'GET /api/events': signedIn,
  // Who may start a kind of work may let it go on after it failed or was ended, and end it.
  'POST /api/work/:id/resume (import)': admin,
  'POST /api/work/:id/resume (evaluation)': admin,
  'POST /api/work/:id/resume (recommend)': reviewer,
  'POST /api/work/:id/resume (approve)': approver,
  'POST /api/work/:id/resume (audit_export)': compliance,
  'POST /api/work/:id/resume (simulation)': admin,
  'POST /api/work/:id/resume (impact)': county,
  'POST /api/work/:id/resume (annotated_export)': admin,
  'POST /api/work/:id/resume (court_list)': admin,
  'POST /api/work/:id/cancel (import)': admin,
  'POST /api/work/:id/cancel (evaluation)': admin,
  'POST /api/work/:id/cancel (simulation)': admin,
  'POST /api/work/:id/cancel (impact)': county,
  'POST /api/work/:id/cancel (annotated_export)': admin,
  'POST /api/work/:id/cancel (court_list)': admin,
  'POST /api/work/:id/cancel (recommend)': [...reviewer, ...admin],
  'POST /api/work/:id/cancel (approve)': [...approver, ...admin],
  'POST /api/work/:id/cancel (audit_export)': compliance,
};

/** `GET /api/x` of `GET /api/x (an act)`. */
export const routeOf = (line: string): string => line.replace(/ \(.*\)$/, '');
/** `an act` of `GET /api/x (an act)`, or empty. */
export const actOf = (line: string): string => / \((.*)\)$/.exec(line)?.[1] ?? '';
