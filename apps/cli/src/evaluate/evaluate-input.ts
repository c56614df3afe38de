import { CutRow } from '@clearance/eligibility';
import { cellText, COLUMN, toldOnce, type UnreadRow } from '@clearance/record';
import type { Dialect, Format, RejectCounts, Written } from './dialect.ts';
import { countReasons, ownCopy, type Evaluated } from './evaluate-stretch.ts';
import type { Evaluators } from './evaluators.ts';
import { partOf, placeIn, readDelivery, sizeOf, type Delivery, type Part } from './delivery.ts';
import type { OutputFiles } from './output-files.ts';
import { Pages } from './pages.ts';
import { stretchesOf } from './stretches.ts';
import { subjectIn, UnreadRows } from './unread-rows.ts';
import { WaitingFacts } from './waiting-facts.ts';

/** Texts beyond this number are not looked for again. */
const MOST_HELD = 10_000;

export interface InputCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: RejectCounts;
  /** Of the rejected rows those of which nobody can tell whose they are. */
  readonly unassigned: number;
  readonly people: number;
  /** Rows that an earlier file of the delivery has as well: they count once. */
  readonly repeated: number;
}

/** Told of the bytes of a delivery that are read. `again` says that it has to be read twice more, from its beginning. */
export interface Progress {
  read(bytes: number): void;
  again(): void;
}

/** Where the rows of a file go, and what writes them. */
export interface Destination<Counted> {
  readonly files: OutputFiles;
  readonly format: Format;
  readonly evaluators: Evaluators<Counted>;
  /** Where facts wait on the disk. */
  readonly folder: string;
  readonly progress: Progress;
  /** About how large the stretches of a file are, in bytes; the usual size unless told. */
  readonly stretch?: number;
}

/** A file that can be read, but holds no row of a criminal history: mostly another file than was meant. */
export class NoRows extends Error {
  constructor(path: string, setAside: number) {
    const what = setAside === 0 ? `${path} holds no row` : `not one row of ${path} is a criminal-history row`;
    super(`${what}; is it the right file? Nothing was written`);
  }
}

/**
 * Evaluates the files of a delivery and writes their rows in their order. Where the rows of each person stand together, as
 * they nearly always do, one reading is enough, several stretches at once. Where they do not, a person stands in several
 * files, or a row that could not be read stands apart from the others of its person, what was written is taken back and
 * the delivery is read twice: once for the facts of its people, once to write.
 *
 * @throws NoRows where there is a file without one; what the result files took by then is not to be kept
 */
export async function evaluateInput<Fact extends { readonly line: number }, Counted>(
  delivery: Delivery,
  dialect: Dialect<Fact, Counted>,
  to: Destination<Counted>,
): Promise<InputCounts> {
  const mark = to.files.mark();
  const atOnce = await evaluateAtOnce(delivery, dialect, to);
  if (atOnce) return atOnce;
  await to.files.rewind(mark);
  to.progress.again();
  const waiting = await WaitingFacts.create(to.folder, sizeOf(delivery));
  try {
    const { parts, people, unreadOf } = await gather(delivery, dialect, waiting, to.progress);
    const { answers, repeated } = await judgeWaiting(dialect, waiting, unreadOf, parts);
    return { ...(await writeAnswered(delivery, dialect, answers, to)), repeated, people };
  } finally {
    await waiting.close();
  }
}

/** Counts the rows of each file: one without any is another file than was meant. */
class RowCounts {
  accepted = 0;
  rejected = 0;
  readonly reasons: Record<string, number> = {};
  readonly #files: Map<string, { accepted: number; rejected: number }>;

  constructor(delivery: Delivery) {
    this.#files = new Map(delivery.map(({ path }) => [path, { accepted: 0, rejected: 0 }]));
  }

  add({ file }: Part, accepted: number, reasons: RejectCounts): void {
    const own = this.#files.get(file);
    const rejected = Object.values(reasons).reduce((sum, count) => sum + count, 0);
    for (const [reason, count] of Object.entries(reasons)) this.reasons[reason] = (this.reasons[reason] ?? 0) + count;
    this.accepted += accepted;
    this.rejected += rejected;
    if (own) own.accepted += accepted;
    if (own) own.rejected += rejected;
  }

