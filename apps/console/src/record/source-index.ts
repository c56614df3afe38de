import type { PersonView } from '@clearance/contract';
import { columnWord } from './column-words.ts';

export type CycleView = PersonView['cycles'][number];
export type StepView = CycleView['steps'][number];
export type CountView = StepView['counts'][number];

/** A cell reference `12:PRI_DOB` taken apart; undefined when it is none. */
export function cellOf(text: string): { readonly line: number; readonly column: string } | undefined {
  const [, line, column] = /^(\d+):(\w+)$/.exec(text) ?? [];
  return line && column ? { line: Number(line), column } : undefined;
}

/** `line 12 · Date of birth` */
export function cellWords(text: string): string {
  const cell = cellOf(text);
  return cell ? `line ${cell.line} · ${columnWord(cell.column)}` : text;
}

/** One name for a count that no other count of the person has. */
export const countKey = (cycle: CycleView, step: StepView, count: CountView): string =>
  `${cycle.order}/${step.order}/${count.order}`;

/** Under which count each line of the file stands. */
export function linesOf(person: PersonView): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const cycle of person.cycles) {
    for (const step of cycle.steps) {
      for (const count of step.counts) {
        for (const { line } of count.rows) lines.set(line, countKey(cycle, step, count));
      }
    }
  }
  return lines;
}

/** The id of a cell on the page, to scroll to it. */
export const cellId = (line: number, column: string): string => `cell-${line}-${column}`;
