const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
/** How every entry in canonical form begins. */
const START = Buffer.from('{"action":"');

/**
 * Finds the sequence that the bytes of an entry carry, -1 where they are no entry. An entry in canonical form has the
 * letters `"seq":` once: quotes inside a text are escaped, and no detail is called so. They are looked for from the end,
 * first where they stood in the entry before. Whatever looks otherwise is parsed as JSON.
 */
export function sequenceReader(): (bytes: Uint8Array) => number {
  let fromEnd = 0;
  return (bytes) => {
    const { length } = bytes;
    if (isKey(bytes, length - fromEnd)) {
      const found = numberAt(bytes, length - fromEnd + 3);
      if (found > 0 && looksLikeEntry(bytes)) return found;
    }
    for (let at = length - 4; at > START.length; at -= 1) {
      if (!isKey(bytes, at)) continue;
      const found = numberAt(bytes, at + 3);
      if (found <= 0 || !looksLikeEntry(bytes)) break;
      fromEnd = length - at;
      return found;
    }
    return parsedSequence(bytes);
  };
}

/** Whether `at` is the last letter of `"seq":`. */
const isKey = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x71 &&
  bytes[at + 1] === QUOTE &&
  bytes[at + 2] === COLON &&
  bytes[at - 1] === 0x65 &&
  bytes[at - 2] === 0x73 &&
  bytes[at - 3] === QUOTE;

/** The whole number at `at` where a comma ends it, or -1. */
function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let place = at; place < at + 17; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === COMMA) return place > at && bytes[at] !== 0x30 ? value : -1;
    if (byte < 0x30 || byte > 0x39) return -1;
    value = value * 10 + (byte - 0x30);
  }
  return -1;
}

function looksLikeEntry(bytes: Uint8Array): boolean {
  for (let at = 0; at < START.length; at += 1) if (bytes[at] !== START[at]) return false;
  return bytes[bytes.length - 1] === 0x7d && bytes[bytes.length - 2] === 0x7d;
}

function parsedSequence(bytes: Uint8Array): number {
  try {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const entry = JSON.parse(text) as unknown;
    const seq = typeof entry === 'object' && entry !== null && 'seq' in entry ? entry.seq : undefined;
    return typeof seq === 'number' ? seq : -1;
  } catch {
    // Not JSON at all is the same finding as an entry without a sequence; the caller names it.
    return -1;
  }
}
