import { expect, it } from 'vitest';
import { packText, unpackText } from './packed-text.ts';

const text = 'PEÑA, 11357(A) HS-POSSESS '.repeat(400);

it('gives the text again, whatever its length', () => {
  for (const one of ['', 'é', text, text.slice(0, 37)]) expect(unpackText(packText(one))).toBe(one);
});

it('throws where a byte was changed, or the end is missing', () => {
  const packed = packText(text);
  expect(packed.length).toBeLessThan(200);
  for (let at = 8; at < packed.length; at += 1) {
    const damaged = Buffer.from(packed);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(() => unpackText(damaged)).toThrow();
  }
  expect(() => unpackText(packed.subarray(0, -1))).toThrow();
  expect(() => unpackText(Buffer.alloc(0))).toThrow();
});
