import { exactLine, isExactLine } from '../exact-csv.ts';
import { splitCells } from './split-cells.ts';

/** A well-formed line with only the quotes that it needs. */
export function exactText(text: string): string {
  return isExactLine(text) ? text : exactLine(splitCells(text));
}
