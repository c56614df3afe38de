import type { PersonView } from '@clearance/contract';
import { number } from '../ui/format.ts';

/** The files of a delivery, in the order in which its lines are counted. */
export type Parts = PersonView['parts'];

/** Where a line stands, as somebody finds it again: `line 12`, or `sj-2.dat, line 12` where several files were delivered. */
export function lineWords(parts: Parts, line: number): string {
  const part = parts.length > 1 ? parts.findLast(({ linesBefore }) => linesBefore < line) : undefined;
  return part ? `${part.name}, line ${number(line - part.linesBefore)}` : `line ${number(line)}`;
}

/** The same over what the line says: `Line 12`; the name of a file stays as it is. */
export const lineHeading = (parts: Parts, line: number): string => lineWords(parts, line).replace(/^line /, 'Line ');

/** Where several lines stand, each file named once: `lines 3, 4`, or `a.dat, lines 3, 4; b.dat, line 1`. */
export function linesWords(parts: Parts, lines: readonly number[]): string {
  const perFile = Map.groupBy(lines, (line) =>
    parts.length > 1 ? parts.findLastIndex(({ linesBefore }) => linesBefore < line) : -1,
  );
  return [...perFile]
    .map(([index, its]) => {
      const part = parts[index];
      const numbers = its.map((line) => number(line - (part?.linesBefore ?? 0))).join(', ');
      return `${part ? `${part.name}, ` : ''}${its.length === 1 ? 'line' : 'lines'} ${numbers}`;
    })
    .join('; ');
}
