import type { Determination } from '@clearance/contract';
import { expect, it } from 'vitest';
import { citedLines } from './cited-lines.ts';

it('names every cell once, by line, those of missing facts and flags among them', () => {
  const determination = {
    trace: {
      steps: [{ terms: [{ cells: ['9:DISP_DESCR', '2:PRI_DOB'] }, { cells: ['9:DISP_DESCR', '9:OFFENSE_DESCR'] }] }],
    },
    unknownFacts: [{ fact: 'birth_date', why: 'it is missing', cells: ['2:PRI_DOB', 'no cell'] }],
  } as unknown as Determination;
  expect(
    citedLines(determination, [{ flag: 'deceased', text: '', cells: ['31:STP_TYPE_DESCR'], importId: null }]),
  ).toEqual([
    { line: 2, columns: ['PRI_DOB'] },
    { line: 9, columns: ['DISP_DESCR', 'OFFENSE_DESCR'] },
    { line: 31, columns: ['STP_TYPE_DESCR'] },
  ]);
});
