import { describe, expect, it } from 'vitest';
import { lineHeading, lineWords, linesWords } from './line-words.ts';

const one = [{ name: 'a.dat', linesBefore: 0 }];
const two = [...one, { name: 'b.dat', linesBefore: 1200 }];

describe('a line', () => {
  it('is named alone where there is one file', () => {
    expect(lineWords(one, 1201)).toBe('line 1,201');
    expect(lineWords([], 3)).toBe('line 3');
    expect(lineHeading(one, 3)).toBe('Line 3');
  });

  it('is counted in its own file where several were delivered', () => {
    expect(lineWords(two, 1200)).toBe('a.dat, line 1,200');
    expect(lineWords(two, 1201)).toBe('b.dat, line 1');
    expect(lineHeading(two, 1201)).toBe('b.dat, line 1');
  });

  it('stands with others of its file', () => {
    expect(linesWords(one, [3])).toBe('line 3');
    expect(linesWords(one, [3, 4])).toBe('lines 3, 4');
    expect(linesWords(two, [3, 4, 1201])).toBe('a.dat, lines 3, 4; b.dat, line 1');
  });
});
