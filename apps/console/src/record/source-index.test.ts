import type { PersonView } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { cellOf, cellWords, placesOf } from './source-index.ts';

describe('source cells', () => {
  it('are taken apart, and anything else is none', () => {
    expect(cellOf('12:PRI_DOB')).toEqual({ line: 12, column: 'PRI_DOB' });
    expect(cellOf('PRI_DOB')).toBeUndefined();
  });

  it('read as line and column in words', () => {
    expect(cellWords('12:PRI_DOB', [])).toBe('line 12 · Date of birth');
    expect(cellWords('12:NEW_COLUMN', [])).toBe('line 12 · New column');
  });

  it('are found under the count that holds their line', () => {
    const count = {
      order: '1',
      rows: [
        { line: 7, cells: {} },
        { line: 8, cells: {} },
      ],
    };
    const person = { cycles: [{ order: '101', steps: [{ order: '001', counts: [count] }] }] } as unknown as PersonView;
    expect([...placesOf(person)].map(([line, { key }]) => [line, key])).toEqual([
      [7, '101/001/1'],
      [8, '101/001/1'],
    ]);
  });
});
