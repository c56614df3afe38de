import { describe, expect, it } from 'vitest';
import { begin, change, redo, undo } from './history.ts';

describe('undoing', () => {
  it('goes back step by step and forward again', () => {
    const made = change(change(begin('a'), 'b'), 'c');
    expect(undo(made).present).toBe('b');
    expect(undo(undo(undo(made))).present).toBe('a');
    expect(redo(undo(made)).present).toBe('c');
    expect(redo(made)).toBe(made);
  });

  it('takes typing in one field as one step, and typing in another as a new one', () => {
    const typed = change(change(change(begin(''), 'F', 'title'), 'Fi', 'title'), 'Fi!', 'cite');
    expect(undo(typed).present).toBe('Fi');
    expect(undo(undo(typed)).present).toBe('');
  });

  it('begins a new step after going back', () => {
    const typed = change(begin(''), 'F', 'title');
    const again = change(undo(change(typed, 'Fi', 'title')), 'G', 'title');
    expect(undo(again).present).toBe('');
    expect(again.future).toEqual([]);
  });

  it('is no step when nothing changed, and remembers a hundred', () => {
    const start = begin('a');
    expect(change(start, 'a')).toBe(start);
    const long = Array.from({ length: 150 }, (_, n) => n + 1).reduce((made, n) => change(made, n), begin(0));
    expect(long.past).toHaveLength(100);
    expect(long.past[0]).toBe(50);
  });
});
