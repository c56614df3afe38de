import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry, approval } from '../testing/entries.ts';
import { ocsfProblems } from '../testing/ocsf-schema.ts';
import { canonicalBytes, type AuditEntry } from './entry.ts';
import { leafHash } from './merkle.ts';
import { ocsfEvent, ocsfLine } from './ocsf.ts';

const leafOf = (entry: AuditEntry) => leafHash(canonicalBytes(entry)).toString('hex');
const eventOf = (change: Partial<AuditEntry>) => {
  const entry = { ...approval(7), ...change };
  return ocsfEvent(entry, leafOf(entry));
};

describe('an entry as an OCSF event', () => {
  it.each([
    ['session.start', 3002, 1, 'Logon'],
    ['session.end', 3002, 2, 'Logoff'],
    ['member.end_sessions', 3002, 2, 'Logoff'],
    ['member.change', 3005, 1, 'Assign Privileges'],
    ['county.create', 3004, 1, 'Create'],
    ['policy.publish', 3004, 1, 'Create'],
    ['invitation.withdraw', 3004, 4, 'Delete'],
    ['approval.approve', 6003, 1, 'Create'],
    ['record.view', 6003, 2, 'Read'],
    ['import.cancel', 6003, 4, 'Delete'],
    ['something.new', 6003, 99, 'something.new'],
  ])('%s is of class %i, activity %i (%s)', (action, class_uid, activity_id, activity_name) => {
    const type_uid = class_uid * 100 + activity_id;
    expect(eventOf({ action })).toMatchObject({ class_uid, activity_id, activity_name, type_uid });
  });

  it('says who, on what, when, from where and how it ended, and leads back to its leaf', () => {
    expect(eventOf({ outcome: 'refused' })).toEqual({
      class_uid: 6003,
      class_name: 'API Activity',
      category_uid: 6,
      category_name: 'Application Activity',
      activity_id: 1,
      activity_name: 'Create',
      type_uid: 600301,
      type_name: 'API Activity: Create',
      time: Date.UTC(2026, 10, 22, 10, 11, 12, 123),
      severity_id: 2,
      severity: 'Low',
      status_id: 2,
      status: 'Failure',
      status_detail: 'refused',
      metadata: {
        version: '1.7.0',
        product: { name: 'Clearance', vendor_name: 'Clearance' },
        uid: leafOf({ ...approval(7), outcome: 'refused' }),
        sequence: 7,
        original_time: '2026-11-22T10:11:12.123456Z',
        correlation_uid: 'r_1',
      },
      actor: {
        user: { uid: 'u_1', type_id: 1, type: 'User', groups: [{ name: 'approver' }, { name: 'reviewer' }] },
        session: { uid: 's_1' },
      },
      src_endpoint: { ip: '10.0.0.1' },
      api: { operation: 'dismissal.approve', service: { name: 'Clearance' } },
      resources: [{ uid: 'c_7', type: 'conviction' }],
      unmapped: {
        ...{ action: 'dismissal.approve', policyVersion: '3', historyDigest: 'd1', stateBefore: 'recommended' },
        ...{ stateAfter: 'approved', bulkReviewId: 'b_1', chunk: 0, detail: { sampled: true, size: 60_000 } },
      },
    });
  });

  it('names the privileges of a member, and says of an act without any that it was one on the member', () => {
    expect(eventOf({ action: 'member.change', stateAfter: 'active approver+reviewer' })).toMatchObject({
      ...{ class_uid: 3005, user: { uid: 'c_7' }, privileges: ['active', 'approver', 'reviewer'] },
    });
    const { stateAfter: _none, ...refused } = { ...approval(7), action: 'member.change' };
    expect(ocsfEvent(refused, leafOf(refused))).toMatchObject({ class_uid: 3004, activity_id: 3 });
  });

  it.each([
    ['192.0.2.7', { ip: '192.0.2.7' }],
    ['::ffff:192.0.2.7', { ip: '::ffff:192.0.2.7' }],
    ['300.0.2.7', { name: '300.0.2.7' }],
    ['1:2', { name: '1:2' }],
    ['a host', { name: 'a host' }],
  ])('comes from %s', (address, src_endpoint) => {
    expect(eventOf({ source: { address } })).toMatchObject({ src_endpoint });
  });

  it('comes from the product itself where it has no address', () => {
    expect(eventOf({ source: {} })).toMatchObject({ src_endpoint: { svc_name: 'Clearance' } });
  });

  it('is valid by the published schema and one line, for 1,000 entries out of 1,000 that can be written', () => {
    const nouns = fc.constantFrom('session', 'member', 'county', 'policy', 'invitation', 'record', 'approval');
    const verbs = fc.constantFrom('start', 'end', 'change', 'end_sessions', 'create', 'withdraw', 'read', 'new_verb');
    const usual = fc.tuple(nouns, verbs).map((words) => words.join('.'));
    fc.assert(
      fc.property(anyEntry, fc.option(usual), (any, action) => {
        const entry = action === null ? any : { ...any, action };
        const line = ocsfLine(entry, canonicalBytes(entry));
        expect(line.indexOf('\n')).toBe(line.length - 1);
        const event = JSON.parse(line) as { metadata: { sequence: number } };
        expect(event.metadata.sequence).toBe(entry.seq);
        expect(ocsfProblems(event)).toEqual([]);
      }),
      { numRuns: 1000, seed: 3002 },
    );
  });
});

describe('the schema in the tests', () => {
  const event = eventOf({ action: 'session.start' }) as Readonly<Record<string, unknown>>;
  const { service: _gone, ...withoutService } = event;
  it.each([
    ['a missing attribute', { ...event, time: undefined }, 'time: is missing'],
    ['none of those of which one is needed', withoutService, ': has none of service, dst_endpoint'],
    ['an unknown attribute', { ...event, foo: 1 }, 'foo: no such attribute'],
    ['a number outside of its enum', { ...event, status_id: 3 }, 'status_id: 3 is not in the enum'],
    ['a caption of another number', { ...event, severity: 'High' }, 'severity_id: is not "High"'],
    ['another kind of value', { ...event, src_endpoint: { ip: 'a.b' } }, 'src_endpoint.ip: is no ip'],
  ])('finds %s', (_what, changed, problem) => {
    expect(ocsfProblems(changed)).toContain(problem);
  });
});
