import { describe, expect, it } from 'vitest';
import { takenBackWords } from './taken-back-words.ts';

describe('what of a set was approved before', () => {
  it('is told with how many and why', () => {
    expect(takenBackWords(20, [{ note: 'Wrong file.', count: 6 }])).toBe(
      '6 of these 20 were approved before and taken back: “Wrong file.”',
    );
    expect(
      takenBackWords(6, [
        { note: 'Wrong file.', count: 5 },
        { note: 'Look again.', count: 1 },
      ]),
    ).toBe('All of these 6 were approved before and taken back: “Wrong file.” (5), “Look again.” (1)');
    expect(takenBackWords(1, [{ note: 'Look again.', count: 1 }])).toMatch(/^This one was approved before/);
  });

  it('is cut after a few reasons, and nothing where none was', () => {
    const reasons = ['a', 'b', 'c', 'd', 'e'].map((note) => ({ note, count: 1 }));
    expect(takenBackWords(9, reasons)).toMatch(/“c” \(1\), 2 more on the records$/);
    expect(takenBackWords(9, [])).toBeUndefined();
  });
});
