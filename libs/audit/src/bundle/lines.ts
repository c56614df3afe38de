import { refuse } from './faults.ts';
import type { BundleFile } from './names.ts';

const LINE_FEED = 0x0a;
/** The longest line of a bundle: an entry of 65,535 bytes makes an event that is hardly longer than twice that. */
export const MAX_LINE = 262_144;

/**
 * The lines of a stream without their line feeds, as many at a time as came whole. A line is only valid until the next
 * batch is asked for.
 * Refuses a line that is too long, and a last one without its line feed.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, file: BundleFile): AsyncGenerator<Uint8Array[]> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of stream) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      if (end - start > MAX_LINE) refuse('line_too_long', { file });
      lines.push(bytes.subarray(start, end));
      start = end + 1;
    }
    // Copied, since whoever reads the file may use its buffer again.
    held = Buffer.from(bytes.subarray(start));
    if (held.length > MAX_LINE) refuse('line_too_long', { file });
    if (lines.length > 0) yield lines;
  }
  if (held.length > 0) refuse('line_cut', { file });
}
