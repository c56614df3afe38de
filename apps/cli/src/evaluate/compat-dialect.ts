import {
  compatColumns,
  compatHeaders,
  CompatTally,
  evaluateCompat,
  mattersToCompat,
  OTHER_P64_COLUMN,
  otherP64,
  type CompatCounts,
  type CompatFlow,
  type CompatRow,
  type CutRow,
} from '@clearance/eligibility';
import { COLUMN, exactLine } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Answer, FileCounts, Judge, ResultDialect } from './dialect.ts';

type Fact = CompatRow & { readonly line: number };

const FIELDS = Object.keys(compatColumns) as (keyof CompatRow)[];

class CompatJudge implements Judge<Fact, CompatCounts> {
  readonly #tally: CompatTally;
  readonly #flow: CompatFlow;
  readonly #line: typeof exactLine;

  constructor(flow: CompatFlow, line: typeof exactLine) {
    this.#flow = flow;
    this.#line = line;
    this.#tally = new CompatTally(flow);
  }

  judge(facts: readonly Fact[]): Answer[] {
    const person = evaluateCompat(facts, this.#flow);
    this.#tally.add(person);
    return person.answers.map(({ conviction, columns }) => {
      const row = facts[conviction.row] as Fact;
      const cells = columns.with(OTHER_P64_COLUMN, otherP64(row));
      return { line: row.line, tail: `,${this.#line(cells)}\n`, inScope: true };
    });
  }

  counted(): CompatCounts {
    return this.#tally.counts();
  }
}

/**
 * The old tools, and the files as they wrote them: the cells are exact, and so they are not escaped for spreadsheets, unless
 * whoever runs the tool asks for harmless ones.
 */
export class CompatDialect implements ResultDialect<Fact, CompatCounts> {
  readonly person = 'SUBJECT_ID';
  readonly exact: boolean;
  readonly accounts = false;
  readonly headers: readonly string[];
  readonly #flow: CompatFlow;
  readonly #tally: CompatTally;
  /** What stands before and after the one column that a row without an answer may have. */
  readonly #before = ','.repeat(OTHER_P64_COLUMN + 1);
  readonly #after: string;
  readonly #line: typeof exactLine;

  constructor(flow: CompatFlow, exact = true) {
    this.exact = exact;
    this.#line = exact ? exactLine : harmlessLine;
    this.#flow = flow;
    this.#tally = new CompatTally(flow);
    this.headers = compatHeaders(flow);
    this.#after = `${','.repeat(this.headers.length - OTHER_P64_COLUMN - 1)}\n`;
  }

  begin(): CompatJudge {
    return new CompatJudge(this.#flow, this.#line);
  }

  keep(counted: CompatCounts): void {
    this.#tally.absorb(counted);
  }

  personOf(row: CutRow): string {
    return row.cell(COLUMN.SUBJECT_ID);
  }

  matters(row: CutRow): boolean {
    return mattersToCompat(row, this.#flow);
  }

  fact(row: CutRow): Fact {
    return row;
  }

  pack(row: CutRow): string[] {
    return FIELDS.map((name) => row[name]);
  }

  unpack(line: number, cells: readonly string[]): Fact {
    const fields = Object.fromEntries(FIELDS.map((name, index) => [name, cells[index] ?? '']));
    return { line, ...(fields as Record<keyof CompatRow, string>) };
  }

  tail(row: CutRow): string {
    return this.#before + this.#line([otherP64(row)]) + this.#after;
  }

  summary({ accepted, seconds }: FileCounts): object {
    return { ...this.#tally.summary(), lineCount: accepted, processingTimeInSeconds: seconds };
  }

  balance(): undefined {
    return undefined;
  }

  outcome(): string {
    const counts = this.#tally.summary();
    return (
      `${this.inScope()} convictions in scope of ${this.#tally.peopleInScope} people, ` +
      `${counts.subjectsWithSomeReliefCount} people with some relief`
    );
  }

  inScope(): number {
    return this.#tally.inScope;
  }
}
