import type { CutRow } from '@clearance/eligibility';
import type { Format, Write } from './dialect.ts';

/** The report of differences, the one file there is: only rows with an answer have a line in it. */
export const differenceFormat: Format = {
  row(_row: CutRow, tail: string, _inScope: boolean, write: Write): void {
    if (tail !== '') write(0, tail);
  },
  rejected() {
    // They are counted, and `evaluate` lists them.
  },
};
