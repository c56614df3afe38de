import { describe, expect, it } from 'vitest';
import { heldSize } from './held-checkpoint.ts';

describe('a checkpoint that somebody holds', () => {
  it('is told by its number of entries', () => {
    expect([heldSize('12,408'), heldSize(' 7 ')]).toEqual([12408, 7]);
  });
  it('is read out of its text', () => {
    expect(heldSize('county.example/log\n512\nAAAA=\n\n— county.example/log BBBB\n')).toBe(512);
  });
  it('may be absent, and may be something else', () => {
    expect(heldSize('  ')).toBeUndefined();
    expect(['the one of May', '0', 'a\nb\nc'].map(heldSize)).toEqual([null, null, null]);
  });
});
