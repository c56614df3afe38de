import { randomUUID } from 'node:crypto';

const uuid = randomUUID();
/** What stands where an id belongs. */
export const noIds = [
  ...['x', '0', '-1', '1.5', '1e400', 'NaN', 'null', 'undefined', 'true', '[object Object]', "' OR 1=1 --"],
  ...['%00', '%ff'],
  ...['%c0%ae', '..%2f..%2fetc%2fpasswd', '%2e%2e', uuid.slice(1), `${uuid}0`, `{${uuid}}`, uuid.replaceAll('-', '')],
  ...[`${uuid}%00`, `${uuid}%20`, `%0a${uuid}`, '9'.repeat(40), '9007199254740993', 'é', '😀', 'a'.repeat(4_000)],
];

/** Texts that a database, a regular expression or a log could stumble over. */
const texts = [
  ...['a\u0000b', '\ud800', '\uffff', "'; DROP TABLE county; --", '%', '\\'],
  ...['😀'.repeat(20), 'x'.repeat(100_000)],
];
const numbers = [-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 31) - 1, 1e308];
/** Values of every type, for where a text or a number belongs. */
export const strange: unknown[] = [...texts, ...numbers, null, true, [], {}, [[]], [null], '', ['\u0000'], [2 ** 40]];

/** Every list with what it can be narrowed by. */
export const lists: Readonly<Record<string, readonly string[]>> = {
  '/api/convictions': ['state', 'outcome', 'section', 'severity', 'ruleId', 'reason', 'decade', 'court', 'flag', 'notFlag', 'flagsKey', 'decision', 'mine', 'changed', 'bulkReviewId', 'personId', 'q'], // prettier-ignore
  '/api/convictions/groups': ['section', 'decade', 'q'],
  '/api/convictions/set': ['section', 'decade', 'q'],
  '/api/convictions/facets': ['section', 'decade', 'q'],
  '/api/audit-events': ['from', 'to', 'actorId', 'action', 'targetType', 'targetId', 'outcome', 'bulkReviewId'],
  '/api/audit-exports': ['state'],
  '/api/log-reviews': ['x'],
  '/api/disseminations': ['x'],
  '/api/audit-log/checkpoints': ['size'],
  '/api/bulk-reviews': ['verb', 'state'],
  '/api/imports': ['state'],
  '/api/members': ['q', 'role', 'status'],
  '/api/invitations': ['status'],
  '/api/counties': ['q', 'status'],
  '/api/policies': ['status'],
  '/api/policy-drafts': ['x'],
  '/api/simulations': ['state', 'digest'],
  '/api/evaluations': ['x'],
  '/api/terms/versions': ['x'],
  '/api/work': ['state', 'kind'],
};
