import { expect, test } from 'vitest';
import { foreignWords, isForeign, nothingWords } from './county-in-file.ts';

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
test('takes files for another county’s where fewer than one court row in twenty names the county asked for', () => {
  const so = (own: number, others: number) =>
    new Map([
      ['YOLO', own],
      ['KERN', others],
    ]);
  expect([so(4, 96), so(5, 95), so(0, 0), so(0, 1)].map((counties) => isForeign('YOLO', counties))).toEqual([
    ...[true, false, false, true],
  ]);
  expect(foreignWords('YOLO', so(4, 2_996))).toBe(
    "only 4 of 3,000 court rows name YOLO: these are probably another county's files (--despite-county evaluates them); " +
      'court rows by county: KERN 2,996, YOLO 4',
  );
  expect(foreignWords('NAPA', so(4, 2_996))).toMatch(
    /^no court row names NAPA: these are probably another county's files \(--despite-county evaluates them\); /,
  );
});
