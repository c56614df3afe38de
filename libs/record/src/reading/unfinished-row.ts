import { WIDTH } from '../columns.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
/** What programs of old write behind the last line of a file. */
const END_OF_FILE = 0x1a;
const SPACE = 0x20;

/**
 * Whether a file ends in the middle of a row: what stands behind its last line end has too few cells, or a quote that is
 * open. A last row without a line end is whole where all its cells are there.
 *
 * @param tail the bytes behind the last line end
 */
export function isUnfinishedRow(tail: Uint8Array): boolean {
  if (tail.every((byte) => byte <= SPACE || byte === END_OF_FILE)) return false;
  let cells = 1;
  let isQuoted = false;
  for (const byte of tail) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === COMMA && !isQuoted) cells += 1;
  }
  return isQuoted || cells < WIDTH;
}
