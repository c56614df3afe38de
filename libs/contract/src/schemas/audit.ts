import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';

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

/** `POST /api/audit-exports`. */
export const auditExportBody = z.object({ filter: auditFilter, purpose: z.string().trim().min(3).max(300) });
export const auditExportRow = z.object({
  id: uuid,
  purpose: z.string(),
  filter: auditFilter,
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'expired']),
  count: z.int(),
  done: z.int(),
  csvBytes: z.int().nullable(),
  csvSha256: z.string().nullable(),
  jsonlBytes: z.int().nullable(),
  jsonlSha256: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  expiresAt: instant,
  downloads: z.int(),
});
export type AuditExportRow = z.infer<typeof auditExportRow>;
export const auditExportList = listQuery(z.object({ state: z.string().optional() }), ['createdAt', 'count']);
/** `GET /api/audit-exports/:id/file?format=`. */
export const auditExportFormat = z.object({ format: z.enum(['csv', 'jsonl']) });
