const LINE_FEED = 0x0a;
const LINE_END = Buffer.of(LINE_FEED);

/**
 * One entry as a line of JSON Lines: the stored bytes, untouched, and a line feed.
 * @throws RangeError when the bytes hold a line feed, which canonical JSON never does.
 */
export function jsonLine(bytes: Uint8Array): Buffer {
  if (bytes.includes(LINE_FEED)) throw new RangeError('An entry with a line feed cannot be one line');
  return Buffer.concat([bytes, LINE_END]);
}
