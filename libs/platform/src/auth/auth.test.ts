import { describe, expect, it } from 'vitest';
import { networkOf } from './network-of.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { makeToken, readToken } from './tokens.ts';
import { inWords } from './wait-words.ts';

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

describe('the network of an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', 'unknown'],
    ['not an address', 'unknown'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('a time to wait', () => {
  it.each([
    [1, '1 second'],
    [59, '59 seconds'],
    [100, '2 minutes'],
    [900, '15 minutes'],
  ])('of %i seconds is said as %s', (seconds, said) => expect(inWords(seconds)).toBe(said));
});
