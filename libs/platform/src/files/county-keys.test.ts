import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { opaqueId, seal, unseal } from './county-keys.ts';

it('opens a sealed value only with its key and in its place', () => {
  const key = randomBytes(32);
  const sealed = seal(key, Buffer.from('A1234567'), 'county person 1');
  expect(unseal(key, sealed, 'county person 1').toString()).toBe('A1234567');
  expect(() => unseal(key, sealed, 'county person 2')).toThrow();
  expect(() => unseal(randomBytes(32), sealed, 'county person 1')).toThrow();
});

it('gives the same opaque id for the same name in one county, and another in another', () => {
  const [one, other] = [randomBytes(32), randomBytes(32)];
  expect(opaqueId(one, 'person A')).toBe(opaqueId(one, 'person A'));
  expect(opaqueId(one, 'person A')).not.toBe(opaqueId(other, 'person A'));
  expect(opaqueId(one, 'person A')).not.toBe(opaqueId(one, 'person B'));
  expect(opaqueId(one, 'person A')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
