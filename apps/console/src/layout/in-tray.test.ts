import { expect, it } from 'vitest';
import { inTray } from './in-tray.ts';

it('lets go of what is done after ten minutes, and of nothing else', () => {
  const finishedAt = '2026-11-30T10:00:00Z';
  const [soon, late] = [new Date('2026-11-30T10:09:00Z'), new Date('2026-11-30T10:11:00Z')];
  expect(inTray({ state: 'done', finishedAt }, soon)).toBe(true);
  expect(inTray({ state: 'done', finishedAt }, late)).toBe(false);
  expect(inTray({ state: 'failed', finishedAt }, late)).toBe(true);
  expect(inTray({ state: 'running', finishedAt: null }, late)).toBe(true);
});