  /** @throws NoRows */
  refuseEmpty(): void {
    for (const [path, { accepted, rejected }] of this.#files) if (accepted === 0) throw new NoRows(path, rejected);
  }
}

/** Undefined where a person's rows do not stand together. */
async function evaluateAtOnce<Fact extends { readonly line: number }, Counted>(
  delivery: Delivery,
  dialect: Dialect<Fact, Counted>,
  { evaluators, files, progress, stretch }: Destination<Counted>,
): Promise<InputCounts | undefined> {
  const seen = new Set<string>();
  const counted: Counted[] = [];
  const strays = new Set<string>();
  const rows = new RowCounts(delivery);
  let unassigned = 0;
  const take = async (evaluated: Evaluated<Counted>, part: Part): Promise<boolean> => {
    for (const person of evaluated.people) {
      if (seen.has(person)) return false;
      seen.add(person);
    }
    // Whose number it is only the whole file can tell.
    if (evaluated.strays.subjects.length > 0) return false;
    for (const person of evaluated.strays.people) strays.add(person);
    rows.add(part, evaluated.accepted, evaluated.reasons);
    unassigned += evaluated.unassigned;
    counted.push(evaluated.counted);
    await files.take(evaluated.pages);
    evaluators.reuse(evaluated.pages);
    return true;
  };
  const stretches = stretchesOf(delivery, dialect, stretch);
  /** In the order of the delivery; each is written once those before it are. */
  const working: {
    readonly part: Part;
    readonly end: number;
    readonly evaluated: Promise<Evaluated<Counted> | undefined>;
  }[] = [];
  try {
    for (let isOver = false; !isOver || working.length > 0;) {
      while (!isOver && working.length < evaluators.atOnce) {
        const next = await stretches.next();
        if (next.done) {
          if (!next.value) return undefined;
          isOver = true;
        } else {
          const { length, part, start } = next.value;
          const end = part.bytesBefore + start.offset + length;
          const evaluated = evaluators.evaluate(next.value);
          // Whoever waits for it is told; until then a fault must not count as unhandled.
          evaluated.catch(() => undefined);
          working.push({ part, end, evaluated });
        }
      }
      const first = working.shift();
      if (!first) break;
      const evaluated = await first.evaluated;
      if (!evaluated || !(await take(evaluated, first.part))) return undefined;
      progress.read(first.end);
    }
  } finally {
    await stretches.return(true);
    await Promise.allSettled(working.map((one) => one.evaluated));
  }
  if (strays.size > 0 && [...seen].some((person) => strays.has(person.trim().toUpperCase()))) return undefined;
  rows.refuseEmpty();
  for (const one of counted) dialect.keep(one);
  const { accepted, reasons, rejected } = rows;
  return { accepted, rejected, reasons, unassigned, repeated: 0, people: seen.size };
}

interface Gathered {
  readonly parts: readonly Part[];
  readonly people: number;
  readonly unreadOf: (person: string) => readonly UnreadRow[];
}

/** Lets every fact that matters wait for the others of its person. */
async function gather<Fact extends { readonly line: number }, Counted>(
  delivery: Delivery,
  dialect: Dialect<Fact, Counted>,
  waiting: WaitingFacts,
  progress: Progress,
): Promise<Gathered> {
  /** The numbers that each person has: one in each file. */
  const subjects = new Map<string, string[]>();
  const unread = new UnreadRows(dialect.person);
  const parts: Part[] = [];
  let inPart = new Set<string>();
  const cut = new CutRow();
  for await (const batch of readDelivery(delivery, dialect.person)) {
    const { part } = batch;
    if (parts.at(-1)?.file !== part.file) {
      parts.push(part);
      inPart = new Set();
    }
    for (const row of batch.rows) {
      cut.take(row);
      const person = ownCopy(dialect.personOf(cut));
      const isNew = !subjects.has(person);
      if (!inPart.has(person)) {
        inPart.add(person);
        const subject = subjectIn(part, ownCopy(cellText(cut.cell(COLUMN.SUBJECT_ID))));
        subjects.set(person, [...(subjects.get(person) ?? []), subject]);
      }
      if (isNew || dialect.matters(cut)) waiting.add(person, { line: row.line, cells: dialect.pack(cut) });
    }
    for (const row of batch.rejected) unread.add(row, part);
    progress.read(part.bytesBefore + batch.bytes);
    await waiting.drain();
  }
  return { parts, people: subjects.size, unreadOf: (person) => unread.of(person, subjects.get(person) ?? []) };
}

async function judgeWaiting<Fact extends { readonly line: number }, Counted>(
  dialect: Dialect<Fact, Counted>,
  waiting: WaitingFacts,
  unreadOf: (person: string) => readonly UnreadRow[],
  parts: readonly Part[],
): Promise<{ readonly answers: ReadonlyMap<number, Written>; readonly repeated: number }> {
  const judge = dialect.begin();
  const answers = new Map<number, Written>();
  const placeOf = placeIn(parts);
  let repeated = 0;
  // What is written behind one row is often written behind many others as well: each text is held once.
  const held = new Map<string, Written>();
  for await (const { facts, person } of waiting.people()) {
    const { repeats, rows } = toldOnce(
      facts,
      ({ cells }) => cells,
      (line) => partOf(parts, line),
    );
    repeated += repeats.size;
    const unpacked = rows.map((fact) => dialect.unpack(fact.line, fact.cells));
    for (const { line, ...answer } of judge.judge(unpacked, unreadOf(person), { placeOf, repeats })) {
      const { account, inScope, tail } = answer;
      const key = `${tail}${inScope}${account?.became}${account?.reason}`;
      const written = held.get(key) ?? answer;
      if (held.size < MOST_HELD) held.set(key, written);
      answers.set(line, written);
    }
  }
  dialect.keep(judge.counted());
  return { answers, repeated };
}

async function writeAnswered<Fact extends { readonly line: number }, Counted>(
  delivery: Delivery,
  dialect: Dialect<Fact, Counted>,
  answers: ReadonlyMap<number, Written>,
  { files, format, progress }: Destination<Counted>,
): Promise<Omit<InputCounts, 'people' | 'repeated'>> {
  const cut = new CutRow();
  const rows = new RowCounts(delivery);
  const unread = new UnreadRows(dialect.person);
  const pages = new Pages();
  for await (const batch of readDelivery(delivery, dialect.person)) {
    const { part } = batch;
    for (const row of batch.rows) {
      cut.take(row);
      format.row(cut, answers.get(row.line) ?? { tail: dialect.tail(cut), inScope: false }, part, pages.write);
    }
    for (const row of batch.rejected) format.rejected(row, unread.add(row, part), part, pages.write);
    rows.add(part, batch.rows.length, countReasons(batch.rejected));
    progress.read(part.bytesBefore + batch.bytes);
    const written = pages.take();
    await files.take(written);
    pages.reuse(written);
  }
  rows.refuseEmpty();
  const { accepted, reasons, rejected } = rows;
  return { accepted, rejected, reasons, unassigned: unread.unassigned };
}
