import { expect, it } from 'vitest';
import { isProbablyForeign } from './probably-foreign.ts';

it('takes a file for another county’s when hardly a court row names this one', () => {
  expect(isProbablyForeign({ SACRAMENTO: 700, YOLO: 300 }, 'SACRAMENTO')).toBe(false);
  expect(isProbablyForeign({ SACRAMENTO: 50, YOLO: 950 }, 'SACRAMENTO')).toBe(false);
  expect(isProbablyForeign({ SACRAMENTO: 49, YOLO: 951 }, 'SACRAMENTO')).toBe(true);
  expect(isProbablyForeign({ YOLO: 10 }, 'SACRAMENTO')).toBe(true);
  expect(isProbablyForeign({}, 'SACRAMENTO')).toBe(true);
});
