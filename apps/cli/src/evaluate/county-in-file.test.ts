import { expect, test } from 'vitest';
import { nothingWords } from './county-in-file.ts';

test('names the counties of a file that does not name the one asked for, the most frequent first', () => {
  const counties = new Map([...'ABCDEFGHIJ'].map((name, at) => [name, 1000 + at] as const));
  expect(nothingWords('YOLO', counties)).toBe(
    'no court row names YOLO, so nothing was found in scope; court rows by county: ' +
      'J 1,009, I 1,008, H 1,007, G 1,006, F 1,005, E 1,004, D 1,003, C 1,002 and 2 more',
  );
  expect(nothingWords('YOLO', new Map())).toMatch(/; no court row names any county$/);
});
test('tells how little of a file is of a county that it names', () => {
  const counties = new Map([
    ['YOLO', 12],
    ['KERN', 2_988],
  ]);
  expect(nothingWords('YOLO', counties)).toBe('YOLO is named by 12 of 3,000 court rows, and none is in scope');
});
