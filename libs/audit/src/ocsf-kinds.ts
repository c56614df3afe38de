import type { AuditEntry } from './entry.ts';

export const OTHER = 99;

type Kind = 'authentication' | 'access' | 'entity' | 'api';

const IAM = { category_uid: 3, category_name: 'Identity & Access Management' } as const;
const CLASSES = {
  authentication: { class_uid: 3002, class_name: 'Authentication', ...IAM },
  entity: { class_uid: 3004, class_name: 'Entity Management', ...IAM },
  access: { class_uid: 3005, class_name: 'User Access Management', ...IAM },
  api: { class_uid: 6003, class_name: 'API Activity', category_uid: 6, category_name: 'Application Activity' },
} as const;

/** Nouns of actions about who and what there is. All others are work on the API. */
const ENTITIES: ReadonlySet<string> = new Set([
  'account',
  'county',
  'installation',
  'invitation',
  'policy',
  'audit_delivery',
  'member',
]);
const LOGON = [1, 'Logon'] as const;
const LOGOFF = [2, 'Logoff'] as const;
const ASSIGN = [1, 'Assign Privileges'] as const;
const CREATE = [1, 'Create'] as const;
const READ = [2, 'Read'] as const;
const UPDATE = [3, 'Update'] as const;
const DELETE = [4, 'Delete'] as const;

type Activity = readonly [number, string];
const SESSIONS: Readonly<Record<string, Activity>> = {
  'session.start': LOGON,
  'session.end': LOGOFF,
  'member.end_sessions': LOGOFF,
};
/** What each verb does to its thing. A thing is new where the act makes one, as an approval does. */
const VERBS: Readonly<Record<string, Activity>> = {
  ...{
    create: CREATE,
    record: CREATE,
    import: CREATE,
    accept: CREATE,
    publish: CREATE,
    recommend: CREATE,
    enter: CREATE,
  },
  ...{ approve: CREATE, return: CREATE, sign: CREATE, draw: CREATE, finding: CREATE, start: CREATE, repeat: CREATE },
  ...{ ask_for_facts: CREATE, invite: CREATE, draft: CREATE, request: CREATE, review: CREATE },
  ...{ finish: UPDATE, change: UPDATE, confirm: UPDATE, resume: UPDATE, reactivate: UPDATE, suspend: UPDATE },
  ...{ supersede: UPDATE, history_change: UPDATE, change_setting: UPDATE, release: UPDATE, undo: UPDATE },
  ...{ apply: UPDATE, promote: UPDATE, overtake: UPDATE, recover: UPDATE, find: UPDATE, explain: UPDATE, end: UPDATE },
  ...{ hand_over: UPDATE, lock: UPDATE },
  ...{ view: READ, verify: READ, download: READ, download_rejected: READ, read: READ, export: READ, search: READ },
  ...{ count: READ, replay: READ, list: READ, list_awaited: READ, view_moves: READ, view_rejected: READ },
  ...{ unusual_volume: READ },
  ...{ withdraw: DELETE, cancel: DELETE, delete: DELETE, take_back: DELETE },
};

/** The OCSF class of an act, and which of its activities it is; another one under the product's own word where there is none. */
export function kindOf({ action, stateAfter }: Pick<AuditEntry, 'action' | 'stateAfter'>) {
  const dot = action.lastIndexOf('.');
  const [noun, verb] = dot < 0 ? [action, ''] : [action.slice(0, dot), action.slice(dot + 1)];
  const signing = SESSIONS[action];
  // User access is about privileges: an act that says none is one on the member.
  const assigns = noun === 'member' && stateAfter !== undefined;
  const kind: Kind = signing ? 'authentication' : assigns ? 'access' : ENTITIES.has(noun) ? 'entity' : 'api';
  const [activity, caption] = signing ?? (assigns ? ASSIGN : VERBS[verb]) ?? [OTHER, action];
  return { kind, activity, caption, ...CLASSES[kind] };
}

/** Whether an act only reads: nothing stands otherwise after it. An act whose verb is not known does more than that. */
export const isReading = (action: string): boolean => kindOf({ action }).activity === READ[0] && !(action in SESSIONS);
