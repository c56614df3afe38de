import { CutRow } from '@clearance/eligibility';
import { cellText, COLUMN, type UnreadRow } from '@clearance/record';
import type { Answer, Dialect, Format } from './dialect.ts';
import { ownCopy, type Evaluated } from './evaluate-stretch.ts';
import type { Evaluators } from './evaluators.ts';
import { readBatches, type InputFile } from './input-file.ts';
import type { OutputFiles } from './output-files.ts';
import { Pages } from './pages.ts';
import { stretchesOf } from './stretches.ts';
import { UnreadRows } from './unread-rows.ts';
import { WaitingFacts } from './waiting-facts.ts';

/** Texts beyond this number are not looked for again. */
const MOST_HELD = 10_000;

type Written = Omit<Answer, 'line'>;

export interface InputCounts {
  readonly accepted: number;
  readonly rejected: number;
  /** Of the rejected rows those of which nobody can tell whose they are. */
  readonly unassigned: number;
  readonly people: number;
}

/** Told of the bytes of a file that are read. `again` says that the file has to be read twice more, from its beginning. */
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
 * Evaluates one file and writes its rows in their order. Where the rows of each person stand together, as they nearly
 * always do, one reading is enough, several stretches at once. Where they do not, or a row that could not be read stands
 * apart from the others of its person, what was written is taken back and the file is read twice: once for the facts of its
 * people, once to write.
 *
 * @throws NoRows where there is none to evaluate; what the files took by then is not to be kept
 */
export async function evaluateInput<Fact extends { readonly line: number }, Counted>(
  input: InputFile,
  dialect: Dialect<Fact, Counted>,
  to: Destination<Counted>,
): Promise<InputCounts> {
  const mark = to.files.mark();
  const atOnce = await evaluateAtOnce(input, dialect, to);
  if (atOnce?.accepted === 0) throw new NoRows(input.path, atOnce.rejected);
  if (atOnce) return atOnce;
  await to.files.rewind(mark);
  to.progress.again();
  const waiting = await WaitingFacts.create(to.folder, input.size);
  try {
    const { people, unreadOf } = await gather(input, dialect, waiting, to.progress);
    const answers = await judgeWaiting(dialect, waiting, unreadOf);
    return { ...(await writeAnswered(input, dialect, answers, to)), people };
  } finally {
    await waiting.close();
  }
}

/** Undefined where a person's rows do not stand together. */
async function evaluateAtOnce<Fact extends { readonly line: number }, Counted>(
  input: InputFile,
  dialect: Dialect<Fact, Counted>,
  { evaluators, files, progress, stretch }: Destination<Counted>,
): Promise<InputCounts | undefined> {
  const seen = new Set<string>();
  const counted: Counted[] = [];
  const strays = new Set<string>();
  let [accepted, rejected, unassigned] = [0, 0, 0];
  const take = async (evaluated: Evaluated<Counted>): Promise<boolean> => {
    for (const person of evaluated.people) {
      if (seen.has(person)) return false;
      seen.add(person);
    }
    // Whose number it is only the whole file can tell.
    if (evaluated.strays.subjects.length > 0) return false;
    for (const person of evaluated.strays.people) strays.add(person);
    accepted += evaluated.accepted;
    rejected += evaluated.rejected;
    unassigned += evaluated.unassigned;
    counted.push(evaluated.counted);
    await files.take(evaluated.pages);
    evaluators.reuse(evaluated.pages);
    return true;
  };
  const stretches = stretchesOf(input, dialect, stretch);
  /** In the order of the file; each is written once those before it are. */
  const working: { readonly end: number; readonly evaluated: Promise<Evaluated<Counted> | undefined> }[] = [];
  try {
    for (let isOver = false; !isOver || working.length > 0;) {
      while (!isOver && working.length < evaluators.atOnce) {
        const next = await stretches.next();
        if (next.done) {
          if (!next.value) return undefined;
          isOver = true;
        } else {
          const { length, start } = next.value;
          const end = start.offset + length;
          const evaluated = evaluators.evaluate(next.value);
          // Whoever waits for it is told; until then a fault must not count as unhandled.
          evaluated.catch(() => undefined);
          working.push({ end, evaluated });
        }
      }
      const first = working.shift();
      if (!first) break;
      const evaluated = await first.evaluated;
      if (!evaluated || !(await take(evaluated))) return undefined;
      progress.read(first.end);
    }
  } finally {
    await stretches.return(true);
    await Promise.allSettled(working.map((one) => one.evaluated));
  }
  if (strays.size > 0 && [...seen].some((person) => strays.has(person.trim().toUpperCase()))) return undefined;
  for (const one of counted) dialect.keep(one);
  return { accepted, rejected, unassigned, people: seen.size };
}

