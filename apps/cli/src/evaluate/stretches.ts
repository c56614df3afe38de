import { closeSync, openSync, readSync } from 'node:fs';
import { CutRow } from '@clearance/eligibility';
import { DojReader, type DetectedFile, type FileRow, type Position } from '@clearance/record';
import { firstPart, partAfter, type Delivery, type Part } from './delivery.ts';
import type { Dialect } from './dialect.ts';
import { openForReading, readAt, type InputFile } from './input-file.ts';

/** Part of a file, in whole lines: all rows of each of its people that stand together there. */
export interface Stretch {
  readonly part: Part;
  readonly detected: DetectedFile;
  /** The byte of its file, and the line of the delivery. */
  readonly start: Position;
  /** In bytes. */
  readonly length: number;
}

/** One memory for all stretches that a thread reads: it takes one after another. */
let memory = Buffer.alloc(0);

/**
 * The bytes of a stretch, until the next one is asked for.
 *
 * @throws Error where the file cannot be read any more
 */
export function bytesOf({ length, part: { file }, start }: Stretch): Uint8Array {
  if (memory.length < length) memory = Buffer.allocUnsafeSlow(length);
  const handle = openSync(file, 'r');
  try {
    let filled = 0;
    while (filled < length) {
      const count = readSync(handle, memory, filled, length - filled, start.offset + filled);
      if (count === 0) throw new Error(`${file} became shorter while it was read`);
      filled += count;
    }
  } finally {
    closeSync(handle);
  }
  return memory.subarray(0, length);
}

/** Large enough that what each costs does not count, small enough that a few of them are held at once. */
const SIZE = 4 * 1024 * 1024;
/** A person with more rows than fit in this is no reason to hold more of the file. */
const MOST = 16 * SIZE;
/** Where the next person begins is looked for in so much before the end, and in twice as much until it is found. */
const TAIL = 64 * 1024;
const LF = 0x0a;

type Reading = Pick<Dialect<{ readonly line: number }, unknown>, 'person' | 'personOf'>;

/** Cuts the files of a delivery, one after another, as `stretchesOfFile` does. */
export async function* stretchesOf(
  delivery: Delivery,
  reading: Reading,
  size?: number,
): AsyncGenerator<Stretch, boolean, undefined> {
  let part = firstPart(delivery);
  for (const [index, input] of delivery.entries()) {
    const lines = yield* stretchesOfFile(input, part, reading, size);
    if (lines === undefined) return false;
    part = partAfter(part, lines, input, delivery[index + 1]);
  }
  return true;
}

/**
 * Cuts a file where one person's rows end and the next one's begin.
 *
 * @param size about how large a stretch is to be, in bytes
 * @returns the last value is how many lines the file has; undefined where a person's rows take more memory than a stretch may
 */
async function* stretchesOfFile(
  input: InputFile,
  part: Part,
  reading: Reading,
  size = SIZE,
): AsyncGenerator<Stretch, number | undefined, undefined> {
  const handle = await openForReading(input.path);
  const most = Math.max(MOST, size * 2);
  try {
    let start: Position = { offset: 0, line: part.linesBefore };
    let wanted = size;
    let buffer = Buffer.allocUnsafeSlow(Math.min(size, input.size));
    while (start.offset < input.size) {
      if (buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(wanted);
      const bytes = await readAt(handle, buffer, start.offset);
      const isLast = start.offset + bytes.length >= input.size;
      const length = isLast ? bytes.length : cutBefore(bytes, input, start, reading);
      if (length === 0) {
        if (wanted >= most) return undefined;
        wanted *= 2;
        continue;
      }
      const end = {
        offset: start.offset + length,
        line: start.line + lineEnds(bytes, length) + (isLast && bytes[length - 1] !== LF ? 1 : 0),
      };
      yield { part, detected: input.detected, start, length };
      start = end;
      wanted = size;
    }
    return start.line - part.linesBefore;
  } finally {
    await handle.close();
  }
}

/** Where in the bytes the last person begins; 0 where only one is seen. */
function cutBefore(bytes: Uint8Array, input: InputFile, start: Position, reading: Reading): number {
  for (let tail = TAIL; ; tail *= 2) {
    const from = tail >= bytes.length ? 0 : bytes.indexOf(LF, bytes.length - tail) + 1;
    const cut = lastChange(bytes.subarray(from), { ...input, offset: start.offset + from }, reading);
    if (cut > 0) return from + cut;
    if (from === 0) return 0;
  }
}

/** Where among these bytes, which begin with a line, the rows of another person begin for the last time. */
function lastChange(bytes: Uint8Array, { detected, offset }: InputFile & { offset: number }, reading: Reading): number {
  const reader = new DojReader({ ...detected, person: reading.person, start: { offset, line: 0 } });
  const { rejected, rows } = reader.push(bytes);
  const cut = new CutRow();
  const personOf = (index: number) => {
    const row = rows[index];
    return row && reading.personOf(cut.take(row));
  };
  for (let index = rows.length - 1; index > 0; index--) {
    // A row between them that could not be read may be the next person's, and stays with the rest of them.
    if (personOf(index) !== personOf(index - 1) && !isBetween(rejected, rows, index))
      return (rows[index]?.offset ?? offset) - offset;
  }
  return 0;
}

function isBetween(rejected: readonly Position[], rows: readonly FileRow[], index: number): boolean {
  const [from, to] = [rows[index - 1]?.offset ?? 0, rows[index]?.offset ?? 0];
  return rejected.some(({ offset }) => offset > from && offset < to);
}

function lineEnds(bytes: Uint8Array, length: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < length; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}
