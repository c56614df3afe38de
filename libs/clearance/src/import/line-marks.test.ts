import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineMarks } from './line-marks.ts';

it('cuts a file at line ends only, wherever its bytes were cut on the way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: 1, max: 50 }), (lengths, piece) => {
      const text = lengths.map((length) => `${'x'.repeat(length)}\n`).join('');
      const bytes = Buffer.from(text);
      const marks = new LineMarks(40);
      for (let at = 0; at < bytes.length; at += piece) marks.see(bytes.subarray(at, at + piece));
      const places = marks.begins.map(([offset]) => offset);
      expect(marks.begins[0]).toEqual([0, 0]);
      for (const [offset, lines] of marks.begins) expect(text.slice(0, offset).split('\n').length - 1).toBe(lines);
      for (const offset of places.slice(1)) expect(text[offset - 1]).toBe('\n');
      places.slice(1).forEach((offset, index) => expect(offset - (places[index] ?? 0)).toBeGreaterThanOrEqual(40));
      // The last may be long: nothing was cut where the file had ended.
      expect(places.at(-1)).toBeGreaterThan(bytes.length - 40 - 31);
    }),
  );
});
