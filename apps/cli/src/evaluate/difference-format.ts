import type { CutRow } from '@clearance/eligibility';
import type { Part } from './delivery.ts';
import type { Format, Write, Written } from './dialect.ts';

/** The report of differences, the one file there is: only rows with an answer have a line in it. */
export const differenceFormat: Format = {
  row(_row: CutRow, { tail }: Written, _part: Part, write: Write): void {
    if (tail !== '') write(0, tail);
  },
  rejected() {
    // They are counted, and `evaluate` lists them.
  },
};
