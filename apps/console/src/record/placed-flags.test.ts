import type { PersonView } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { placedFlags } from './placed-flags.ts';

const step = (kind: string, date: string | null, line: number, offense: string) => ({
  order: '001',
  kind,
  date,
  agency: 'A',
  county: 'FRESNO',
  counts: [{ order: '1', offense, rows: [{ line, cells: {} }] }],
});
const person = {
  cycles: [
    { order: '1', steps: [step('court', '2001-05-01', 7, '187 PC')] },
    { order: '2', steps: [step('court', '1999-01-01', 9, '207 PC'), step('registration', '2002-02-02', 12, '290 PC')] },
  ],
} as unknown as PersonView;
const raised = (text: string, cell: string) => ({ flag: 'super_strike', text, cells: [cell], importId: null });

describe('flags', () => {
  it('name every row that raised them, the oldest first', () => {
    const [first] = placedFlags(
      ['super_strike'],
      [raised('187 PC', '7:OFFENSE_DESCR'), raised('207 PC', '9:OFFENSE_DESCR')],
      person,
    );
    expect(first?.rows.map(({ text, place }) => [text, place?.step.date])).toEqual([
      ['207 PC', '1999-01-01'],
      ['187 PC', '2001-05-01'],
    ]);
  });

  it('are those of the engine alone: a registration in the history is none by itself', () => {
    expect(placedFlags([], [], person)).toEqual([]);
  });

  it('stand without a row where nobody says which', () => {
    expect(placedFlags(['row_unreadable'], [], undefined)).toEqual([{ flag: 'row_unreadable', rows: [] }]);
  });
});
