import type { EnteredFact, EnteredKind, LocalDate } from '@clearance/record';
import { enteredCell } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { dateText, known, unknown } from '../fact.ts';

/** How an entered fact stands beside the file that the history was read from. */
export type EnteredStanding =
  /** The file does not say; the entered fact is taken. */
  | 'used'
  | 'same_as_file'
  /** The file says otherwise: neither is taken until a person clears it up. */
  | 'contradicts_file'
  /** People entered different things: none of them is taken. */
  | 'disputed'
  /** The history no longer has the conviction that the fact is about. */
  | 'no_such_conviction';

type OfKind<Kind extends EnteredKind> = Extract<EnteredFact, { kind: Kind }>;

/** How a value of one kind of fact is compared with what the file says, and shown. */
export interface Comparing<T> {
  readonly show: (value: T) => string;
  /** What the file says, in words; where it says nothing that can be shown, it is left out. */
  readonly showFile: (file: Fact<T>) => string;
  /** Where rows contradict each other: whether one of them says this. Absent: the rows do not. */
  readonly isSaid?: ((value: T) => boolean) | undefined;
}

const NONE: readonly EnteredFact[] = [];

/** What people entered about one person, and how each of it stands beside the file. */
export class EnteredFacts {
  readonly all: readonly EnteredFact[];
  readonly #standings = new Map<string, EnteredStanding>();

  constructor(all: readonly EnteredFact[] = NONE) {
    this.all = all;
  }

  /** The facts of a kind; with a conviction, only those about it. */
  of<Kind extends EnteredKind>(kind: Kind, conviction?: string): OfKind<Kind>[] {
    // Nearly nobody has any, and this is asked for every conviction.
    if (this.all.length === 0) return [];
    return this.all.filter(
      (fact): fact is OfKind<Kind> =>
        fact.kind === kind && (conviction === undefined || ('conviction' in fact && fact.conviction === conviction)),
    );
  }

  standingOf({ id }: Pick<EnteredFact, 'id'>): EnteredStanding {
    return this.#standings.get(id) ?? 'used';
  }

  note(facts: readonly Pick<EnteredFact, 'id'>[], standing: EnteredStanding): void {
    for (const { id } of facts) this.#standings.set(id, standing);
  }

  /**
   * The fact with what people entered: it fills what the file leaves unknown. Where it contradicts the file, or people
   * contradict each other, the fact is unknown and both are shown; nothing wins in silence.
   */
  over<T extends string | number | boolean, E extends EnteredFact>(
    file: Fact<T>,
    facts: readonly E[],
    valueOf: (fact: E) => T,
    { isSaid, show, showFile }: Comparing<T>,
  ): Fact<T> {
    const [first] = facts;
    if (!first) return file;
    const cells = [...facts.map(enteredCell), ...file.cells];
    const value = valueOf(first);
    const others = facts.filter((fact) => valueOf(fact) !== value);
    if (others.length > 0) {
      this.note(facts, 'disputed');
      const values = [...new Set(facts.map((fact) => show(valueOf(fact))))];
      return unknown(`different things were entered: ${values.join(' and ')}`, cells);
    }
    if (file.state === 'known' && file.value === value) {
      this.note(facts, 'same_as_file');
      return known(value, cells);
    }
    if (!mayBe(file, value) || isSaid?.(value) === false) {
      this.note(facts, 'contradicts_file');
      return unknown(`the file says ${showFile(file)}, and ${show(value)} was entered`, cells);
    }
    this.note(facts, 'used');
    return known(value, facts.map(enteredCell));
  }
}

export const NOTHING_ENTERED = new EnteredFacts();

/** Whether the file leaves room for this value. */
function mayBe<T extends string | number | boolean>(file: Fact<T>, value: T): boolean {
  if (file.state === 'known') return false;
  if (file.state === 'unknown') return true;
  return (file.low === undefined || value >= file.low) && (file.high === undefined || value <= file.high);
}

/** Dates: a day is shown as it stands. */
export const comparingDates: Comparing<LocalDate> = { show: (day) => day, showFile: dateText };
