import type { Cell } from '../ui/csv.ts';
import { number } from '../ui/format.ts';

/** Below this a published figure might point to somebody. */
const LEAST = 11;
export const FEWER = `fewer than ${LEAST}`;

/** Whether a figure must not be published as it is; that there is nobody at all may be said. */
export const isSmall = (value: number): boolean => value > 0 && value < LEAST;

/** A figure as it is, or for publication only as small. */
export const cellOf = (value: number, publish: boolean): Cell => (publish && isSmall(value) ? FEWER : value);

/** The same as text: `1,204`. */
export const figureText = (value: number, publish: boolean): string => {
  const cell = cellOf(value, publish);
  return typeof cell === 'number' ? number(cell) : cell;
};
