import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asItWas } from '@clearance/audit';
import { annotatedRow, CutRow } from '@clearance/eligibility';
import { exactLine, Line, WIDTH } from '@clearance/record';
import { harmlessLine } from './csv.ts';

const nasty = fc.string({
  unit: fc.constantFrom(...['=', '+', '-', '@', '\t', '＝', '"', ',', ';', "'", ' ', '\u3000', 'a', '1']),
  maxLength: 6,
});

test('a row of the file is written with every formula made harmless, and nothing else of it changes', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (some) => {
      const cells = [...some, ...new Array<string>(WIDTH - some.length).fill('')];
      const text = annotatedRow(new CutRow().take(new Line(1, 0, exactLine(cells))), harmlessLine);
      expect(text).toBe(harmlessLine(cells));
      const written = new CutRow().take(new Line(1, 0, text));
      expect(some.map((_, index) => asItWas(written.cell(index)))).toEqual(some);
    }),
    { numRuns: 3000, seed: 6962 },
  );
});
