import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFits } from './passwords.ts';
import { Throttle } from './throttle.ts';
import { makeToken, readToken } from './tokens.ts';

describe('passwords', () => {
  it('fit only themselves', async () => {
    const stored = await hashPassword('paper lantern 77');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await passwordFits(stored, 'paper lantern 77')).toBe(true);
    expect(await passwordFits(stored, 'paper lantern 78')).toBe(false);
  });

  it.each(['short', 'password123', 'PassWord123', 'aaaaaaaaaaaa', 'clearance123'])('refuse %s', async (password) => {
    await expect(async () => hashPassword(password)).rejects.toMatchObject({ code: 'weak_password' });
  });
});

describe('tokens', () => {
  const county = '0f2b6f0e-7b0a-4a0e-9d8e-3f6f5b1c2d3e';
  it('name their county and are stored as a hash', () => {
    const { token, hash } = makeToken(county);
    expect(readToken(token)).toEqual({ countyId: county, hash });
    expect(token).not.toContain(hash.toString('base64url'));
  });

  it.each([undefined, '', 'x', county, `${county}.`, `${county}.short`, `not-a-county.${'a'.repeat(43)}`])(
    'are refused when they are not shaped like one (%s)',
    (token) => expect(readToken(token)).toBeUndefined(),
  );
});

describe('the throttle', () => {
  it('stops an address that guesses fast, and lets it go on a minute later', () => {
    const throttle = new Throttle();
    const at = new Date('2026-01-01T10:00:00Z');
    for (let n = 0; n < 20; n += 1) throttle.admit('1.2.3.4', at);
    expect(() => throttle.admit('1.2.3.4', at)).toThrow(expect.objectContaining({ code: 'sign_in_throttled' }));
    expect(() => throttle.admit('5.6.7.8', at)).not.toThrow();
    expect(() => throttle.admit('1.2.3.4', new Date(at.getTime() + 61_000))).not.toThrow();
  });
});
