import type { AuditEntry, AuditOutcome } from './entry.ts';
import { sortedDetail } from './entry.ts';
import { leafHash } from './merkle.ts';
import { OTHER, kindOf } from './ocsf-kinds.ts';

/** Version of the Open Cybersecurity Schema Framework that the events are written for. */
const OCSF_VERSION = '1.7.0';
const PRODUCT = 'Clearance';

const STATUS: Readonly<Record<AuditOutcome, readonly [number, string]>> = {
  success: [1, 'Success'],
  refused: [2, 'Failure'],
  failed: [2, 'Failure'],
};
/** Informational where it went well, low where it did not. */
const SEVERITY: Readonly<Record<AuditOutcome, readonly [number, string]>> = {
  success: [1, 'Informational'],
  refused: [2, 'Low'],
  failed: [2, 'Low'],
};
/** Account types of OCSF. Whoever tried to sign in without a known account is of none. */
const ACCOUNTS: Readonly<Record<string, readonly [number, string]>> = {
  system: [3, 'System'],
  anonymous: [0, 'Unknown'],
};
const PERSON = [1, 'User'] as const;
const IPV4 = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
const MAY_BE_IPV6 = /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/;

/**
 * An entry as an OCSF event: a view for programs that collect security events, made from the entry alone. `leaf` is the
 * hash of its leaf in hex and the event's own id, so that an event leads back to the leaf of the tree.
 */
export function ocsfEvent(entry: AuditEntry, leaf: string): object {
  const { kind, activity, caption, ...classified } = kindOf(entry);
  const { target, actor, source, outcome } = entry;
  const [type_id, type] = ACCOUNTS[actor.id] ?? PERSON;
  const [status_id, status] = STATUS[outcome];
  const [severity_id, severity] = SEVERITY[outcome];
  // OCSF has no names for the things of this product: `Other` with the product's own.
  const named = { uid: target.id, type: target.type };
  const other = { ...named, type_id: OTHER };
  return {
    ...classified,
    activity_id: activity,
    activity_name: caption,
    type_uid: classified.class_uid * 100 + activity,
    type_name: `${classified.class_name}: ${activity === OTHER ? 'Other' : caption}`,
    time: Date.parse(entry.at),
    ...{ severity_id, severity, status_id, status },
    status_detail: outcome,
    metadata: {
      version: OCSF_VERSION,
      product: { name: PRODUCT, vendor_name: PRODUCT },
      uid: leaf,
      sequence: entry.seq,
      original_time: entry.at,
      ...(source?.requestId === undefined ? {} : { correlation_uid: source.requestId }),
    },
    actor: {
      user: {
        ...{ uid: actor.id, type_id, type },
        ...(actor.roles ? { groups: actor.roles.map((name) => ({ name })) } : {}),
      },
      ...(actor.session === undefined ? {} : { session: { uid: actor.session } }),
    },
    src_endpoint: endpointOf(source?.address),
    ...(kind === 'authentication' ? { service: { name: PRODUCT }, user: other } : {}),
    ...(kind === 'access' ? { user: other, privileges: entry.stateAfter?.split(/[ +]/) ?? [] } : {}),
    ...(kind === 'entity' ? { entity: other } : {}),
    ...(kind === 'api' ? { api: { operation: entry.action, service: { name: PRODUCT } }, resources: [named] } : {}),
    unmapped: unmapped(entry),
  };
}

/** The event of an entry and its bytes as a line of JSON Lines. */
export function ocsfLine(entry: AuditEntry, bytes: Uint8Array): string {
  return ocsfText(entry, leafHash(bytes).toString('hex'));
}

/** `ocsfEvent` as a line of JSON Lines. */
export function ocsfText(entry: AuditEntry, leaf: string): string {
  return `${JSON.stringify(ocsfEvent(entry, leaf))}\n`;
}

/** Where it came from. Without an address it was the product's own work. */
function endpointOf(address: string | undefined): object {
  if (address === undefined) return { svc_name: PRODUCT };
  const isIp = IPV4.test(address) || (MAY_BE_IPV6.test(address) && URL.canParse(`http://[${address}]`));
  return isIp ? { ip: address } : { name: address };
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
