import { expect, test } from 'vitest';
import { readDispositions } from '../disposition.ts';
import { checkWordings } from './check-wordings.ts';

const problemsOf = (json: unknown) => {
  const check = checkWordings(json);
  return check.ok ? [] : check.problems.map(({ path, message }) => `${path}: ${message}`);
};

test('wordings come back as a dictionary compares them, in one order', () => {
  const check = checkWordings([
    { wording: ' dispo  47b ', kind: 'convicted' },
    { wording: 'Closed - Per DA*', kind: 'not_convicted' },
  ]);
  expect(check).toEqual({
    ok: true,
    wordings: [
      { wording: 'CLOSED-PER DA*', kind: 'not_convicted' },
      { wording: 'DISPO 47B', kind: 'convicted' },
    ],
  });
  const { kindOf } = readDispositions(check.ok ? check.wordings : []);
  expect(['Dispo 47b', 'CLOSED - PER DA 99F1'].map(kindOf)).toEqual(['convicted', 'not_convicted']);
});

test.each([
  [[{ wording: '  ', kind: 'other' }], '0.wording: must not be empty'],
  [[{ kind: 'other' }], '0.wording: is missing'],
  [[{ wording: 'A', kind: 'unknown' }], '0.kind: choose what this wording means'],
  [[{ wording: 'A', kind: 'constructor' }], '0.kind: choose what this wording means'],
  [[{ wording: 'AB*', kind: 'other' }], '0.wording: needs at least 3 characters before the *'],
  [
    [{ wording: 'AB*CD', kind: 'other' }],
    '0.wording: may have a * at its end only, where any further words may follow',
  ],
  [[{ wording: 'A\u0000B', kind: 'other' }], '0.wording: holds a character that no file can hold'],
  [[{ wording: 'A\ud800', kind: 'other' }], '0.wording: holds a character that no file can hold'],
  [[{ wording: 'A'.repeat(201), kind: 'other' }], '0.wording: is longer than 200 characters'],
  [
    [
      { wording: 'PER DA', kind: 'other' },
      { wording: 'per  da', kind: 'pending' },
    ],
    '1.wording: stands in line 1 already',
  ],
  [[null], '0.wording: is missing'],
  ['A', ': must be a list of wordings'],
  [new Array(2_001).fill({ wording: 'A', kind: 'other' }), ': at most 2000 wordings'],
])('a dictionary is refused: %#', (json, problem) => {
  expect(problemsOf(json)).toContain(problem);
});

test('every problem is told, each at its place', () => {
  expect(problemsOf([{ wording: '', kind: '' }, { wording: 'FINE', kind: 'other' }, {}])).toEqual([
    '0.wording: must not be empty',
    '0.kind: choose what this wording means',
    '2.wording: is missing',
    '2.kind: choose what this wording means',
  ]);
});
