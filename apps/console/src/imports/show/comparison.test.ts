import { expect, it } from 'vitest';
import { compare } from './comparison.ts';

const none = { fresh: 0, back: 0, unchanged: 0, changed: 0, vanished: 0 };
const shown = (counts: Partial<typeof none>) =>
  compare({ ...none, ...counts }).map(({ label, count }) => `${label} ${count}`);

it('names what the file before lacked, and nothing of the kind where it lacked nothing', () => {
  expect(shown({ unchanged: 212, back: 233 })).toEqual([
    ...['Unchanged 212', 'Changed 0', 'New 0', 'Back again 233', 'No longer in the file 0'],
  ]);
  expect(shown({ unchanged: 445 }).join()).not.toContain('Back again');
  expect(shown({ fresh: 445 })).toEqual([]);
});
