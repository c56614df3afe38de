import {
  AuditEntryProblem,
  boundedBytes,
  checkedFields,
  checkedText,
  checkedUtcTime,
  checkedWhole,
} from './entry-checks.ts';

/** Who acted. Background work acts as `system`; a sign-in that names no known account is `anonymous`. */
export type AuditActor =
  | { readonly id: string; readonly roles: readonly string[]; readonly session?: string; readonly job?: undefined }
  | {
      readonly id: 'system' | 'anonymous';
      readonly roles?: undefined;
      readonly session?: string;
      readonly job?: string;
    };

export type AuditOutcome = 'success' | 'refused' | 'failed';

/** Small facts of an act: counts, codes, digests, opaque ids. Never personal data. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

/**
 * One act on one thing. Ids are opaque: no name, number, birth date or charge is ever written here, so that sealing a
 * record needs no change to the log.
 */
export type AuditEntry = {
  /** Gap-free per county, from 1. The entry is leaf number `seq - 1` of the county's tree. */
  readonly seq: number;
  /** UTC with microseconds: `2026-11-22T10:11:12.123456Z`. */
  readonly at: string;
  readonly actor: AuditActor;
  /** What was done, noun first: `dismissal.approve`. */
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome: AuditOutcome;
  readonly source?: { readonly address?: string; readonly requestId?: string };
  readonly policyVersion?: string;
  readonly historyDigest?: string;
  readonly stateBefore?: string;
  readonly stateAfter?: string;
  readonly bulkReviewId?: string;
  /** Number of the chunk within the bulk review, from 0. */
  readonly chunk?: number;
  readonly detail?: AuditDetail;
};

const OUTCOMES: readonly string[] = ['success', 'refused', 'failed'] satisfies AuditOutcome[];
const ACTION = /^[a-z][A-Za-z0-9_-]*(\.[a-z][A-Za-z0-9_-]*)*$/;
const DETAIL_KEY = /^[a-z][A-Za-z0-9_.-]{0,63}$/;

const ENTRY_FIELDS = new Set([
  ...['seq', 'at', 'actor', 'action', 'target', 'outcome', 'source', 'policyVersion', 'historyDigest'],
  ...['stateBefore', 'stateAfter', 'bulkReviewId', 'chunk', 'detail'],
]);
const ACTOR_FIELDS = new Set(['id', 'roles', 'session', 'job']);
const TARGET_FIELDS = new Set(['type', 'id']);
const SOURCE_FIELDS = new Set(['address', 'requestId']);
const INNER_FIELDS = { actor: ACTOR_FIELDS, target: TARGET_FIELDS, source: SOURCE_FIELDS } as const;

/** Every field that an entry may have, `actor.id` where it is one of an object; those of `detail` are the act's own. */
export const ENTRY_PATHS: readonly string[] = [...ENTRY_FIELDS].flatMap((field) =>
  field in INNER_FIELDS
    ? [...INNER_FIELDS[field as keyof typeof INNER_FIELDS]].map((inner) => `${field}.${inner}`)
    : [field],
);

/**
 * The entry as canonical JSON in UTF-8 (RFC 8785: keys sorted, no white space, whole numbers only): the bytes that are
 * stored, hashed and exported, and never made a second time. Optional fields that are `undefined` are left out.
 * At most 65,535 bytes, the longest entry that public log formats can carry.
 * @throws AuditEntryProblem naming the field (never its value) when the entry is incomplete, has a field that is not
 * part of an entry, or holds something without one canonical form: a fraction, a lone surrogate, a time without
 * microseconds.
 */
export function canonicalBytes(entry: AuditEntry): Buffer {
  checkedFields('entry', entry, ENTRY_FIELDS);
  // JSON.stringify keeps this order of writing, which is the sorted one; it escapes strings exactly as RFC 8785 asks.
  const sorted = {
    action: matching('action', entry.action, ACTION),
    actor: sortedActor(entry.actor),
    at: checkedUtcTime('at', entry.at),
    bulkReviewId: optionalText('bulkReviewId', entry.bulkReviewId),
    chunk: entry.chunk === undefined ? undefined : checkedWhole('chunk', entry.chunk, 0),
    detail: entry.detail === undefined ? undefined : sortedDetail(entry.detail),
    historyDigest: optionalText('historyDigest', entry.historyDigest),
    outcome: checkedOutcome(entry.outcome),
    policyVersion: optionalText('policyVersion', entry.policyVersion),
    seq: checkedWhole('seq', entry.seq, 1),
    source: entry.source === undefined ? undefined : sortedSource(entry.source),
    stateAfter: optionalText('stateAfter', entry.stateAfter),
    stateBefore: optionalText('stateBefore', entry.stateBefore),
    target: sortedTarget(entry.target),
  };
  return boundedBytes(JSON.stringify(sorted));
}

/** The detail with its keys in canonical order. Throws AuditEntryProblem like `canonicalBytes`. */
export function sortedDetail(detail: AuditDetail): AuditDetail {
  checkedFields('detail', detail);
  const sorted: Record<string, string | number | boolean> = {};
  for (const key of Object.keys(detail).sort()) {
    // Keys are words of the code, never data; beginning with a letter also keeps the engine from reordering them.
    // An entry has one `seq` and no other, so that whoever verifies a million of them need not parse each to find it.
    if (!DETAIL_KEY.test(key) || key === 'seq')
      throw new AuditEntryProblem('detail', 'has a key that is not a plain word');
    const field = `detail.${key}`;
    const value = detail[key];
    if (typeof value === 'string') sorted[key] = checkedText(field, value, 'may be empty');
    else if (typeof value === 'boolean') sorted[key] = value;
    else sorted[key] = checkedWhole(field, value);
  }
  return sorted;
}

function sortedActor(actor: AuditActor): object {
  checkedFields('actor', actor, ACTOR_FIELDS);
  const id = checkedText('actor.id', actor.id);
  const withoutRoles = id === 'system' || id === 'anonymous';
  if (actor.roles === undefined && !withoutRoles) throw new AuditEntryProblem('actor.roles', 'is missing');
  if (actor.roles !== undefined && !Array.isArray(actor.roles))
    throw new AuditEntryProblem('actor.roles', 'is not a list');
  return {
    id,
    job: optionalText('actor.job', actor.job),
    roles: actor.roles?.map((role) => checkedText('actor.roles', role)),
    session: optionalText('actor.session', actor.session),
  };
}

function sortedTarget(target: AuditEntry['target']): object {
  checkedFields('target', target, TARGET_FIELDS);
  return { id: checkedText('target.id', target.id), type: checkedText('target.type', target.type) };
}

function sortedSource(source: NonNullable<AuditEntry['source']>): object {
  checkedFields('source', source, SOURCE_FIELDS);
  return {
    address: optionalText('source.address', source.address),
    requestId: optionalText('source.requestId', source.requestId),
  };
}

function checkedOutcome(outcome: AuditOutcome): AuditOutcome {
  if (!OUTCOMES.includes(outcome)) throw new AuditEntryProblem('outcome', 'is none of success, refused, failed');
  return outcome;
}

function matching(field: string, value: string, pattern: RegExp): string {
  if (!pattern.test(checkedText(field, value))) throw new AuditEntryProblem(field, 'is not dotted lower-case words');
  return value;
}

function optionalText(field: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : checkedText(field, value);
}
