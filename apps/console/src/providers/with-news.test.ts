import type { Work } from '@clearance/contract';
import { expect, test } from 'vitest';
import { withNews } from './with-news.ts';

const job = (id: string, minute: number, done: number, created = 0): Work => ({
  id,
  kind: 'import',
  subjectId: 's',
  title: 'Reading the file',
  state: 'running',
  done,
  total: 100,
  unit: 'bytes',
  startedBy: 'Dana',
  problem: null,
  mayCancel: true,
  mayResume: false,
  beganAt: '2026-11-22T10:00:00Z',
  beganDone: 0,
  createdAt: `2026-11-22T10:${String(created).padStart(2, '0')}:00Z`,
  updatedAt: `2026-11-22T11:${String(minute).padStart(2, '0')}:00Z`,
  finishedAt: null,
});

test('puts a newer notice in the place of the older one', () => {
  expect(withNews([job('a', 1, 10)], job('a', 2, 20))).toEqual([job('a', 2, 20)]);
});
test('keeps the newer notice when the older one arrives late', () => {
  expect(withNews([job('a', 2, 20)], job('a', 1, 10))).toEqual([job('a', 2, 20)]);
});
test('lists the newest job first', () => {
  expect(withNews([job('a', 1, 1, 1)], job('b', 1, 1, 2)).map(({ id }) => id)).toEqual(['b', 'a']);
});
