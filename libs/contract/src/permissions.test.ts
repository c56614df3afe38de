import { describe, expect, it } from 'vitest';
import { abilityFor, mayApprove, packAbility, permissions, unpackAbility } from './permissions.ts';
import { roleNames, type Role } from './roles.ts';

const actor = (...roles: Role[]) => ({ memberId: 'a', roles });

describe('permissions', () => {
  it('are the frozen matrix of role × verb × noun', () => {
    const matrix = roleNames.map((role) => {
      const ability = abilityFor(actor(role));
      const granted = Object.keys(permissions).filter((name) => {
        const [verb = '', noun = ''] = name.split(' ');
        return ability.can(verb, noun);
      });
      return `${role}: ${granted.join(', ')}`;
    });
    expect(matrix).toMatchInlineSnapshot(`
      [
        "operator: read county, create county, suspend county, read audit_event, end log_alarm, read work",
        "county_admin: read member, invite member, change member, read import, create import, export import, read policy, draft policy, publish policy, read terms, change terms, read conviction, request fact, cancel bulk_review, end log_alarm, read work, read setting, change setting, read stats",
        "reviewer: read import, read policy, read terms, read conviction, recommend conviction, enter fact, request fact, read work, read setting, read stats",
        "approver: read import, read policy, read terms, read conviction, approve conviction, read work, read setting, read stats",
        "compliance: read member, read import, read policy, read terms, read conviction, read audit_event, review audit_event, end log_alarm, change audit_delivery, create audit_export, read work, read setting, read stats",
      ]
    `);
  });

  it('refuse what no line grants', () => {
    for (const role of roleNames) {
      expect(abilityFor(actor(role)).can('delete', 'conviction')).toBe(false);
      expect(abilityFor(actor(role)).can('manage', 'all')).toBe(false);
    }
    expect(abilityFor(actor()).rules).toEqual([]);
  });

  it('refuse approval by the person who recommended, whatever roles she holds', () => {
    const everybody = actor(...roleNames);
    expect(mayApprove(everybody, ['b'])).toBe(true);
    expect(mayApprove(everybody, ['b', 'a'])).toBe(false);
    expect(mayApprove(actor('reviewer'), ['b'])).toBe(false);
  });

  it('mean the same to the console after packing', () => {
    const ability = unpackAbility(packAbility(abilityFor(actor('approver'))));
    expect(ability.can('approve', 'conviction')).toBe(true);
    expect(ability.can('publish', 'policy')).toBe(false);
  });
});
