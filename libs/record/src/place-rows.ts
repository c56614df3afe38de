import { textOf } from './cell.ts';
import { COLUMN } from './columns.ts';
import type { HistoryRow, StepKind } from './history.ts';
import { stepKindOf } from './step-kind.ts';

/** The rows of one step by count, in order. */
export interface PlacedStep {
  /** The part of its place that the file numbers. */
  readonly order: string;
  readonly kind: StepKind;
  readonly counts: readonly (readonly HistoryRow[])[];
}

/** The rows of one cycle, in file order and by step. */
export interface PlacedCycle {
  readonly order: string;
  readonly rows: readonly HistoryRow[];
  readonly steps: readonly PlacedStep[];
}

/** Things with the same key, in the order given; nearly always the key is that of the thing before. */
class Groups<Group extends { readonly key: string }> {
  readonly inOrder: Group[] = [];
  #byKey: Map<string, Group> | undefined;
  #isAscending = true;

  find(key: string): Group | undefined {
    const last = this.inOrder.at(-1);
    if (last === undefined || last.key === key) return last;
    if (this.#isAscending && isAfter(key, last.key)) return undefined;
    this.#byKey ??= new Map(this.inOrder.map((group) => [group.key, group]));
    return this.#byKey.get(key);
  }

  add(group: Group): Group {
    const last = this.inOrder.at(-1);
    if (last !== undefined && !isAfter(group.key, last.key)) this.#isAscending = false;
    this.inOrder.push(group);
    this.#byKey?.set(group.key, group);
    return group;
  }

  /** The keys in ascending order with the empty one last. */
  sorted(): readonly Group[] {
    if (!this.#isAscending) this.inOrder.sort((a, b) => (isAfter(a.key, b.key) ? 1 : -1));
    return this.inOrder;
  }
}

function isAfter(key: string, other: string): boolean {
  if (key === '') return true;
  return other !== '' && key > other;
}

interface CountGroup {
  readonly key: string;
  readonly rows: HistoryRow[];
}

interface StepGroup {
  readonly key: string;
  readonly order: string;
  readonly kind: StepKind;
  readonly counts: Groups<CountGroup>;
}

interface CycleGroup {
  readonly key: string;
  readonly rows: HistoryRow[];
  readonly steps: Groups<StepGroup>;
}

/** In which order steps of one number stand. */
const PLACES: Readonly<Record<StepKind, string>> = {
  arrest: 'a',
  court: 'b',
  registration: 'c',
  deceased: 'd',
  other: 'e',
};

/**
 * Puts rows under their cycle, step and count by CNT_ORDER. Rows of different kinds under one number stand in steps of
 * their own. Rows without a number follow the numbered steps of their cycle, one step for each kind and date.
 *
 * @param rows those of one person, in file order
 */
export function placeRows(rows: readonly HistoryRow[]): PlacedCycle[] {
  const cycles = new Groups<CycleGroup>();
  for (const row of rows) {
    const count = textOf(row, 'CNT_ORDER');
    const cycleKey = count === '' ? cycleOf(row) : count.slice(0, 3);
    const kind = stepKindOf(row.cells[COLUMN.STP_TYPE_DESCR] ?? '');
    const number = count.slice(0, 6);
    const stepKey = count === '' ? unnumberedStep(row) : number + PLACES[kind];
    const cycle = cycles.find(cycleKey) ?? cycles.add({ key: cycleKey, rows: [], steps: new Groups() });
    const order = count === '' ? cycleKey : number;
    const step = cycle.steps.find(stepKey) ?? cycle.steps.add({ key: stepKey, order, kind, counts: new Groups() });
    const group = step.counts.find(count) ?? step.counts.add({ key: count, rows: [] });
    group.rows.push(row);
    cycle.rows.push(row);
  }
  return cycles.sorted().map((cycle) => ({
    order: cycle.key,
    rows: cycle.rows,
    steps: cycle.steps
      .sorted()
      .map(({ counts, kind, order }) => ({ order, kind, counts: counts.sorted().map((each) => each.rows) })),
  }));
}

function cycleOf(row: HistoryRow): string {
  return /^\d{3}/.exec(textOf(row, 'CYC_ORDER'))?.[0] ?? '';
}

function unnumberedStep(row: HistoryRow): string {
  return `~${textOf(row, 'STP_ORDER')}|${textOf(row, 'STP_TYPE_DESCR')}|${textOf(row, 'STP_EVENT_DATE')}`;
}
