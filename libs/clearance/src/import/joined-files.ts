import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { LineMarks, type Mark } from './line-marks.ts';

/** One file of a delivery, as it was sent. */
export interface SentFile {
  readonly name: string;
  /** Bytes and lines of the delivery that stand before it. */
  readonly offset: number;
  readonly linesBefore: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Its first bytes, which tell what it is. */
  readonly head: Buffer;
  /** Its last bytes, from the last line end on: nothing where a line end is the last. */
  readonly tail: Buffer;
}

/** What was sent, once all of it has passed. */
export interface Sent {
  readonly files: readonly SentFile[];
  /** Where the stretches of the delivery begin: none of them is of two files. */
  readonly begins: readonly Mark[];
}

const HEAD_BYTES = 64 * 1024;
/** No row is longer; of what is, the beginning is enough. */
const TAIL_BYTES = 64 * 1024;
const LF = 0x0a;

/**
 * Files as one stream, in their order: each begins when all of the one before has passed, on a line of its own. Nothing is
 * read before somebody reads the stream.
 */
export class JoinedFiles {
  readonly bytes = new PassThrough();
  /** Bytes of the files that have passed. */
  received = 0;
  private readonly files: SentFile[] = [];
  private readonly marks = new LineMarks();
  private last = LF;
  private turn: Promise<void> = Promise.resolve();

  constructor() {
    this.bytes.once('error', () => undefined);
  }

  add(name: string, file: Readable): void {
    this.turn = this.turn.then(() => this.pass(name, file));
    // Whoever waits for the end is told.
    this.turn.catch(() => undefined);
  }

  /** Ends the stream behind the last file. Resolves when all of it has passed. */
  async end(): Promise<Sent> {
    await this.turn;
    this.bytes.end();
    return { files: this.files, begins: this.marks.begins };
  }

  destroy(why: Error): void {
    this.bytes.destroy(why);
  }

  private async pass(name: string, file: Readable): Promise<void> {
    if (this.last !== LF) await this.write(Buffer.of(LF));
    this.marks.cut();
    const { offset, lines: linesBefore } = this.marks;
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let tail: Buffer = Buffer.alloc(0);
    let bytes = 0;
    for await (const chunk of file as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
      bytes += chunk.length;
      tail = behindLastLine(tail, chunk);
      this.received += chunk.length;
      await this.write(chunk);
    }
    this.files.push({ name, offset, linesBefore, bytes, sha256: hash.digest('hex'), head: Buffer.concat(head), tail });
  }

  private async write(chunk: Buffer): Promise<void> {
    this.marks.see(chunk);
    this.last = chunk.at(-1) ?? this.last;
    if (this.bytes.destroyed) throw this.bytes.errored ?? new Error('nobody takes the files');
    if (!this.bytes.write(chunk)) await once(this.bytes, 'drain');
  }
}

/** What stands behind the last line end once `chunk` has passed, `before` having stood there. */
function behindLastLine(before: Buffer, chunk: Buffer): Buffer {
  const end = chunk.lastIndexOf(LF);
  const behind = chunk.subarray(end + 1);
  // A copy of its own: the chunk is far longer, and would be held.
  if (end >= 0) return Buffer.from(behind.subarray(0, TAIL_BYTES));
  return before.length >= TAIL_BYTES ? before : Buffer.concat([before, behind.subarray(0, TAIL_BYTES - before.length)]);
}