/** Lets every fact that matters wait for the others of its person. */
async function gather<Fact extends { readonly line: number }, Counted>(
  input: InputFile,
  dialect: Dialect<Fact, Counted>,
  waiting: WaitingFacts,
  progress: Progress,
): Promise<{ readonly people: number; readonly unreadOf: (person: string) => readonly UnreadRow[] }> {
  const seen = new Set<string>();
  const unread = new UnreadRows(dialect.person);
  /** Who has which number, the first row of each person asked. */
  const subjects = new Map<string, string>();
  const cut = new CutRow();
  for await (const batch of readBatches(input, dialect.person)) {
    for (const row of batch.rows) {
      cut.take(row);
      const person = dialect.personOf(cut);
      if (seen.has(person) && !dialect.matters(cut)) continue;
      if (!seen.has(person)) subjects.set(ownCopy(person), ownCopy(cellText(cut.cell(COLUMN.SUBJECT_ID))));
      seen.add(ownCopy(person));
      waiting.add(person, { line: row.line, cells: dialect.pack(cut) });
    }
    for (const row of batch.rejected) unread.add(row);
    progress.read(batch.bytes);
    await waiting.drain();
  }
  return { people: seen.size, unreadOf: (person) => unread.of(person, subjects.get(person) ?? '') };
}

async function judgeWaiting<Fact extends { readonly line: number }, Counted>(
  dialect: Dialect<Fact, Counted>,
  waiting: WaitingFacts,
  unreadOf: (person: string) => readonly UnreadRow[],
): Promise<ReadonlyMap<number, Written>> {
  const judge = dialect.begin();
  const answers = new Map<number, Written>();
  // What is written behind one row is often written behind many others as well: each text is held once.
  const held = new Map<string, Written>();
  for await (const { facts, person } of waiting.people()) {
    const unpacked = facts.map((fact) => dialect.unpack(fact.line, fact.cells));
    for (const { line, tail, inScope } of judge.judge(unpacked, unreadOf(person))) {
      const known = held.get(tail);
      const written = known?.inScope === inScope ? known : { tail, inScope };
      if (held.size < MOST_HELD) held.set(tail, written);
      answers.set(line, written);
    }
  }
  dialect.keep(judge.counted());
  return answers;
}

async function writeAnswered<Fact extends { readonly line: number }, Counted>(
  input: InputFile,
  dialect: Dialect<Fact, Counted>,
  answers: ReadonlyMap<number, Written>,
  { files, format, progress }: Destination<Counted>,
): Promise<Omit<InputCounts, 'people'>> {
  const cut = new CutRow();
  let accepted = 0;
  let rejected = 0;
  const unread = new UnreadRows(dialect.person);
  const pages = new Pages();
  for await (const batch of readBatches(input, dialect.person)) {
    for (const row of batch.rows) {
      const answer = answers.get(row.line);
      cut.take(row);
      format.row(cut, answer?.tail ?? dialect.tail(cut), answer?.inScope ?? false, pages.write);
    }
    for (const row of batch.rejected) format.rejected(input.path, row, unread.add(row), pages.write);
    accepted += batch.rows.length;
    rejected += batch.rejected.length;
    progress.read(batch.bytes);
    const written = pages.take();
    await files.take(written);
    pages.reuse(written);
  }
  return { accepted, rejected, unassigned: unread.unassigned };
}
