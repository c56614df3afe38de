import { describe, expect, it } from 'vitest';
import type { Role, Work } from '@clearance/contract';
import { kindsSeenBy, rightsOf, touches, type Touchable } from './work-rights.ts';

const somebody = (role: Role, memberId = 'other') => ({ memberId, roles: [role] });
const work = (kind: Work['kind'], state: Work['state'], more: Partial<Touchable['touch']> = {}): Touchable => ({
  ...{ kind, state },
  touch: { startedBy: 'starter', rights: rightsOf[kind], cancellable: true, resumable: true, ...more },
});

describe('what somebody may do with a job', () => {
  it('is what she could have started, ended while it is open and resumed once it is not', () => {
    const admin = somebody('county_admin');
    expect(touches(admin, work('evaluation', 'running'))).toEqual({ mayCancel: true, mayResume: false });
    expect(touches(admin, work('evaluation', 'failed'))).toEqual({ mayCancel: true, mayResume: true });
    expect(touches(admin, work('evaluation', 'cancelled'))).toEqual({ mayCancel: false, mayResume: true });
    for (const state of ['done', 'overtaken'] as const) {
      expect(touches(admin, work('evaluation', state))).toEqual({ mayCancel: false, mayResume: false });
    }
    expect(touches(somebody('reviewer'), work('evaluation', 'failed'))).toEqual({ mayCancel: false, mayResume: false });
  });

  it('depends on what the job is about where a kind of job has several', () => {
    const approval = work('bulk_review', 'running', { rights: ['approve conviction'] });
    expect(touches(somebody('reviewer'), approval).mayCancel).toBe(false);
    expect(touches(somebody('approver'), approval).mayCancel).toBe(true);
  });

  it('lets an administrator end a bulk review, and never go on with it', () => {
    const approval = work('bulk_review', 'failed', { rights: ['approve conviction'] });
    expect(touches(somebody('county_admin'), approval)).toEqual({ mayCancel: true, mayResume: false });
    expect(touches(somebody('compliance'), approval)).toEqual({ mayCancel: false, mayResume: false });
  });

  it('is not to let somebody else sign on after it was ended', () => {
    const ended = work('bulk_review', 'cancelled', { rights: ['approve conviction'] });
    expect(touches(somebody('approver'), ended).mayResume).toBe(false);
    expect(touches(somebody('approver', 'starter'), ended).mayResume).toBe(true);
    expect(touches(somebody('approver'), { ...ended, state: 'failed' }).mayResume).toBe(true);
  });

  it('leaves out what has to come to its end, and what nothing is left of', () => {
    const admin = somebody('county_admin');
    expect(touches(admin, work('import', 'running', { cancellable: false })).mayCancel).toBe(false);
    expect(touches(admin, work('import', 'cancelled', { resumable: false })).mayResume).toBe(false);
  });
});

it('is told of only to whoever may see what it works on', () => {
  const seen = (role: Role) => kindsSeenBy({ memberId: 'me', roles: [role] });
  expect(seen('approver')).toContain('bulk_review');
  for (const kind of ['audit_export', 'court_list', 'annotated_export'] as const) {
    expect(seen('approver')).not.toContain(kind);
  }
  expect(seen('compliance')).toContain('audit_export');
  expect(seen('county_admin')).toContain('court_list');
});
