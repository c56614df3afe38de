import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ASK_AFTER, askAgain } from './ask-again.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('a page asks again for minutes after a download was begun, more and more seldom', () => {
  const ask = vi.fn();
  askAgain(ask);
  vi.advanceTimersByTime(2_000);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300_000);
  expect(ask).toHaveBeenCalledTimes(ASK_AFTER.length);
  const pauses = ASK_AFTER.map((after, at) => after - (ASK_AFTER[at - 1] ?? 0));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
});

it('a page that was left asks no more', () => {
  const ask = vi.fn();
  const stop = askAgain(ask);
  vi.advanceTimersByTime(2_000);
  stop();
  vi.advanceTimersByTime(300_000);
  expect(ask).toHaveBeenCalledTimes(1);
});
