import { expect, test } from 'vitest';
import { COLUMN, COLUMNS, WIDTH } from './columns.ts';

test('there are 95 columns, none of them twice, and each knows its place', () => {
  expect(WIDTH).toBe(95);
  expect(new Set(COLUMNS).size).toBe(95);
  expect([COLUMN.RECORD_ID, COLUMN.CII_NUMBER, COLUMN.CNT_ORDER, COLUMN.END_OF_REC]).toEqual([0, 11, 50, 94]);
});
