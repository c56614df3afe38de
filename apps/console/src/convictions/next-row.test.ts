import { describe, expect, it } from 'vitest';
import { afterwards } from './next-row.ts';
import { placeIn } from './place-in.ts';

describe('going on after a decision', () => {
  it('goes to the next row, at the end to the one before, alone nowhere', () => {
    expect(afterwards(['a', 'b', 'c'], 'b')).toBe('c');
    expect(afterwards(['a', 'b', 'c'], 'c')).toBe('b');
    expect(afterwards(['a'], 'a')).toBeUndefined();
    expect(afterwards(['a'], 'x')).toBeUndefined();
  });

  it('stays in place when the row has left the list', () => {
    expect(placeIn(['a', 'c'], { id: 'b', index: 1 })).toBe(1);
    expect(placeIn(['a', 'b'], { id: 'c', index: 2 })).toBe(1);
    expect(placeIn(['a', 'b', 'c'], { id: 'c', index: 0 })).toBe(2);
    expect(placeIn([], { id: undefined, index: 0 })).toBe(-1);
  });
});
