import type { Checkpoint } from '../checkpoint.ts';
import { verifyConsistency } from '../consistency.ts';
import { GrowingTree } from '../growing-tree.ts';
import { verifyInclusion } from '../inclusion.ts';
import { leafText } from '../merkle.ts';
import { decodeRange, emptyRange, RangeProblem, type Range } from '../range.ts';
import { sequenceReader } from '../sequence.ts';
import { BundleProblemFound, refuse } from './faults.ts';
import { linesOf } from './lines.ts';
import type { ProofHeader } from './proof-file.ts';
import type { ProofReader } from './proof-reader.ts';

const FILE = 'events.jsonl';

/** The entries of a bundle, checked against its proof as they are read. */
export class ProvedEntries {
  count = 0;
  first = 0;
  last = 0;
  /** The root of the log at the size that was to be looked at, where the entries lead through it. */
  rootAtMark: Buffer | undefined;
  private readonly sequenceIn = sequenceReader();
  private readonly tree: GrowingTree;

  private readonly proof: ProofReader;
  private readonly checkpoint: Checkpoint;
  private readonly mark: number | undefined;

  constructor(proof: ProofReader, checkpoint: Checkpoint, mark: number | undefined) {
    this.proof = proof;
    this.checkpoint = checkpoint;
    this.mark = mark;
    this.tree = new GrowingTree(startOf(proof.header));
  }

  async readAll(stream: AsyncIterable<Uint8Array>): Promise<void> {
    const { header } = this.proof;
    if (header.kind === 'range') this.look();
    try {
      for await (const lines of linesOf(stream, FILE)) for (const bytes of lines) await this.take(bytes);
    } catch (error) {
      if (!(error instanceof BundleProblemFound) || error.problem.file !== FILE) throw error;
      // A line that is none: of the entry that should stand there.
      const seq = error.problem.seq ?? (await this.expected());
      return refuse(error.problem.why, { file: FILE, ...(seq === undefined ? {} : { seq }) });
    }
    if (header.kind === 'range') this.finishRange(header);
    else await this.finishChosen();
  }

  private async take(bytes: Uint8Array): Promise<void> {
    const { header } = this.proof;
    const seq = this.sequenceIn(bytes);
    if (header.kind === 'range') this.takeNext(seq, bytes, header.last);
    else await this.takeOne(seq, bytes);
    if (this.count === 0) this.first = seq;
    this.last = seq;
    this.count += 1;
  }

  private async expected(): Promise<number | undefined> {
    return this.proof.header.kind === 'range' ? this.tree.size + 1 : (await this.proof.next())?.seq;
  }

  private takeNext(seq: number, bytes: Uint8Array, last: number): void {
    const expected = this.tree.size + 1;
    if (seq < 0) refuse('other_sequence', { seq: expected });
    if (seq !== expected) refuse(seq > expected ? 'missing' : 'out_of_order', { seq: expected });
    if (seq > last) refuse('beyond_head', { file: FILE, seq });
    this.tree.add(leafText(bytes));
    if (this.tree.size === this.mark) this.look();
  }

  private async takeOne(seq: number, bytes: Uint8Array): Promise<void> {
    const { seq: expected, path } = (await this.proof.next()) ?? refuse('beyond_head', { file: FILE, seq });
    if (seq !== expected) {
      if (seq < 0) refuse('other_sequence', { seq: expected });
      refuse(seq > expected ? 'missing' : 'out_of_order', { seq: expected });
    }
    if (seq <= this.last) refuse('moved', { seq });
    const { size, root } = this.checkpoint;
    const leaf = Buffer.from(leafText(bytes), 'binary');
    if (!verifyInclusion(seq - 1, size, leaf, path, root)) refuse('not_in_log', { seq });
  }

  private finishRange({ last, right }: Extract<ProofHeader, { kind: 'range' }>): void {
    const { size } = this.tree;
    if (size < last) refuse('cut_tail', { file: FILE, seq: size + 1 });
    const { checkpoint } = this;
    if (!verifyConsistency(size, checkpoint.size, this.tree.root(), checkpoint.root, right)) {
      refuse('root_mismatch', { seq: size });
    }
  }

  private async finishChosen(): Promise<void> {
    const left = await this.proof.next();
    if (left) refuse('cut_tail', { file: FILE, seq: left.seq });
  }

  private look(): void {
    if (this.tree.size === this.mark) this.rootAtMark = this.tree.root();
  }
}

/** The tree before the first entry. */
function startOf(header: ProofHeader): Range {
  if (header.kind === 'entries') return emptyRange;
  try {
    return decodeRange(header.first - 1, Buffer.concat(header.left));
  } catch (error) {
    if (error instanceof RangeProblem) return refuse('not_a_bundle', { file: 'proof' });
    throw error;
  }
}
