import { convictionProbes } from './conviction-probes.ts';
import { at, list, someone, type Probe } from './probe.ts';
import type { WorkedCounty } from './worked-county.ts';

const elsewhere = { purpose: 'Looking elsewhere', recipient: 'Somebody' };

/**
 * How people of county `here` ask on every route for what belongs to another county. What is asked with a name of
 * another county and with one that exists nowhere has to be answered alike.
 */
export const probesOf = (here: WorkedCounty): Readonly<Record<string, Probe>> => ({
  'GET /api/me': { by: 'admin', calls: () => [{ path: '/api/me' }] },
  'GET /api/members': {
    by: 'admin',
    moves: true,
    calls: ({ email }) => list('/api/members', { q: email }, { q: '@' }, { role: 'reviewer' }),
  },
  'GET /api/members/:id': { by: 'admin', calls: ({ member }) => [at('GET /api/members/:id', member)] },
  'PUT /api/members/:id': {
    by: 'admin',
    calls: ({ member }) => [
      at('PUT /api/members/:id', member, { version: 1, status: 'suspended' }),
      at('PUT /api/members/:id', member, { version: 1, roles: ['compliance'] }),
    ],
  },
  'POST /api/members/:id/end-sessions': {
    by: 'admin',
    calls: ({ member }) => [at('POST /api/members/:id/end-sessions', member, {})],
  },
  'GET /api/invitations': { by: 'admin', moves: true, calls: () => list('/api/invitations', { status: 'pending' }) },
  'POST /api/invitations': {
    by: 'admin',
    moves: true,
    calls: ({ email }) => [at('POST /api/invitations', '', { emails: [email], roles: ['compliance'] })],
  },
  'DELETE /api/invitations/:id': {
    by: 'admin',
    calls: ({ invitation }) => [at('DELETE /api/invitations/:id', invitation)],
  },
  'POST /api/invitations/open': {
    by: 'nobody',
    calls: ({ county, token }) => [
      at('POST /api/invitations/open', '', { token: `${here.id}.${token}` }),
      at('POST /api/invitations/open', '', { token: `${county}.${'A'.repeat(43)}` }),
    ],
  },
  'POST /api/invitations/accept': {
    by: 'nobody',
    calls: ({ county, token }) => [
      at('POST /api/invitations/accept', '', { ...someone, token: `${here.id}.${token}` }),
      at('POST /api/invitations/accept', '', { ...someone, token: `${county}.${'A'.repeat(43)}` }),
    ],
  },
  'GET /api/counties': { by: 'admin', calls: () => list('/api/counties') },
  'GET /api/counties/:id': { by: 'admin', calls: ({ county }) => [at('GET /api/counties/:id', county)] },
  'POST /api/counties': {
    by: 'admin',
    calls: ({ email }) => [at('POST /api/counties', '', { name: 'YOLO', adminEmail: email })],
  },
  'POST /api/counties/:id/administrators': {
    by: 'admin',
    calls: ({ county }) => [at('POST /api/counties/:id/administrators', county, { adminEmail: 'x@x.example' })],
  },
  'PUT /api/counties/:id': {
    by: 'admin',
    calls: ({ county }) => [at('PUT /api/counties/:id', county, { status: 'suspended' })],
  },
  'GET /api/work': { by: 'admin', calls: () => list('/api/work', { state: 'failed' }, { kind: 'import' }) },
  'GET /api/work/:id': { by: 'admin', calls: ({ work }) => [at('GET /api/work/:id', work)] },
  'POST /api/work/:id/resume': { by: 'admin', calls: ({ work }) => [at('POST /api/work/:id/resume', work, {})] },
  'POST /api/work/:id/cancel': { by: 'admin', calls: ({ work }) => [at('POST /api/work/:id/cancel', work, {})] },
  'GET /api/stats': { by: 'admin', moves: true, calls: () => [{ path: '/api/stats' }] },
  'GET /api/imports': { by: 'admin', calls: () => list('/api/imports', { state: 'waiting' }, { state: 'done' }) },
  'GET /api/imports/:id': { by: 'admin', calls: (named) => [at('GET /api/imports/:id', named.import)] },
  'POST /api/imports/:id/confirm': {
    by: 'admin',
    calls: ({ waiting }) => [at('POST /api/imports/:id/confirm', waiting, {})],
  },
  'POST /api/imports/:id/cancel': {
    by: 'admin',
    calls: ({ waiting }) => [at('POST /api/imports/:id/cancel', waiting, {})],
  },
  'GET /api/imports/:id/unexplained': {
    by: 'admin',
    calls: (named) => [at('GET /api/imports/:id/unexplained', named.import)],
  },
  'POST /api/imports/:id/unexplained/:line': {
    by: 'reviewer',
    calls: (named) => [at('POST /api/imports/:id/unexplained/2', named.import, { note: 'Another county’s' })],
  },
  'DELETE /api/imports/:id/unexplained/:line': {
    by: 'reviewer',
    calls: (named) => [at('DELETE /api/imports/:id/unexplained/2', named.import)],
  },
  'GET /api/imports/:id/problems': {
    by: 'admin',
    calls: (named) => [at('GET /api/imports/:id/problems', named.import)],
  },
  'POST /api/imports/:id/problems.csv': {
    by: 'admin',
    calls: (named) => [at('POST /api/imports/:id/problems.csv', named.import, elsewhere)],
  },
  'GET /api/imports/:id/annotated': {
    by: 'admin',
    calls: (named) => [at('GET /api/imports/:id/annotated', named.import)],
  },
  'POST /api/imports/:id/annotated': {
    by: 'admin',
    calls: (named) => [at('POST /api/imports/:id/annotated', named.import, elsewhere)],
  },
  'GET /api/imports/:id/annotated/:exportId/file': {
    by: 'admin',
    calls: ({ annotated, import: file }) =>
      [file, here.importId].map((id) => at(`GET /api/imports/:id/annotated/${annotated}/file`, id)),
  },
  'GET /api/court-lists': { by: 'admin', calls: () => [{ path: '/api/court-lists' }] },
  'GET /api/court-lists/matching': {
    by: 'admin',
    calls: ({ bulkReview }) => [{ path: `/api/court-lists/matching?bulkReviewId=${bulkReview}` }],
  },
  'POST /api/court-lists': {
    by: 'admin',
    calls: ({ bulkReview }) => [
      at('POST /api/court-lists', '', {
        ...{ bulkReviewId: bulkReview, purpose: 'Looking elsewhere', recipient: 'Somebody' },
      }),
    ],
  },
  'GET /api/court-lists/:id/file': {
    by: 'admin',
    calls: ({ courtList }) => [at('GET /api/court-lists/:id/file', courtList)],
  },
  'GET /api/terms': { by: 'admin', calls: () => [{ path: '/api/terms' }] },
  'GET /api/terms/versions': { by: 'admin', calls: () => list('/api/terms/versions') },
  'POST /api/terms/check': {
    by: 'admin',
    calls: ({ caseNumber }) => [
      at('POST /api/terms/check', '', { dispositions: [{ wording: caseNumber, kind: 'other' }], routing: null }),
    ],
  },
  'POST /api/terms': {
    by: 'admin',
    calls: ({ caseNumber }) => [
      at('POST /api/terms', '', {
        ...{ basedOn: 999, routing: null, dispositions: [{ wording: caseNumber, kind: 'other' }] },
      }),
    ],
  },
  'GET /api/policies': { by: 'admin', calls: () => list('/api/policies', { status: 'published' }) },
  'GET /api/policies/presets': { by: 'admin', calls: () => [{ path: '/api/policies/presets' }] },
  'GET /api/policies/:id': { by: 'admin', calls: ({ policy }) => [at('GET /api/policies/:id', policy)] },
  'POST /api/policies': {
    by: 'admin',
    calls: ({ draft, policy }) => [
      at('POST /api/policies', '', { preset: policy }),
      at('POST /api/policies', '', { draft, draftVersion: 1 }),
    ],
  },
  'GET /api/policies/vocabulary': { by: 'admin', calls: () => [{ path: '/api/policies/vocabulary' }] },
  'GET /api/policies/differences': {
    by: 'admin',
    calls: ({ draft, policy }) =>
      [`policy:${policy}`, `draft:${draft}`].flatMap((ref) => [
        { path: `/api/policies/differences?before=${ref}&after=preset:la-2020` },
        { path: `/api/policies/differences?before=preset:la-2020&after=${ref}` },
      ]),
  },
  'POST /api/policies/check': {
    by: 'admin',
    calls: () => [at('POST /api/policies/check', '', { body: { name: 'x' } })],
  },
  'GET /api/policy-drafts': { by: 'admin', moves: true, calls: () => list('/api/policy-drafts') },
  'GET /api/policy-drafts/:id': { by: 'admin', calls: ({ draft }) => [at('GET /api/policy-drafts/:id', draft)] },
  'POST /api/policy-drafts': {
    by: 'admin',
    calls: ({ draft, policy }) =>
      [`policy:${policy}`, `draft:${draft}`].map((from) => at('POST /api/policy-drafts', '', { from })),
  },
  'PUT /api/policy-drafts/:id': {
    by: 'admin',
    calls: ({ draft }) => [at('PUT /api/policy-drafts/:id', draft, { version: 1, body: {} })],
  },
  'DELETE /api/policy-drafts/:id': { by: 'admin', calls: ({ draft }) => [at('DELETE /api/policy-drafts/:id', draft)] },
  'GET /api/simulations': {
    by: 'admin',
    calls: ({ policyDigest }) => list('/api/simulations', { digest: policyDigest }, { state: 'done' }),
  },
  'GET /api/simulations/:id': { by: 'admin', calls: ({ simulation }) => [at('GET /api/simulations/:id', simulation)] },
  'POST /api/simulations': {
    by: 'admin',
    calls: ({ draft, policy }) =>
      [`policy:${policy}`, `draft:${draft}`].map((candidate) => at('POST /api/simulations', '', { candidate })),
  },
  'POST /api/simulations/:id/cancel': {
    by: 'admin',
    calls: ({ simulation }) => [at('POST /api/simulations/:id/cancel', simulation, {})],
  },
  'GET /api/simulations/:id/moves': {
    by: 'reviewer',
    calls: ({ simulation }) => [at('GET /api/simulations/:id/moves', simulation)],
  },
  'POST /api/simulations/:id/moves.csv': {
    by: 'admin',
    calls: ({ simulation }) => [at('POST /api/simulations/:id/moves.csv', simulation, elsewhere)],
  },
  'GET /api/impact': { by: 'reviewer', calls: () => [{ path: '/api/impact' }] },
  'POST /api/impact': { by: 'admin', moves: true, calls: () => [at('POST /api/impact', '', {})] },
  'GET /api/impact.csv': { by: 'reviewer', calls: () => [{ path: '/api/impact.csv' }] },
  'POST /api/convictions/:id/replay': {
    by: 'reviewer',
    calls: ({ determination, evaluated }) => [
      at('POST /api/convictions/:id/replay', evaluated, {}),
      at('POST /api/convictions/:id/replay', here.evaluated.id, { determinationId: determination }),
    ],
  },
  'GET /api/evaluations': { by: 'admin', calls: () => list('/api/evaluations') },
  ...convictionProbes,
  'GET /api/settings': { by: 'admin', calls: () => [{ path: '/api/settings' }] },
  'PUT /api/settings': { by: 'admin', calls: () => [at('PUT /api/settings', '', { undoHours: 12 })] },
  'GET /api/audit-events': {
    by: 'compliance',
    moves: true,
    calls: ({ member, evaluated, bulkReview }) =>
      list('/api/audit-events', { actorId: member }, { targetId: evaluated }, { bulkReviewId: bulkReview }),
  },
  'GET /api/audit-events/:id': {
    by: 'compliance',
    calls: ({ sequence }) => [at('GET /api/audit-events/:id', sequence)],
  },
  'GET /api/audit-log/head': { by: 'compliance', moves: true, calls: () => [{ path: '/api/audit-log/head' }] },
  'POST /api/audit-log/verifications': {
    by: 'compliance',
    moves: true,
    calls: () => [at('POST /api/audit-log/verifications', '', {})],
  },
  'GET /api/audit-log': { by: 'compliance', moves: true, calls: () => [{ path: '/api/audit-log' }] },
  'GET /api/audit-log/alarm': { by: 'compliance', calls: () => [{ path: '/api/audit-log/alarm' }] },
  'PUT /api/audit-log/alarm/finding': {
    by: 'compliance',
    calls: () => [at('PUT /api/audit-log/alarm/finding', '', { finding: 'Another county’s alarm.' })],
  },
  'POST /api/audit-log/alarm/end': {
    by: 'compliance',
    calls: () => [at('POST /api/audit-log/alarm/end', '', { foundAt: '2026-01-01T00:00:00.000Z' })],
  },
  'GET /api/audit-log/key': { by: 'compliance', calls: () => [{ path: '/api/audit-log/key' }] },
  'GET /api/audit-log/checkpoint': {
    by: 'compliance',
    moves: true,
    calls: () => [{ path: '/api/audit-log/checkpoint' }, { path: '/api/audit-log/checkpoint?size=999999998' }],
  },
  'GET /api/audit-log/checkpoints': { by: 'compliance', moves: true, calls: () => list('/api/audit-log/checkpoints') },
  'GET /api/audit-log/consistency': {
    by: 'compliance',
    calls: ({ sequence }) => [{ path: `/api/audit-log/consistency?from=1&to=${sequence + 1_000_000}` }],
  },
  'PUT /api/audit-log/delivery': {
    by: 'compliance',
    calls: ({ email }) => [at('PUT /api/audit-log/delivery', '', { email: null, webhook: email, folder: false })],
  },
  'GET /api/log-reviews': { by: 'compliance', calls: () => list('/api/log-reviews') },
  'GET /api/log-reviews/open': { by: 'compliance', moves: true, calls: () => [{ path: '/api/log-reviews/open' }] },
  'POST /api/log-reviews': {
    by: 'compliance',
    calls: ({ sequence }) => [
      at('POST /api/log-reviews', '', { lastSequence: sequence + 1_000_000, note: 'Looking elsewhere' }),
    ],
  },
  'GET /api/disseminations.csv': { by: 'compliance', calls: () => [{ path: '/api/disseminations.csv' }] },
  'GET /api/disseminations': { by: 'compliance', calls: () => list('/api/disseminations') },
  'GET /api/audit-exports': { by: 'compliance', calls: () => list('/api/audit-exports', { state: 'done' }) },
  'POST /api/audit-exports': {
    by: 'compliance',
    calls: ({ member, evaluated, bulkReview }) =>
      [{ actorId: member }, { targetId: evaluated }, { bulkReviewId: bulkReview }].map((filter) =>
        at('POST /api/audit-exports', '', { filter, purpose: 'Looking elsewhere' }),
      ),
  },
  'GET /api/audit-exports/:id': {
    by: 'compliance',
    calls: (named) => [at('GET /api/audit-exports/:id', named.export)],
  },
  'GET /api/audit-exports/:id/file': {
    by: 'compliance',
    calls: (named) =>
      ['csv', 'jsonl', 'bundle', 'manifest'].map((format) =>
        at(`GET /api/audit-exports/:id/file?format=${format}`, named.export),
      ),
  },
  'GET /healthz': { by: 'nobody', calls: () => [{ path: '/healthz' }] },
  'GET /readyz': { by: 'nobody', calls: () => [{ path: '/readyz' }] },
  'GET /metrics': { by: 'nobody', moves: true, calls: () => [{ path: '/metrics' }] },
  'GET /api/demo': { by: 'nobody', calls: () => [{ path: '/api/demo' }] },
});

/** Routes that the table above cannot ask, each with where it is tried. */
export const triedElsewhere: Readonly<Record<string, string>> = {
  'POST /api/auth/login': 'Opens an account, which is of no county: test/access/sign-in.',
  'POST /api/auth/logout': 'Names nothing: it ends the session of whoever asks.',
  'GET /api/events': 'A stream: listened to in its own test.',
  'POST /api/imports': "A file: another county's is sent in its own test.",
  'GET /api/outbox': 'Shows every mail, on demo installations only: its own test sees it closed on others.',
};
