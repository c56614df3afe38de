import { DojReader, type ReaderOptions } from '../reading/doj-reader.ts';
import type { Batch } from '../reading/batch.ts';

/** A file without a header of its own, of plain letters. */
export const plain: ReaderOptions = { encoding: 'ascii', hasHeader: false };

/** Reads bytes cut at these places, and says of each line what became of it. */
export function read(bytes: Uint8Array, options: Partial<ReaderOptions> = {}, cuts: readonly number[] = []) {
  const reader = new DojReader({ ...plain, ...options });
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const batches = places.map((place, index) => reader.push(bytes.subarray(places[index - 1] ?? 0, place)));
  batches.push(reader.end());
  return told(batches);
}

/** What became of each line of these batches, and where the last one ended. */
export function told(batches: readonly Batch[]) {
  const last = batches.at(-1);
  return {
    rows: batches.flatMap(({ rows }) => rows).map(({ line, offset, text, cells }) => ({ line, offset, text, cells })),
    rejected: batches.flatMap(({ rejected }) => rejected),
    offset: last?.offset,
    line: last?.line,
    bytes: last?.bytes,
  };
}
