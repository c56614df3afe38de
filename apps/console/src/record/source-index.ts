import type { PersonView } from '@clearance/contract';
import { columnWord } from './column-words.ts';
import { lineWords, type Parts } from './line-words.ts';

export type CycleView = PersonView['cycles'][number];
export type StepView = CycleView['steps'][number];
export type CountView = StepView['counts'][number];

/** A cell reference `12:PRI_DOB` taken apart; undefined when it is none. */
export function cellOf(text: string): { readonly line: number; readonly column: string } | undefined {
  const [, line, column] = /^(\d+):(\w+)$/.exec(text) ?? [];
  return line && column ? { line: Number(line), column } : undefined;
}

/** `line 12 · Date of birth` */
export function cellWords(text: string, parts: Parts): string {
  const cell = cellOf(text);
  return cell ? `${lineWords(parts, cell.line)} · ${columnWord(cell.column)}` : text;
}

/** One name for a count that no other count of the person has. */
export const countKey = (cycle: CycleView, step: StepView, count: CountView): string =>
  `${cycle.order}/${step.order}/${count.order}`;

/** Where a line of the delivery stands in the history, with what it says. */
export interface Place {
  readonly step: StepView;
  readonly count: CountView;
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Where each line of the file stands in a person's history. */
export function placesOf(person: PersonView): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const cycle of person.cycles) {
    for (const step of cycle.steps) {
      for (const count of step.counts) {
        const key = countKey(cycle, step, count);
        for (const { cells, line } of count.rows) places.set(line, { step, count, key, cells });
      }
    }
  }
  return places;
}

/** The id of a cell on the page, to scroll to it. */
export const cellId = (line: number, column: string): string => `cell-${line}-${column}`;
