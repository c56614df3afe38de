import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry, approval } from '../testing/entries.ts';
import { canonicalBytes, type AuditEntry } from './entry.ts';
import { leafHash } from './merkle.ts';
import { ocsfEvent, ocsfLine } from './ocsf.ts';

const eventOf = (change: Partial<AuditEntry>) => {
  const entry = { ...approval(7), ...change };
  return ocsfEvent(entry, leafHash(canonicalBytes(entry)).toString('hex'));
};

describe('an entry as an OCSF event', () => {
  it.each([
    ['session.start', 3002, 1],
    ['session.end', 3002, 2],
    ['member.change', 3005, 1],
    ['member.end_sessions', 3005, 2],
    ['county.create', 3004, 1],
    ['policy.publish', 3004, 1],
    ['invitation.withdraw', 3004, 4],
    ['approval.approve', 6003, 1],
    ['record.view', 6003, 2],
    ['import.cancel', 6003, 4],
    ['something.new', 6003, 99],
  ])('%s is of class %i, activity %i', (action, class_uid, activity_id) => {
    expect(eventOf({ action })).toMatchObject({ class_uid, activity_id, type_uid: class_uid * 100 + activity_id });
  });

  it('says who, on what, when, from where and how it ended, and leads back to its leaf', () => {
    expect(eventOf({ outcome: 'refused' })).toEqual({
      class_uid: 6003,
      class_name: 'API Activity',
      category_uid: 6,
      activity_id: 1,
      type_uid: 600301,
      time: Date.UTC(2026, 10, 22, 10, 11, 12, 123),
      severity_id: 2,
      status_id: 2,
      status_detail: 'refused',
      metadata: {
        version: '1.3.0',
        product: { name: 'Clearance', vendor_name: 'Clearance' },
        uid: leafHash(canonicalBytes({ ...approval(7), outcome: 'refused' })).toString('hex'),
        sequence: 7,
        original_time: '2026-11-22T10:11:12.123456Z',
        correlation_uid: 'r_1',
      },
      actor: { user: { uid: 'u_1', groups: [{ name: 'approver' }, { name: 'reviewer' }] }, session: { uid: 's_1' } },
      src_endpoint: { ip: '10.0.0.1' },
      api: { operation: 'dismissal.approve' },
      resources: [{ uid: 'c_7', type: 'conviction' }],
      unmapped: {
        ...{ action: 'dismissal.approve', policyVersion: '3', historyDigest: 'd1', stateBefore: 'recommended' },
        ...{ stateAfter: 'approved', bulkReviewId: 'b_1', chunk: 0, detail: { sampled: true, size: 60_000 } },
      },
    });
  });

  it('is one line that any JSON reader reads, for every entry that can be written', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = ocsfLine(entry, canonicalBytes(entry));
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toMatchObject({ metadata: { sequence: entry.seq } });
      }),
      { numRuns: 300, seed: 3002 },
    );
  });
});
