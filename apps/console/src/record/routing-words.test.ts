import { expect, it } from 'vitest';
import { routingWords } from './routing-words.ts';

it('says which list told who prosecutes, or that the county has none', () => {
  expect(routingWords('LOS ANGELES 2020-02-13', 'Los Angeles')).toBe('the county’s list of Feb 13, 2020');
  expect(routingWords('X 3', 'X')).toBe('the county’s list X 3');
  expect(routingWords(undefined, 'Yolo')).toBe('Yolo County has not said whose arrests which office prosecutes');
});
