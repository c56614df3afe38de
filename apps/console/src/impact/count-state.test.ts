import type { ImpactView } from '@clearance/contract';
import { expect, it } from 'vitest';
import { countWords } from './count-state.ts';

const view = (changes: Partial<ImpactView>): ImpactView => ({
  state: 'done',
  workId: null,
  progress: null,
  policyVersion: 1,
  policyTitle: 'P',
  asOf: '2026-11-22',
  importId: null,
  importedAt: null,
  countedAt: null,
  impact: {} as unknown as NonNullable<ImpactView['impact']>,
  stale: false,
  ...changes,
});

it('says nothing of figures that are of today', () => {
  expect(countWords(view({}), null)).toBeUndefined();
});

it('says that older figures are counted again, and how far that is', () => {
  const words = countWords(view({ state: 'running', stale: true }), { done: 1200, total: 3400 });
  expect(words?.says).toBe(
    'These figures were counted before the newest file or policy. They are being counted again. 1,200 of 3,400 people are counted.',
  );
  expect(words?.again).toBe(false);
});

it('offers to count again where nothing does so by itself', () => {
  expect(countWords(view({ stale: true }), null)?.again).toBe(true);
  expect(countWords(view({ state: 'failed', impact: null }), null)).toMatchObject({ again: true, severity: 'warning' });
});
