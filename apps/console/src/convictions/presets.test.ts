import { expect, it } from 'vitest';
import { waitingForReview } from './filter.ts';
import { presetOf } from './presets.ts';

it('the tab stays marked while its set is narrowed, and another one is where its own set is shown', () => {
  expect(presetOf(waitingForReview)?.label).toBe('To review');
  expect(presetOf({ ...waitingForReview, section: ['HS 11357'] })?.label).toBe('To review');
  expect(presetOf({ ...waitingForReview, outcome: ['dismiss'] })?.label).toBe('To review');
  expect(presetOf({ ...waitingForReview, changed: true, q: '06F' })?.label).toBe('Changed by a newer file');
  expect(presetOf({ state: ['returned'], reason: ['Under 21.'] })?.label).toBe('Returned');
  expect(presetOf({ state: ['released'] })?.label).toBe('All');
  expect(presetOf({})?.label).toBe('All');
});
