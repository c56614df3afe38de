import { beforeEach, expect, it, vi } from 'vitest';
import { beginSession, endSession, leaveSession } from './session.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

it('is left once, however often that is asked, and not at all once it has ended', () => {
  beginSession();
  expect([leaveSession(), leaveSession(), leaveSession()]).toEqual([true, false, false]);
  beginSession();
  endSession('Your session has ended.');
  expect(leaveSession()).toBe(false);
});
