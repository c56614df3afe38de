import { CutRow } from '@clearance/eligibility';
import type { Answer, Dialect, Judge, RowSink } from './dialect.ts';
import { readBatches, type InputFile } from './input-file.ts';
import { WaitingFacts } from './waiting-facts.ts';

/** More rows of one person than this are not held in memory as they stand. */
const MOST_ROWS = 10_000;

/** Texts beyond this number are not looked for again. */
const MOST_HELD = 10_000;

type Written = Omit<Answer, 'line'>;

export interface InputCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly people: number;
}

/** Told of the bytes of a file that are read. `again` says that the file has to be read twice more, from its beginning. */
export interface Progress {
  read(bytes: number): void;
  again(): void;
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
 * always do, one reading is enough. Where they do not, what was written is taken back and the file is read twice: once
 * for the facts of its people, once to write.
 *
 * @throws NoRows where there is none to evaluate; what the sink took by then is not to be kept
 */
export async function evaluateInput<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  input: InputFile,
  dialect: Dialect<Fact, OfFile>,
  { sink, folder, progress }: { sink: RowSink; folder: string; progress: Progress },
): Promise<InputCounts> {
  const mark = await sink.mark();
  const atOnce = await evaluateAtOnce(input, dialect, sink, progress);
  if (atOnce?.accepted === 0) throw new NoRows(input.path, atOnce.rejected);
  if (atOnce) return atOnce;
  await sink.rewind(mark);
  progress.again();
  const waiting = await WaitingFacts.create(folder, input.size);
  try {
    const people = await gather(input, dialect, waiting, progress);
    const answers = await judgeWaiting(dialect, waiting);
    return { ...(await writeAnswered(input, dialect, answers, sink, progress)), people };
  } finally {
    await waiting.close();
  }
}

/** The rows of the person who is being read. */
class Gathered {
  readonly #rows: CutRow[] = [];
  size = 0;

  next(): CutRow {
    const row = (this.#rows[this.size] ??= new CutRow());
    this.size += 1;
    return row;
  }

  take(): readonly CutRow[] {
    const rows = this.#rows.slice(0, this.size);
    this.size = 0;
    return rows;
  }
}

/** A text cut out of a line keeps the whole line in memory; short ones are copied anyway. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

/** Undefined where a person's rows do not stand together. */
async function evaluateAtOnce<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  input: InputFile,
  dialect: Dialect<Fact, OfFile>,
  sink: RowSink,
  progress: Progress,
): Promise<InputCounts | undefined> {
  const judge = dialect.begin();
  const seen = new Set<string>();
  const gathered = new Gathered();
  let person: string | undefined;
  let accepted = 0;
  let rejected = 0;
  const finishPerson = () => {
    const rows = gathered.take();
    const facts = rows.filter((row, index) => index === 0 || dialect.matters(row)).map((row) => dialect.fact(row));
    const answers = facts.length > 0 ? judge.judge(facts) : [];
    let next = 0;
    for (const row of rows) {
      const answer = answers[next]?.line === row.line ? answers[next++] : undefined;
      sink.row(row, answer?.tail ?? dialect.tail(row), answer?.inScope ?? false);
    }
  };
  for await (const batch of readBatches(input, dialect.person)) {
    for (const row of batch.rows) {
      const cut = gathered.next().take(row);
      const of = dialect.personOf(cut);
      if (of === person && gathered.size <= MOST_ROWS) continue;
      if (seen.has(of)) return undefined;
      person = ownCopy(of);
      seen.add(person);
      gathered.size -= 1;
      finishPerson();
      gathered.next().take(row);
    }
    for (const row of batch.rejected) sink.rejected(input.path, row);
    accepted += batch.rows.length;
    rejected += batch.rejected.length;
    progress.read(batch.bytes);
    await sink.drain();
  }
  finishPerson();
  dialect.keep(judge);
  return { accepted, rejected, people: seen.size };
}

/** Lets every fact that matters wait for the others of its person. */
async function gather<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  input: InputFile,
  dialect: Dialect<Fact, OfFile>,
  waiting: WaitingFacts,
  progress: Progress,
): Promise<number> {
  const seen = new Set<string>();
  const cut = new CutRow();
  for await (const batch of readBatches(input, dialect.person)) {
    for (const row of batch.rows) {
      cut.take(row);
      const person = dialect.personOf(cut);
      if (seen.has(person) && !dialect.matters(cut)) continue;
      seen.add(ownCopy(person));
      waiting.add(person, { line: row.line, cells: dialect.pack(cut) });
    }
    progress.read(batch.bytes);
    await waiting.drain();
  }
  return seen.size;
}

async function judgeWaiting<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  dialect: Dialect<Fact, OfFile>,
  waiting: WaitingFacts,
): Promise<ReadonlyMap<number, Written>> {
  const judge = dialect.begin();
  const answers = new Map<number, Written>();
  // What is written behind one row is often written behind many others as well: each text is held once.
  const held = new Map<string, Written>();
  for await (const person of waiting.people()) {
    for (const { line, tail, inScope } of judge.judge(person.map((fact) => dialect.unpack(fact.line, fact.cells)))) {
      const known = held.get(tail);
      const written = known?.inScope === inScope ? known : { tail, inScope };
      if (held.size < MOST_HELD) held.set(tail, written);
      answers.set(line, written);
    }
  }
  dialect.keep(judge);
  return answers;
}

async function writeAnswered<Fact extends { readonly line: number }, OfFile extends Judge<Fact>>(
  input: InputFile,
  dialect: Dialect<Fact, OfFile>,
  answers: ReadonlyMap<number, Written>,
  sink: RowSink,
  progress: Progress,
): Promise<Omit<InputCounts, 'people'>> {
  const cut = new CutRow();
  let accepted = 0;
  let rejected = 0;
  for await (const batch of readBatches(input, dialect.person)) {
    for (const row of batch.rows) {
      const answer = answers.get(row.line);
      cut.take(row);
      sink.row(cut, answer?.tail ?? dialect.tail(cut), answer?.inScope ?? false);
    }
    for (const row of batch.rejected) sink.rejected(input.path, row);
    accepted += batch.rows.length;
    rejected += batch.rejected.length;
    progress.read(batch.bytes);
    await sink.drain();
  }
  return { accepted, rejected };
}
