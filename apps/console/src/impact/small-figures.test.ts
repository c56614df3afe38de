import { expect, it } from 'vitest';
import { figureText } from './small-figures.ts';

it('hides figures of one to ten for publication, and says that there is nobody', () => {
  expect([0, 1, 10, 11, 1204].map((value) => figureText(value, true))).toEqual([
    '0',
    'fewer than 11',
    'fewer than 11',
    '11',
    '1,204',
  ]);
  expect(figureText(3, false)).toBe('3');
});
