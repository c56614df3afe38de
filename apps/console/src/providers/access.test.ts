import { abilityFor, roleNames, type Role } from '@clearance/contract';
import { expect, test } from 'vitest';
import { allows, holds, type Guarded } from './access.ts';

const screens: readonly Guarded[] = [
  { name: 'convictions', permission: 'read conviction' },
  { name: 'members', permission: 'read member', covers: ['invitations'] },
  { name: 'audit-exports', permission: 'create audit_export' },
];
const as = (...roles: Role[]) => abilityFor({ memberId: 'm', roles });

test('opens a list to those who hold its permission and to nobody else', () => {
  const who = roleNames.filter((role) => allows(as(role), screens, { action: 'list', resource: 'convictions' }));
  expect(who).toEqual(['county_admin', 'reviewer', 'approver', 'compliance']);
});
test('opens the lists that a screen covers together with it', () => {
  expect(allows(as('county_admin'), screens, { action: 'list', resource: 'invitations' })).toBe(true);
  expect(allows(as('reviewer'), screens, { action: 'list', resource: 'invitations' })).toBe(false);
});
test('asks for the very permission of a screen that is no reading', () => {
  expect(allows(as('compliance'), screens, { action: 'list', resource: 'audit-exports' })).toBe(true);
  expect(allows(as('county_admin'), screens, { action: 'show', resource: 'audit-exports' })).toBe(false);
});
test('asks for the verb itself when something is to be done', () => {
  expect(allows(as('approver'), screens, { action: 'approve', resource: 'convictions' })).toBe(true);
  expect(allows(as('reviewer'), screens, { action: 'approve', resource: 'convictions' })).toBe(false);
});
test('refuses whatever nobody declared', () => {
  for (const role of roleNames) {
    expect(allows(as(role), screens, { action: 'list', resource: 'secrets' })).toBe(false);
    expect(allows(as(role), screens, { action: 'delete', resource: 'convictions' })).toBe(false);
  }
});
test('gives an operator no record', () => {
  expect(holds(as('operator'), 'read county')).toBe(true);
  expect(holds(as('operator'), 'read conviction')).toBe(false);
});
