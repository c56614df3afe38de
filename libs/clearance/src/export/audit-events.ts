import type { AuditEntry } from '@clearance/audit';
import type { AuditEventRow, AuditEventView, AuditFilter } from '@clearance/contract';
import { one, pageOf, Refused, type ListQuery, type Page, type Tx } from '@clearance/platform';

/** WHERE of a filter over `audit_entry e`; parameters begin at `$first`. */
export function auditWhere(filter: AuditFilter, first = 1): { sql: string; given: unknown[] } {
  const given: unknown[] = [];
  const parts = (
    [
      ['e.at >= ?::timestamptz', filter.from],
      ['e.at <= ?::timestamptz', filter.to],
      ['e.actor_id = ?', filter.actorId],
      ['e.action = ?', filter.action],
      ['e.target_type = ?', filter.targetType],
      ['e.target_id = ?', filter.targetId],
      ['e.outcome = ?', filter.outcome],
      ['e.bulk_review_id = ?::uuid', filter.bulkReviewId],
    ] as const
  ).flatMap(([sql, value]) => {
    if (value === undefined || value === '') return [];
    given.push(value);
    return [sql.replace('?', `$${first + given.length - 1}`)];
  });
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'true', given };
}

interface Stored {
  seq: string;
  bytes: Buffer;
  leaf_hash: Buffer;
  actor: string | null;
}

const columns = `e.seq, e.bytes, e.leaf_hash, (SELECT m.name FROM member m WHERE m.id::text = e.actor_id) AS actor`;

/** Entries of the log, newest first, with the names of those who acted for whoever may see them. */
export async function auditPage(tx: Tx, query: ListQuery<AuditFilter, 'id'>): Promise<Page<AuditEventRow>> {
  const where = auditWhere(query.filter ?? {});
  const order = `ORDER BY e.seq ${query.sort?.[1] === 'ASC' ? 'ASC' : 'DESC'}`;
  const page = await pageOf<Stored>(tx, query, {
    columns,
    from: 'audit_entry e',
    where: where.sql,
    given: where.given,
    order,
  });
  return { ...page, rows: page.rows.map(rowOf) };
}

export async function auditView(tx: Tx, seq: number): Promise<AuditEventView> {
  const found = await one<Stored>(tx, `SELECT ${columns} FROM audit_entry e WHERE e.seq = $1`, [seq]);
  if (!found) throw new Refused('not_found');
  return { ...rowOf(found), bytes: found.bytes.toString('utf8'), leafHash: found.leaf_hash.toString('hex') };
}

const wordsFor: Readonly<Record<string, string>> = { system: 'Clearance itself', anonymous: 'Somebody not signed in' };

function rowOf(stored: Stored): AuditEventRow {
  const entry = JSON.parse(stored.bytes.toString('utf8')) as AuditEntry;
  return {
    id: entry.seq,
    at: entry.at,
    actorId: entry.actor.id,
    actor: stored.actor ?? wordsFor[entry.actor.id] ?? entry.actor.id,
    roles: [...(entry.actor.roles ?? [])],
    action: entry.action,
    targetType: entry.target.type,
    targetId: entry.target.id,
    outcome: entry.outcome,
    address: entry.source?.address ?? null,
    requestId: entry.source?.requestId ?? null,
    stateBefore: entry.stateBefore ?? null,
    stateAfter: entry.stateAfter ?? null,
    policyVersion: entry.policyVersion ?? null,
    historyDigest: entry.historyDigest ?? null,
    bulkReviewId: entry.bulkReviewId ?? null,
    detail: { ...entry.detail },
  };
}
