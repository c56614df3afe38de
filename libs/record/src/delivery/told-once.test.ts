import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldOnce } from './told-once.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const rowsOf = (texts: readonly string[], after = 0): Row[] =>
  texts.map((text, index) => ({ line: after + index + 1, cells: [text] }));
/** @param ends the last line of each file but the last */
const once = (rows: readonly Row[], ends: readonly number[]) =>
  toldOnce(
    rows,
    ({ cells }) => cells,
    (line) => ends.filter((end) => line > end).length,
  );

test('a row of a second file that the first has as well is left out, and says which it was', () => {
  const rows = rowsOf(['a', 'b', 'b', 'c']);
  const { repeats, rows: own } = once(rows, [2]);
  expect(own.map(({ line }) => line)).toEqual([1, 2, 4]);
  expect([...repeats]).toEqual([[3, 2]]);
});

test('two equal rows of one file are two parts of a sentence, and stay two', () => {
  expect(once(rowsOf(['a', 'a', 'b']), [2]).rows).toHaveLength(3);
  expect(once(rowsOf(['a', 'a', 'a', 'a']), [2]).rows).toHaveLength(2);
  expect(once(rowsOf(['a', 'a', 'a']), [1]).rows).toHaveLength(2);
});

test('a row of three files is told once', () => {
  const { repeats, rows } = once(rowsOf(['a', 'a', 'a', 'b']), [1, 2]);
  expect(rows.map(({ line }) => line)).toEqual([1, 4]);
  expect([...repeats]).toEqual([
    [2, 1],
    [3, 1],
  ]);
});

test('the same file twice tells what it tells once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 }), (texts) => {
      const rows = rowsOf(texts);
      const { repeats, rows: own } = once([...rows, ...rowsOf(texts, texts.length)], [texts.length]);
      expect(own).toEqual(rows);
      expect(repeats.size).toBe(texts.length);
    }),
  );
});
