import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';
import { plainName } from './plain-name.ts';

export const auditFilter = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  actorId: z.string().optional(),
  action: z.string().max(80).optional(),
  targetType: z.string().max(40).optional(),
  targetId: z.string().max(60).optional(),
  outcome: z.enum(['success', 'refused', 'failed']).optional(),
  bulkReviewId: uuid.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditEventRow = z.object({
  /** The sequence number in the county's log. */
  id: z.int(),
  at: z.string(),
  actorId: z.string(),
  /** The name, for those who may see it; the log itself holds none. */
  actor: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  targetType: z.string(),
  targetId: z.string(),
  outcome: z.enum(['success', 'refused', 'failed']),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  stateBefore: z.string().nullable(),
  stateAfter: z.string().nullable(),
  policyVersion: z.string().nullable(),
  historyDigest: z.string().nullable(),
  bulkReviewId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEventRow = z.infer<typeof auditEventRow>;
/** One entry in full: `bytes` is what was hashed, exactly. */
export const auditEventView = auditEventRow.extend({ bytes: z.string(), leafHash: z.string() });
export type AuditEventView = z.infer<typeof auditEventView>;
export const auditEventList = listQuery(auditFilter, ['id']);

/** `GET /api/audit-log/head`: size and root of the county's log. `POST /api/audit-log/verifications` checks every entry. */
export const auditHead = z.object({ size: z.int(), root: z.string() });
export type AuditHead = z.infer<typeof auditHead>;
export const auditVerification = z.object({
  ok: z.boolean(),
  size: z.int(),
  root: z.string(),
  seq: z.int().nullable(),
  why: z.string().nullable(),
});
export type AuditVerification = z.infer<typeof auditVerification>;

/** `GET /api/audit-log/checkpoints`, newest first. `note` is the signed checkpoint, as others can verify it. */
export const auditCheckpoint = z.object({
  /** The size of the log that was signed; there is one checkpoint for a size. */
  id: z.int(),
  size: z.int(),
  root: z.string(),
  signedAt: instant,
  note: z.string(),
});
export type AuditCheckpoint = z.infer<typeof auditCheckpoint>;
export const auditCheckpointList = listQuery(z.strictObject({}), ['id']);
/** `GET /api/audit-log/checkpoint`: a signed checkpoint as text; the newest, or the one of that size. */
export const auditCheckpointQuery = z.object({ size: z.coerce.number().int().min(0).optional() });
/** `GET /api/audit-log/consistency`: that the log of `from` entries is the beginning of the one of `to` (RFC 9162). */
export const auditConsistencyQuery = z.object({
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
});
export const auditConsistency = z.object({
  from: z.int(),
  to: z.int(),
  /** Hashes in base64, in the order of the RFC. */
  proof: z.array(z.string()),
});
export type AuditConsistency = z.infer<typeof auditConsistency>;

/** `GET /api/audit-log/alarm`: the alarm of the log that nobody has ended. */
export const logAlarm = z.object({
  since: instant,
  seq: z.int(),
  why: z.string(),
  says: z.string(),
  /** What stands where no act has brought it; null where the log itself does not fit. */
  about: z.object({ type: z.string(), id: z.string() }).nullable(),
  /** What somebody found and did about it; a second person ends the alarm on it. */
  found: z.object({ finding: z.string(), by: z.string(), byId: z.string(), at: instant }).nullable(),
});
export type LogAlarm = z.infer<typeof logAlarm>;
/** `PUT /api/audit-log/alarm/finding`. */
export const alarmFindingBody = z.strictObject({ finding: z.string().trim().min(10).max(2000) });
/** `POST /api/audit-log/alarm/end`, by somebody else: `foundAt` names what was read. */
export const alarmEndBody = z.strictObject({ foundAt: instant });

/** `PUT /api/audit-log/delivery`: where checkpoints are sent, beside being kept here. */
export const deliverySettings = z.strictObject({
  email: z.email().max(254).nullable(),
  webhook: z
    .url({ protocol: /^https?$/ })
    .max(500)
    // A name and password in an address would be stored and shown.
    .refine((address) => !/^https?:\/\/[^/]*@/.test(address))
    .nullable(),
  /** Into the folder that the operator has set up for this. */
  folder: z.boolean(),
});
export type DeliverySettings = z.infer<typeof deliverySettings>;
export const deliveryWays = ['mail', 'webhook', 'folder'] as const;
export const checkpointDelivery = z.object({
  size: z.int(),
  way: z.enum(deliveryWays),
  target: z.string(),
  /** `superseded`: a newer one arrived, which covers it. */
  state: z.enum(['waiting', 'delivered', 'superseded']),
  attempts: z.int(),
  problem: z.string().nullable(),
  madeAt: instant,
  deliveredAt: instant.nullable(),
});
export type CheckpointDelivery = z.infer<typeof checkpointDelivery>;

const keptVerification = z.object({
  kind: z.enum(['whole', 'new']),
  ok: z.boolean(),
  size: z.int(),
  seq: z.int().nullable(),
  why: z.string().nullable(),
  at: instant,
  tookMs: z.int(),
});
/** `GET /api/audit-log`: how the log stands. */
export const auditLogState = z.object({
  /** The name of the log, which is also the name of its key. */
  origin: z.string(),
  size: z.int(),
  root: z.string(),
  /** The text form of the public key (`name+hash+base64`), and since when it signs; the newest first. */
  keys: z.array(z.object({ text: z.string(), since: instant })),
  checkpoint: auditCheckpoint.nullable(),
  /** Entries that no checkpoint covers yet. */
  unsigned: z.int(),
  /** How many entries a check of the whole log has read, while one runs. */
  checking: z.object({ done: z.int(), total: z.int() }).nullable(),
  lastVerification: keptVerification.nullable(),
  lastWholeVerification: keptVerification.nullable(),
  /** While this is set nothing is decided in this county. */
  alarm: z.object({ since: instant, seq: z.int(), why: z.string(), says: z.string() }).nullable(),
  delivery: deliverySettings,
  /** Whether the operator has set up a folder for checkpoints. */
  folderOffered: z.boolean(),
  deliveries: z.array(checkpointDelivery),
});
export type AuditLogState = z.infer<typeof auditLogState>;

/**
 * `POST /api/audit-exports`. With `heldCheckpoint`, the size of a checkpoint that somebody keeps elsewhere, the bundle
 * proves that the log goes on from it.
 */
export const auditExportBody = z.object({
  filter: auditFilter,
  purpose: plainName(3, 300),
  heldCheckpoint: z.int().min(1).optional(),
});
/** What of an export can be downloaded; `bundle` is all of it in one archive. */
export const auditExportFormats = {
  bundle: { name: 'audit-log.zip', type: 'application/zip' },
  jsonl: { name: 'events.jsonl', type: 'application/jsonl; charset=utf-8' },
  csv: { name: 'events.csv', type: 'text/csv; charset=utf-8' },
  ocsf: { name: 'events.ocsf.jsonl', type: 'application/jsonl; charset=utf-8' },
  proof: { name: 'proof', type: 'application/jsonl; charset=utf-8' },
  checkpoint: { name: 'checkpoint', type: 'text/plain; charset=utf-8' },
  key: { name: 'log.pub', type: 'text/plain; charset=utf-8' },
  manifest: { name: 'manifest.json', type: 'application/json; charset=utf-8' },
  signature: { name: 'manifest.sig', type: 'text/plain; charset=utf-8' },
  readme: { name: 'README.txt', type: 'text/plain; charset=utf-8' },
} as const;
export type AuditExportFormat = keyof typeof auditExportFormats;
const formats = Object.keys(auditExportFormats) as [AuditExportFormat, ...AuditExportFormat[]];

export const auditExportRow = z.object({
  id: uuid,
  purpose: z.string(),
  filter: auditFilter,
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'expired']),
  count: z.int(),
  firstSequence: z.int(),
  lastSequence: z.int(),
  /** `range`: every entry from the first to the last. `entries`: each is in the log, but others may have been left out. */
  proves: z.enum(['range', 'entries']),
  /** Size of the log in the checkpoint that the bundle holds; null until it is built. */
  checkpointSize: z.int().nullable(),
  done: z.int(),
  csvBytes: z.int().nullable(),
  csvSha256: z.string().nullable(),
  jsonlBytes: z.int().nullable(),
  jsonlSha256: z.string().nullable(),
  bundleBytes: z.int().nullable(),
  /** Every single file; empty until it is built. */
  files: z.array(z.object({ format: z.enum(formats), name: z.string(), bytes: z.int(), sha256: z.string() })),
  by: z.string(),
  createdAt: instant,
  expiresAt: instant,
  downloads: z.int(),
});
export type AuditExportRow = z.infer<typeof auditExportRow>;
export const auditExportList = listQuery(z.object({ state: z.string().optional() }), ['createdAt', 'count']);
/** `GET /api/audit-exports/:id/file?format=`. */
export const auditExportFormat = z.object({ format: z.enum(formats) });
