import type { Work } from '@clearance/contract';
import { expect, test } from 'vitest';
import { workNews } from './work-news.ts';

const job = (title: string, more: Partial<Work>): Work => ({
  id: title,
  kind: 'import',
  subjectId: 's',
  title,
  state: 'running',
  done: 0,
  total: 0,
  unit: 'bytes',
  startedBy: '',
  problem: null,
  mayCancel: true,
  mayResume: false,
  beganAt: '2026-11-22T10:00:00Z',
  beganDone: 0,
  createdAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  finishedAt: null,
  ...more,
});

test('announces the job that ended last', () => {
  const old = job('Reading a.dat', { state: 'done', finishedAt: '2026-11-22T10:05:00Z' });
  const late = job('Reading b.dat', { state: 'failed', finishedAt: '2026-11-22T10:06:00Z' });
  expect(workNews([old, late])).toBe('Failed: Reading b.dat');
});
test('does not announce progress', () => {
  expect(workNews([job('Reading a.dat', { done: 1 })])).toBe(workNews([job('Reading a.dat', { done: 50 })]));
});
test('says nothing while there is nothing', () => expect(workNews([])).toBe(''));
