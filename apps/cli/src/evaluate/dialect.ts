import type { CutRow } from '@clearance/eligibility';
import type { PersonColumn, RejectedRow } from '@clearance/record';

/** What is written behind the cells of one row. */
export interface Answer {
  /** The row's line in the file. */
  readonly line: number;
  /** CSV, beginning with a comma and ending with the line end. */
  readonly tail: string;
  /** Whether the row is one of those that the policy speaks of. */
  readonly inScope: boolean;
}

/** Evaluates the people of one file, and counts as it goes. */
export interface Judge<Fact> {
  /**
   * @param facts of one person, in file order: of the first row and of all that matter
   * @returns in file order
   */
  judge(facts: readonly Fact[]): readonly Answer[];
}

/** A way of reading histories and of writing what came of it. */
export interface Dialect<Fact extends { readonly line: number }, OfFile extends Judge<Fact>> {
  /** The cell without which a row belongs to nobody. */
  readonly person: PersonColumn;
  /** What tells people apart within a file. */
  personOf(row: CutRow): string;
  /** A judge for one file. */
  begin(): OfFile;
  /** Counts what a judge has counted, now that its file is complete. */
  keep(judge: OfFile): void;
  /** Whether a row can matter to what is said of its person; the first one always does. */
  matters(row: CutRow): boolean;
  /** The row as a fact, to be judged at once. */
  fact(row: CutRow): Fact;
  /** The cells that a fact is made of, and the fact made of them again, where it has to wait on the disk. */
  pack(row: CutRow): readonly string[];
  unpack(line: number, cells: readonly string[]): Fact;
  /** The tail of a row without an answer. */
  tail(row: CutRow): string;
}

/** A dialect that fills the result files of an evaluation. */
export interface ResultDialect<Fact extends { readonly line: number }, OfFile extends Judge<Fact>> extends Dialect<
  Fact,
  OfFile
> {
  readonly headers: readonly string[];
  /** Whether the cells of the file are given back as they stood, or made harmless for a spreadsheet. */
  readonly exact: boolean;
  /** The content of `summary.json`. */
  summary(counts: FileCounts): object;
  /** What the last line says: how many convictions in scope, and what became of them. */
  outcome(): string;
  /** How many convictions are in scope. */
  inScope(): number;
}

/** Where the rows of a file go, in its order, each with its tail. */
export interface RowSink {
  row(row: CutRow, tail: string, inScope: boolean): void;
  rejected(file: string, row: RejectedRow): void;
  /** Brings to the disk what is waiting in memory. */
  drain(): Promise<void>;
  /** A place to which the sink can be taken back. */
  mark(): Promise<readonly number[]>;
  rewind(mark: readonly number[]): Promise<void>;
}

export interface FileCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly people: number;
  readonly seconds: number;
}
