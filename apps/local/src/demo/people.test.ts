import { hashPassword } from '@clearance/platform';
import { expect, it } from 'vitest';
import { demoPeople, staffOf } from './people.ts';

it('gives every demo person an address and a long password of their own', () => {
  expect(new Set(demoPeople.map(({ email }) => email)).size).toBe(demoPeople.length);
  expect(new Set(demoPeople.map(({ password }) => password)).size).toBe(demoPeople.length);
  for (const { password } of demoPeople) expect(password.length).toBeGreaterThanOrEqual(12);
});

it('uses no password that the product would refuse', async () => {
  for (const { password } of demoPeople) await expect(hashPassword(password)).resolves.toContain('argon2id');
});

it('has everybody in each county that it takes to bring a conviction to approval', () => {
  for (const staff of Object.values(staffOf)) {
    const roles = staff.flatMap((person) => person.roles);
    expect(roles).toEqual(expect.arrayContaining(['county_admin', 'reviewer', 'approver', 'compliance']));
  }
});
