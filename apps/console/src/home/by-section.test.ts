import { expect, test } from 'vitest';
import { bySection } from './by-section.ts';

test('splits every section by severity and puts what cannot be read last', () => {
  expect(
    bySection([
      { section: '', severity: 'unknown', count: 3 },
      { section: 'HS 11359', severity: 'felony', count: 7 },
      { section: 'HS 11357', severity: 'misdemeanor', count: 5 },
      { section: 'HS 11357', severity: 'felony', count: 2 },
    ]),
  ).toEqual([
    { section: 'HS 11357', parts: [2, 5, 0, 0] },
    { section: 'HS 11359', parts: [7, 0, 0, 0] },
    { section: '', parts: [0, 0, 0, 3] },
  ]);
});
