import { expect, test } from 'vitest';

import { canonicalJson } from './canonical.ts';

test('keys stand in code-unit order, whatever order they were written in', () => {
  const inner = [{ b: 1, a: undefined }, null, { é: true, z: 'x"' }];
  expect(canonicalJson({ b: inner, a: { d: 1, c: [] } })).toBe(
    '{"a":{"c":[],"d":1},"b":[{"b":1},null,{"z":"x\\"","é":true}]}',
  );
  expect(canonicalJson({ a: inner[0], b: 2 })).toBe('{"a":{"b":1},"b":2}');
});

test('keys that are numbers are ordered as texts', () => {
  expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
  expect(canonicalJson([{ a: { 9: 1, 10: 2 } }])).toBe('[{"a":{"10":2,"9":1}}]');
});
