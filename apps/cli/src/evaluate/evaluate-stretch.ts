import { CutRow } from '@clearance/eligibility';
import { cellText, COLUMN, DojReader, type FileRow, type RejectedRow, type UnreadRow } from '@clearance/record';
import { placeIn, type Part } from './delivery.ts';
import type { Dialect, Format, Judge, RejectCounts } from './dialect.ts';
import { Pages, type Page } from './pages.ts';
import { bytesOf, type Stretch } from './stretches.ts';
import { subjectIn, UnreadRows } from './unread-rows.ts';

/** What came of one stretch of a file. Plain data, which may come from another thread. */
export interface Evaluated<Counted> {
  /** What is to be added to each file, in the order in which the format numbers them. */
  readonly pages: readonly Page[];
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: RejectCounts;
  /** Of the rejected rows those of which nobody can tell whose they are. */
  readonly unassigned: number;
  /** Whose rows were rejected here, and who has no other row here: by name, and by number where a row gives no name. */
  readonly strays: { readonly people: readonly string[]; readonly subjects: readonly string[] };
  /** Those whose rows stand here, in the order of the file. Nobody else's rows do. */
  readonly people: readonly string[];
  readonly counted: Counted;
}

const NO_REPEATS: ReadonlyMap<number, number> = new Map();

/** Evaluates the people of one stretch after another, and writes their rows in the order of the file. */
export class StretchEvaluator<Fact extends { readonly line: number }, Counted> {
  /** Whoever has written the pages of a stretch gives them back to these. */
  readonly pages = new Pages();
  readonly #dialect: Dialect<Fact, Counted>;
  readonly #format: Format;
  readonly #cuts: CutRow[] = [];

  constructor(dialect: Dialect<Fact, Counted>, format: Format) {
    this.#dialect = dialect;
    this.#format = format;
  }

  /** @returns undefined where the rows of a person stand apart */
  evaluate(stretch: Stretch): Evaluated<Counted> | undefined {
    const { detected, part, start } = stretch;
    const dialect = this.#dialect;
    const reader = new DojReader({ ...detected, person: dialect.person, start });
    const batches = [reader.push(bytesOf(stretch)), reader.end()];
    const rows = batches.flatMap((batch) => batch.rows);
    const rejected = batches.flatMap((batch) => batch.rejected);
    const judge = dialect.begin();
    const unread = new UnreadRows(dialect.person);
    for (const row of rejected) {
      const whose = unread.add(row, part);
      this.#format.rejected(row, whose, part, this.pages.write);
    }
    const people = new Set<string>();
    const subjects = new Set<string>();
    for (let from = 0; from < rows.length;) {
      const person = ownCopy(dialect.personOf(this.#cut(0, rows[from] as FileRow)));
      if (people.has(person)) {
        this.pages.reuse(this.pages.take());
        return undefined;
      }
      people.add(person);
      let to = from + 1;
      for (; to < rows.length; to++) {
        if (dialect.personOf(this.#cut(to - from, rows[to] as FileRow)) !== person) break;
      }
      const subject = ownCopy(cellText(rows[from]?.cell(COLUMN.SUBJECT_ID) ?? ''));
      if (rejected.length > 0) subjects.add(subjectIn(part, subject));
      this.#write(this.#cuts.slice(0, to - from), judge, unread.of(person, [subjectIn(part, subject)]), part);
      from = to;
    }
    return {
      pages: this.pages.take(),
      accepted: rows.length,
      rejected: rejected.length,
      reasons: countReasons(rejected),
      unassigned: unread.unassigned,
      strays: unread.strays(people, subjects),
      people: [...people],
      counted: judge.counted(),
    };
  }

  /** The rows of one person. */
  #write(rows: readonly CutRow[], judge: Judge<Fact, Counted>, unread: readonly UnreadRow[], part: Part): void {
    const dialect = this.#dialect;
    const facts = rows.filter((row, index) => index === 0 || dialect.matters(row)).map((row) => dialect.fact(row));
    const answers = judge.judge(facts, unread, { placeOf: placeIn([part]), repeats: NO_REPEATS });
    let next = 0;
    for (const row of rows) {
      const answer = answers[next]?.line === row.line ? answers[next++] : undefined;
      this.#format.row(row, answer ?? { tail: dialect.tail(row), inScope: false }, part, this.pages.write);
    }
  }

  #cut(index: number, row: FileRow): CutRow {
    return (this.#cuts[index] ??= new CutRow()).take(row);
  }
}

/** How many rows were rejected, by what is wrong with them. */
export function countReasons(rejected: readonly RejectedRow[], counts: Record<string, number> = {}): RejectCounts {
  for (const { reason } of rejected) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** A text cut out of a line keeps the whole line in memory; short ones are copied anyway. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
