import type { TraceStep } from '@clearance/contract';
import { cellOf } from './source-index.ts';
import type { CellText, TraceView } from './trace-view.ts';

/** The same view with every cell where it stands in the present file, which may say the same on other lines. */
export function onPresentLines(view: TraceView): TraceView {
  const { determination, movedLines } = view;
  if (!determination || Object.keys(movedLines).length === 0) return view;
  const moved = (text: CellText): CellText => {
    const cell = cellOf(text);
    const line = cell && movedLines[cell.line];
    return cell && line !== undefined ? (text.replace(/^\d+/, String(line)) as CellText) : text;
  };
  const step = (one: TraceStep): TraceStep => ({
    ...one,
    terms: one.terms.map((term) => ({ ...term, cells: term.cells.map(moved) })),
  });
  return {
    ...view,
    determination: {
      ...determination,
      unknownFacts: determination.unknownFacts.map((fact) => ({ ...fact, cells: fact.cells.map(moved) })),
      trace: { ...determination.trace, steps: determination.trace.steps.map(step) },
    },
  };
}
