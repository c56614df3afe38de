import { expect, it } from 'vitest';
import { onPresentLines } from './present-lines.ts';
import type { TraceView } from './trace-view.ts';

it('leads to the lines of the present file where the same stands on others', () => {
  const view = {
    movedLines: { 12: 31 },
    determination: {
      unknownFacts: [{ fact: 'birth_date', why: 'it is missing', cells: ['12:PRI_DOB'] }],
      trace: { steps: [{ terms: [{ cells: ['12:PRI_DOB', '13:DISP_DESCR'] }] }] },
    },
  } as unknown as TraceView;
  const { determination } = onPresentLines(view);
  expect(determination?.trace.steps[0]?.terms[0]?.cells).toEqual(['31:PRI_DOB', '13:DISP_DESCR']);
  expect(determination?.unknownFacts[0]?.cells).toEqual(['31:PRI_DOB']);
  expect(onPresentLines({ ...view, movedLines: {} }).determination).toBe(view.determination);
});
