import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

const after = (seconds: number, done: number, total: number, beganDone = 0) => ({
  ...{ done, total, beganDone, beganAt: '2026-11-22T10:00:00.000Z' },
  updatedAt: new Date(Date.parse('2026-11-22T10:00:00.000Z') + seconds * 1000).toISOString(),
});

describe('how long a job still takes', () => {
  it.each([
    [after(20, 10_000, 12_000), 'a few seconds left'],
    [after(10, 10_000, 40_000), 'less than a minute left'],
    [after(10, 10_000, 70_000), 'about 1 minute left'],
    [after(60, 10_000, 60_000), 'about 5 minutes left'],
    [after(600, 10_000, 110_000), 'about 2 hours left'],
  ])('is told by its pace so far', (job, says) => expect(timeLeft(job)).toBe(says));

  it('counts the pace from where it was resumed, not from where it began', () => {
    expect(timeLeft(after(60, 51_000, 60_000, 50_000))).toBe('about 9 minutes left');
  });

  it('is not told before there is a pace, nor at the end', () => {
    expect(timeLeft(after(1, 500, 60_000))).toBeUndefined();
    expect(timeLeft(after(60, 0, 60_000))).toBeUndefined();
    expect(timeLeft(after(60, 60_000, 60_000))).toBeUndefined();
  });
});
