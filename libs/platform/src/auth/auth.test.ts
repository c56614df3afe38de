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

  const about = ['Rosa Lind', 'rosa.lind@sacramento.example', 'SACRAMENTO'];

  it.each([
    ...[
      'short',
      'password123',
      'PassWord123',
      'aaaaaaaaaaaa',
      'clearance123',
      'Password1!',
      'Welcome123',
      'qwerty12345',
    ],
    ...['letmein2024', 'Summer2026!', 'P@ssw0rd123', 'football99', 'iloveyou2', 'Admin1234!', 'baseball2025'],
    ...['Clearance2026', 'dragon2024!', 'monkey2023', 'Jennifer1990', 'District2026', 'Attorney99!', '11111111'],
    ...['qwerty'.repeat(20), 'abcdefgh12345678', '1qaz2wsx3edc', 'trustno1trustno1', '19701231', 'ｐａｓｓｗｏｒｄ１'],
  ])('refuse %s, which is guessed early', async (password) => {
    await expect(hashPassword(password)).rejects.toMatchObject({ code: 'weak_password' });
  });

  it.each(['Rosa Lind 1', 'rosalind2026', 'Sacramento1', 'sacramento county', 'LindRosa!!!!', 'Rosa@Sacramento'])(
    'refuse %s, made of what a stranger knows of the person',
    async (password) => {
      await expect(hashPassword(password, about)).rejects.toMatchObject({ code: 'weak_password' });
    },
  );

  it.each([
    ...['paper lantern 77', 'violet-kettle-forty', 'correct horse battery staple', 'k8#dPq2x', 'Zw3!mVt9'],
    ...['gut geölte Schiebetür', '今日は良い天気です', 'rosa-tin-canoe-eleven'],
  ])('take %s', async (password) => {
    await expect(hashPassword(password, about)).resolves.toMatch(/^\$argon2id\$/);
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

  it('lets everybody in again at once when the clock was set back', () => {
    const throttle = new Throttle();
    const at = new Date('2026-01-01T10:00:00Z');
    for (let n = 0; n < 20; n += 1) throttle.admit('1.2.3.4', at);
    expect(() => throttle.admit('1.2.3.4', new Date(at.getTime() - 3_600_000))).not.toThrow();
  });
});
