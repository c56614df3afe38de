import type { Checkpoint } from '../checkpoint.ts';
import { verifyConsistency } from '../consistency.ts';
import { refuse } from './faults.ts';
import { linesOf } from './lines.ts';
import { parseEntryProof, parseProofHeader, type EntryProof, type ProofHeader } from './proof-file.ts';

/** Reads the file `proof` line by line beside the entries. */
export class ProofReader {
  readonly header: ProofHeader;
  private readonly lines: AsyncIterator<string>;

  private constructor(header: ProofHeader, lines: AsyncIterator<string>) {
    this.header = header;
    this.lines = lines;
  }

  /** Checks that the header fits the checkpoint, and that the older tree in it is the beginning of this one. */
  static async open(stream: AsyncIterable<Uint8Array>, checkpoint: Checkpoint): Promise<ProofReader> {
    const lines = textLines(stream);
    const first = await lines.next();
    const header = first.done ? undefined : parseProofHeader(first.value);
    if (header === undefined) return refuse('not_a_bundle', { file: 'proof' });
    const { size, before } = header;
    if (size !== checkpoint.size) refuse('other_checkpoint', { file: 'proof' });
    if (!verifyConsistency(before.size, size, before.root, checkpoint.root, before.consistency)) {
      refuse('forked', { file: 'proof' });
    }
    return new ProofReader(header, lines);
  }

  /** The next inclusion proof; undefined where there is none left. */
  async next(): Promise<EntryProof | undefined> {
    const next = await this.lines.next();
    if (next.done) return undefined;
    return parseEntryProof(next.value) ?? refuse('not_a_bundle', { file: 'proof' });
  }

  /** Refuses when there is anything left. */
  async end(): Promise<void> {
    if (!(await this.lines.next()).done) refuse('not_a_bundle', { file: 'proof' });
  }
}

async function* textLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const lines of linesOf(stream, 'proof'))
    for (const line of lines) yield Buffer.from(line).toString('utf8');
}
