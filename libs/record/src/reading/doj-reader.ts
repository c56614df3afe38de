import { COLUMN } from '../columns.ts';
import { assignmentProblem } from './assign-row.ts';
import type { PersonColumn } from './assign-row.ts';
import type { Batch, FileRow, Position, RejectedRow } from './batch.ts';
import { diagnoseLine } from './diagnose-line.ts';
import type { LineProblem } from './diagnose-line.ts';
import { decodeLine, decodeUtf8 } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import { excerpt } from './excerpt.ts';
import { EndsOfLines, Line } from './line.ts';
import { LineScanner, LONGEST_RECORD } from './scan-line.ts';
import { exactText } from './exact-text.ts';

const UNREADABLE: LineProblem = { reason: 'wrong_width', detail: 'not a record' };
const LF = 0x0a;
const CR = 0x0d;

/** One for all readers of a thread: nothing of a line stays in it once the line is accepted, and its memory is large. */
const scanner = new LineScanner();

export interface ReaderOptions {
  readonly encoding: Encoding;
  /** Whether the file's first line is its header. It is neither accepted nor rejected. */
  readonly hasHeader: boolean;
  /** Where an earlier reader of the same file stopped; the next byte pushed is the one at `offset`. */
  readonly start?: Position;
  /** Where the file begins, when it stands behind others in one stream; 0 unless told. Only there may its header be. */
  readonly fileStart?: number;
  /** The cell without which a row belongs to nobody; CII_NUMBER unless told. */
  readonly person?: PersonColumn;
}

/**
 * Reads a file of any size piece by piece: `push` its bytes in order, then `end`. Every line that is not blank and not
 * the header comes out once, accepted or rejected, however the bytes were cut into pieces. No more than one record of
 * 64 KiB is held between pieces.
 */
export class DojReader {
  private readonly encoding: Encoding;
  private readonly hasHeader: boolean;
  private readonly person: PersonColumn;
  private readonly ends = new EndsOfLines();
  /** The beginning of a line whose end has not come yet: never more than a record with its byte-order mark and CR. */
  private held = new Uint8Array(0);
  private heldLength = 0;
  private offset: number;
  private readonly fileStart: number;
  private line: number;
  private rows: FileRow[] = [];
  private rejected: RejectedRow[] = [];
  private decodedAs = { 'utf-8': 0, 'windows-1252': 0 };

  constructor(options: ReaderOptions) {
    this.encoding = options.encoding;
    this.hasHeader = options.hasHeader;
    this.person = options.person ?? 'CII_NUMBER';
    this.offset = options.start?.offset ?? 0;
    this.line = options.start?.line ?? 0;
    this.fileStart = options.fileStart ?? 0;
  }

  /** Takes the next bytes of the file and gives the lines that they complete. The bytes may be reused afterwards. */
  push(chunk: Uint8Array): Batch {
    // One kind of array in the scanning loop, whatever was given: a Buffer now and then makes it half as fast.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    let start = 0;
    let end = bytes.indexOf(LF);
    if (end >= 0 && this.heldLength > 0) {
      this.hold(bytes.subarray(0, end));
      this.finishHeld(1);
      start = end + 1;
      end = bytes.indexOf(LF, start);
    }
    while (end >= 0) {
      this.finish(bytes, start, end, end - start + 1);
      start = end + 1;
      end = bytes.indexOf(LF, start);
    }
    this.hold(start === 0 ? bytes : bytes.subarray(start));
    return this.batch();
  }

  /** Gives the last line, where the file does not end with a line end. */
  end(): Batch {
    if (this.heldLength > 0) this.finishHeld(0);
    return this.batch();
  }

  private hold(bytes: Uint8Array): void {
    if (bytes.length > 0 && this.held.length === 0) this.held = new Uint8Array(LONGEST_RECORD + 4);
    const room = this.held.length - this.heldLength;
    if (room > 0) this.held.set(bytes.length > room ? bytes.subarray(0, room) : bytes, this.heldLength);
    this.heldLength += bytes.length;
  }

  private finishHeld(lineEnd: number): void {
    const length = this.heldLength;
    this.heldLength = 0;
    this.finish(this.held, 0, length, length + lineEnd);
  }

  /** One line, from `start` up to its LF at `end`; of a line that is too long, `bytes` may hold only the beginning. */
  private finish(bytes: Uint8Array, start: number, end: number, lengthWithEnd: number): void {
    const isFirst = this.offset === this.fileStart;
    const mark = isFirst && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? 3 : 0;
    const offset = this.offset + mark;
    const line = ++this.line;
    this.offset += lengthWithEnd;
    if (isFirst && this.hasHeader) return;
    start += mark;
    if (end > start && bytes[end - 1] === CR) end--;
    if (end - start > LONGEST_RECORD) {
      const detail = `longer than the ${LONGEST_RECORD} bytes that a record may have`;
      this.reject(bytes.subarray(start, end), line, offset, { reason: 'too_long', detail });
    } else if (scanner.isWellFormed(bytes, start, end)) {
      this.accept(bytes, start, end, line, offset);
    } else if (!isBlank(bytes, start, end)) {
      const record = bytes.subarray(start, end);
      this.reject(record, line, offset, diagnoseLine(record) ?? UNREADABLE);
    }
  }

  private accept(bytes: Uint8Array, start: number, end: number, line: number, offset: number): void {
    const { ascii } = scanner;
    const isPlain = scanner.isPlainlyAssigned(bytes, COLUMN[this.person]);
    const decoded = ascii ? undefined : decodeLine(bytes.subarray(start, end), this.encoding);
    const text = ascii ? this.exactAscii(bytes, start, end) : decoded && exactText(decoded.text);
    if (text === undefined) {
      const record = bytes.subarray(start, end);
      this.reject(record, line, offset, { reason: 'invalid_bytes', detail: `bytes that are not ${this.textName()}` });
      return;
    }
    // The scanner counts bytes, which in a line of ASCII are characters.
    const ends = ascii ? this.ends.keep(scanner.ends, scanner.quoted ? 0 : start) : undefined;
    const row = new Line(line, offset, text, ends);
    if (!isPlain) {
      const problem = assignmentProblem(row.cells, this.person);
      if (problem) {
        this.reject(bytes.subarray(start, end), line, offset, problem);
        return;
      }
    }
    if (decoded) this.decodedAs[decoded.as]++;
    this.rows.push(row);
  }

  private exactAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
    if (!scanner.quoted) return decodeUtf8(bytes.subarray(start, end));
    return decodeUtf8(scanner.exact.subarray(0, scanner.writeExact(bytes, end)));
  }

  private textName(): string {
    if (this.encoding === 'ascii') return 'UTF-8, and do not look like Windows-1252';
    return this.encoding === 'utf-8' ? 'UTF-8' : 'Windows-1252';
  }

  private reject(record: Uint8Array, line: number, offset: number, problem: LineProblem): void {
    this.rejected.push({ line, offset, ...problem, text: excerpt(record, this.encoding) });
  }

  private batch(): Batch {
    const { rows, rejected, decodedAs, offset, line } = this;
    this.rows = [];
    this.rejected = [];
    this.decodedAs = { 'utf-8': 0, 'windows-1252': 0 };
    return { rows, rejected, decodedAs, offset, line, bytes: offset + this.heldLength };
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  return true;
}
