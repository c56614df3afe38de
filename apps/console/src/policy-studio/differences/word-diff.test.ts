import { expect, it } from 'vitest';
import { piecesAgainst } from './word-diff.ts';

const marked = (text: string, other: string) =>
  piecesAgainst(text, other)
    .map((piece) => (piece.isOnlyHere ? `[${piece.text.trim()}] ` : piece.text))
    .join('')
    .trim();

it('marks the words that only one of two sentences has', () => {
  const [before, after] = [
    'Dismiss when the person is 50 or older.',
    'Dismiss when the person is 45 or older and free.',
  ];
  expect(marked(before, after)).toBe('Dismiss when the person is [50] or older.');
  expect(marked(after, before)).toBe('Dismiss when the person is [45] or older [and free.]');
});

it('marks nothing of the same sentence, and everything against none', () => {
  expect(marked('Not eligible.', 'Not eligible.')).toBe('Not eligible.');
  expect(marked('Not eligible.', '')).toBe('[Not eligible.]');
});
