import type { AuditEntry, AuditOutcome } from './entry.ts';
import { sortedDetail } from './entry.ts';
import { leafHash } from './merkle.ts';

/**
 * The OCSF events of bundles of the first format, kept as they were: such bundles are still handed on, and what is in them
 * is compared with what made it. Never change it.
 */
const OCSF_VERSION = '1.3.0';

const CREATE = 1;
const READ = 2;
const UPDATE = 3;
const DELETE = 4;
const OTHER = 99;
const CLASSES = {
  authentication: { class_uid: 3002, class_name: 'Authentication', category_uid: 3 },
  entity: { class_uid: 3004, class_name: 'Entity Management', category_uid: 3 },
  access: { class_uid: 3005, class_name: 'User Access Management', category_uid: 3 },
  api: { class_uid: 6003, class_name: 'API Activity', category_uid: 6 },
} as const;

/** Nouns of actions about who may come in, and about who and what there is. All others are work on the API. */
const ENTITIES: ReadonlySet<string> = new Set(['county', 'installation', 'invitation', 'policy', 'audit_delivery']);
const ACCESS: ReadonlySet<string> = new Set(['member']);
const SESSION: Readonly<Record<string, number>> = { start: 1, end: 2 };
const VERBS: Readonly<Record<string, number>> = {
  ...{ create: CREATE, record: CREATE, import: CREATE, accept: CREATE, publish: CREATE, recommend: CREATE },
  ...{ approve: CREATE, return: CREATE, finish: UPDATE, change: UPDATE, confirm: UPDATE, resume: UPDATE },
  ...{ reactivate: UPDATE, suspend: UPDATE, supersede: UPDATE, history_change: UPDATE, sign: CREATE },
  ...{ view: READ, verify: READ, download: READ, download_rejected: READ, read: READ },
  ...{ withdraw: DELETE, cancel: DELETE, end_sessions: DELETE, delete: DELETE },
};
/** Assigning and revoking privileges have numbers of their own. */
const ACCESS_VERBS: Readonly<Record<string, number>> = { create: 1, change: 1, end_sessions: 2 };

const STATUS: Readonly<Record<AuditOutcome, number>> = { success: 1, refused: 2, failed: 2 };
/** Informational where it went well, low where it did not. */
const SEVERITY: Readonly<Record<AuditOutcome, number>> = { success: 1, refused: 2, failed: 2 };

function ocsfEvent(entry: AuditEntry, leaf: string): object {
  const [noun = '', verb = ''] = splitAction(entry.action);
  const kind =
    SESSION[verb] && noun === 'session'
      ? 'authentication'
      : ACCESS.has(noun)
        ? 'access'
        : ENTITIES.has(noun)
          ? 'entity'
          : 'api';
  const activity = (kind === 'authentication' ? SESSION : kind === 'access' ? ACCESS_VERBS : VERBS)[verb] ?? OTHER;
  const { target, actor, source } = entry;
  const user = { uid: actor.id, ...(actor.roles ? { groups: actor.roles.map((name) => ({ name })) } : {}) };
  const named = { uid: target.id, type: target.type };
  return {
    ...CLASSES[kind],
    activity_id: activity,
    type_uid: CLASSES[kind].class_uid * 100 + activity,
    time: Date.parse(entry.at),
    severity_id: SEVERITY[entry.outcome],
    status_id: STATUS[entry.outcome],
    status_detail: entry.outcome,
    metadata: {
      version: OCSF_VERSION,
      product: { name: 'Clearance', vendor_name: 'Clearance' },
      uid: leaf,
      sequence: entry.seq,
      original_time: entry.at,
      ...(source?.requestId === undefined ? {} : { correlation_uid: source.requestId }),
    },
    actor: { user, ...(actor.session === undefined ? {} : { session: { uid: actor.session } }) },
    ...(source?.address === undefined ? {} : { src_endpoint: { ip: source.address } }),
    ...(kind === 'authentication' || kind === 'access' ? { user: { uid: target.id, type: target.type } } : {}),
    ...(kind === 'access' ? { privileges: entry.stateAfter?.split(' ') ?? [] } : {}),
    ...(kind === 'entity' ? { entity: named } : {}),
    ...(kind === 'api' ? { api: { operation: entry.action }, resources: [named] } : {}),
    unmapped: unmapped(entry),
  };
}

/** The event of an entry and its bytes as a line of JSON Lines. */
export function ocsfLine1(entry: AuditEntry, bytes: Uint8Array): string {
  return `${JSON.stringify(ocsfEvent(entry, leafHash(bytes).toString('hex')))}\n`;
}

/** What OCSF has no place for, under the names that the entry gives it. */
function unmapped(entry: AuditEntry): object {
  const { action, policyVersion, historyDigest, stateBefore, stateAfter, bulkReviewId, chunk, detail } = entry;
  const { job } = entry.actor;
  return {
    ...{ action, policyVersion, historyDigest, stateBefore, stateAfter, bulkReviewId, chunk, job },
    ...(detail === undefined ? {} : { detail: sortedDetail(detail) }),
  };
}

function splitAction(action: string): readonly [string, string] {
  const dot = action.lastIndexOf('.');
  return dot < 0 ? [action, ''] : [action.slice(0, dot), action.slice(dot + 1)];
}
