import { expect, test } from 'vitest';
import { cellText } from './cell.ts';

test.each(['', '   ', '  -  ', 'x', 'X', '#', 'NULL  ', 'null'])('%j says nothing', (cell) => {
  expect(cellText(cell)).toBe('');
});

test.each([
  ['  CONVICTED ', 'CONVICTED'],
  ['XX', 'XX'],
  ['NULLS', 'NULLS'],
  ['11359 HS-X', '11359 HS-X'],
])('%j says %j', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});
