import type { Named } from './named.ts';
import { at, list, type Probe } from './probe.ts';

/** Ways to ask for a conviction of another county by what a queue is narrowed with. */
const convictionFilters = (named: Named) => [
  { personId: named.person },
  { bulkReviewId: named.bulkReview },
  { q: named.caseNumber },
  { court: named.court },
  { recommenderId: [named.member] },
  { mine: true },
  { changed: true },
];

/** How people ask for convictions of another county, decide on them, and look at samples of them. */
export const convictionProbes: Readonly<Record<string, Probe>> = {
  'GET /api/convictions': {
    by: 'reviewer',
    calls: (named) => list('/api/convictions', ...convictionFilters(named)),
  },
  'GET /api/convictions/groups': {
    by: 'reviewer',
    calls: (named) => list('/api/convictions/groups', ...convictionFilters(named)),
  },
  'GET /api/convictions/set': {
    by: 'reviewer',
    calls: (named) => list('/api/convictions/set', ...convictionFilters(named)),
  },
  'GET /api/convictions/facets': {
    by: 'reviewer',
    calls: (named) => list('/api/convictions/facets', ...convictionFilters(named)),
  },
  'GET /api/convictions/:id': { by: 'reviewer', calls: (named) => [at('GET /api/convictions/:id', named.evaluated)] },
  'GET /api/convictions/:id/trace': {
    by: 'reviewer',
    calls: (named) => [at('GET /api/convictions/:id/trace', named.evaluated)],
  },
  'GET /api/convictions/:id/like': {
    by: 'approver',
    calls: ({ sampled }) => [at('GET /api/convictions/:id/like', sampled)],
  },
  'GET /api/convictions/:id/facts': {
    by: 'reviewer',
    calls: (named) => [at('GET /api/convictions/:id/facts', named.evaluated)],
  },
  'POST /api/convictions/:id/facts': {
    by: 'reviewer',
    calls: ({ evaluated }) =>
      [1, 2, 3].map((version) =>
        at('POST /api/convictions/:id/facts', evaluated, {
          ...{ version, source: 'docket', reference: 'Looking elsewhere' },
          fact: { kind: 'amount', grams: 20 },
        }),
      ),
  },
  'POST /api/convictions/:id/facts/:factId/withdraw': {
    by: 'reviewer',
    calls: ({ determination, evaluated }) => [
      at(`POST /api/convictions/:id/facts/${determination}/withdraw`, evaluated, { version: 2, reason: 'Elsewhere.' }),
    ],
  },
  'GET /api/facts-awaited': { by: 'reviewer', calls: () => [{ path: '/api/facts-awaited' }] },
  'POST /api/facts-awaited/requests': {
    by: 'reviewer',
    calls: ({ court }) => [
      at('POST /api/facts-awaited/requests', '', { court, recipient: 'Somebody', purpose: 'Looking elsewhere' }),
    ],
  },
  'GET /api/people/:id': { by: 'reviewer', calls: ({ person }) => [at('GET /api/people/:id', person)] },
  'GET /api/people/:id/overview': {
    by: 'reviewer',
    calls: ({ person }) => [at('GET /api/people/:id/overview', person)],
  },
  'POST /api/people/search': {
    by: 'reviewer',
    // Names are the same in both counties: what comes back is searched for things of the other one.
    moves: true,
    calls: ({ caseNumber }) =>
      [caseNumber, `GARCIA ${caseNumber}`].map((text) => at('POST /api/people/search', '', { text })),
  },
  'POST /api/convictions/:id/recommendations': {
    by: 'reviewer',
    calls: ({ evaluated }) =>
      [1, 2, 3].map((version) =>
        at('POST /api/convictions/:id/recommendations', evaluated, { version, decision: 'exclude', note: 'No.' }),
      ),
  },
  'POST /api/convictions/:id/approvals': {
    by: 'approver',
    calls: ({ recommended }) =>
      [2, 3, 4].map((version) =>
        at('POST /api/convictions/:id/approvals', recommended, { version, verdict: 'approve' }),
      ),
  },
  'GET /api/bulk-reviews': { by: 'reviewer', calls: () => list('/api/bulk-reviews', { verb: 'recommend' }) },
  'GET /api/bulk-reviews/:id': {
    by: 'reviewer',
    calls: ({ bulkReview }) => [at('GET /api/bulk-reviews/:id', bulkReview)],
  },
  'POST /api/bulk-reviews': {
    by: 'reviewer',
    calls: ({ person, digest, requestKey }) => [
      {
        ...at('POST /api/bulk-reviews', '', {
          ...{ verb: 'recommend', decision: 'dismiss', filter: { personId: person }, expectedCount: 1, digest },
        }),
        headers: { 'idempotency-key': requestKey },
      },
    ],
  },
  'POST /api/bulk-reviews/:id/undo': {
    by: 'approver',
    calls: ({ bulkReview }) => [at('POST /api/bulk-reviews/:id/undo', bulkReview, { note: 'Not ours.' })],
  },
  'POST /api/convictions/:id/undo': {
    by: 'approver',
    calls: ({ recommended, sampled }) =>
      [recommended, sampled].map((id) => at('POST /api/convictions/:id/undo', id, { version: 3, note: 'Not ours.' })),
  },
  'POST /api/samples': {
    by: 'approver',
    calls: ({ person, bulkReview, digest }) =>
      [{ personId: person }, { bulkReviewId: bulkReview }].map((filter) =>
        at('POST /api/samples', '', { filter, expectedCount: 1, digest }),
      ),
  },
  'GET /api/samples/:id': { by: 'approver', calls: ({ sample }) => [at('GET /api/samples/:id', sample)] },
  'POST /api/samples/:id/findings': {
    by: 'approver',
    calls: ({ sample, sampled }) => [
      at('POST /api/samples/:id/findings', sample, { convictionId: sampled, finding: 'good' }),
      at('POST /api/samples/:id/findings', sample, { convictionId: sampled, finding: 'defect', note: 'No.' }),
    ],
  },
};
