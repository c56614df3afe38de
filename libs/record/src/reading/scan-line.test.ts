import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WIDTH } from '../columns.ts';
import { diagnoseLine } from './diagnose-line.ts';
import { LineScanner } from './scan-line.ts';

const cell = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('', 'A', 'NAME', '12', ' ') },
  { weight: 4, arbitrary: fc.constantFrom('"A,B"', '""', '"A ""B"" C"', '""""', '","') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('A"', '"A', '"A"B', '""A', '"""', 'A"B"', '\u0001', '\0', 'ñ', '"\u0002"', '","",'),
  },
);

test('the fast scan and the exact diagnosis agree about every line', () => {
  const scanner = new LineScanner();
  fc.assert(
    fc.property(fc.array(cell, { minLength: WIDTH - 1, maxLength: WIDTH + 1 }), (cells) => {
      const line = new TextEncoder().encode(cells.join(','));
      expect(scanner.isWellFormed(line, 0, line.length)).toBe(diagnoseLine(line) === undefined);
    }),
    { numRuns: 3000 },
  );
});
