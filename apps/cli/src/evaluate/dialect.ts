import type { CutRow } from '@clearance/eligibility';
import type { PersonColumn, RejectedRow, RejectReason, UnreadRow } from '@clearance/record';
import type { Part } from './delivery.ts';

/** What is written behind the cells of one row. */
export interface Answer {
  /** The row's line in the file. */
  readonly line: number;
  /** CSV, beginning with a comma and ending with the line end. */
  readonly tail: string;
  /** Whether the row is one of those that the policy speaks of. */
  readonly inScope: boolean;
  /** What became of a row that has no determination and had to be accounted for. */
  readonly account?: RowWithout;
}

/** A row without a determination: outside the policy for a reason, or to be looked at by a person. */
export interface RowWithout {
  readonly became: 'outside' | 'needs_review';
  readonly reason: string;
}

/** What is written of a row. */
export type Written = Omit<Answer, 'line'>;

/** What is known of where the rows of a person stand. */
export interface Delivered {
  /** How people are told of a line. */
  readonly placeOf: (line: number) => string;
  /** Lines that say what an earlier file of the delivery says as well, and the line there. They are no facts. */
  readonly repeats: ReadonlyMap<number, number>;
}

/** Evaluates people, and counts as it goes. */
export interface Judge<Fact, Counted> {
  /**
   * @param facts of one person, in file order: of the first row and of all that matter
   * @param unread rows of the person that could not be read
   * @returns in file order
   */
  judge(facts: readonly Fact[], unread: readonly UnreadRow[], delivered: Delivered): readonly Answer[];
  /** What it counted so far, as plain data: it may have been counted in another thread. */
  counted(): Counted;
}

/** A way of reading histories and of writing what came of it. */
export interface Dialect<Fact extends { readonly line: number }, Counted> {
  /** The cell without which a row belongs to nobody. */
  readonly person: PersonColumn;
  /** What tells people apart within a file. */
  personOf(row: CutRow): string;
  begin(): Judge<Fact, Counted>;
  /** Adds what judges counted, in the order of the files. */
  keep(counted: Counted): void;
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
export interface ResultDialect<Fact extends { readonly line: number }, Counted> extends Dialect<Fact, Counted> {
  readonly headers: readonly string[];
  /** Whether the cells of the file are given back as they stood, or made harmless for a spreadsheet. */
  readonly exact: boolean;
  /** Whether it says of each row that it had to account for what became of it; then there is an `outside.csv`. */
  readonly accounts: boolean;
  /** The content of `summary.json`. */
  summary(counts: FileCounts): object;
  /** What the last line says: how many convictions in scope, and what became of them. */
  outcome(): string;
  /** How many convictions are in scope. */
  inScope(): number;
  /** What became of every row that had to be accounted for, where the dialect does so. */
  balance(counts: FileCounts): string | undefined;
}

export type RejectCounts = Readonly<Partial<Record<RejectReason, number>>>;

/** Takes text for one of several files, which are numbered from 0. */
export type Write = (file: number, text: string) => void;

/** How rows are written. Nothing is kept between rows, so that any thread can write any stretch of a file. */
export interface Format {
  row(row: CutRow, written: Written, part: Part, write: Write): void;
  /** @param whose the person whose row it is; empty where nobody can tell */
  rejected(row: RejectedRow, whose: string, part: Part, write: Write): void;
}

export interface FileCounts {
  readonly accepted: number;
  readonly rejected: number;
  /** The rejected rows by what is wrong with them. */
  readonly reasons: RejectCounts;
  /** Of the rejected rows those of which nobody can tell whose they are. */
  readonly unassigned: number;
  readonly people: number;
  /** Rows that an earlier file of the delivery has as well: they count once. */
  readonly repeated: number;
  readonly seconds: number;
}
