import { decodeLine } from './encoding.ts';
import type { Encoding } from './encoding.ts';

const LONGEST = 500;
/** Enough for 500 characters of four bytes each. */
const ENOUGH = 2000;

/** The beginning of a line that was not accepted, with all that is not text shown as `\xNN`. */
export function excerpt(line: Uint8Array, encoding: Encoding): string {
  const bytes = line.subarray(0, wholeCharacters(line));
  const decoded = decodeLine(bytes, encoding)?.text;
  const shown = decoded === undefined ? Array.from(bytes, showByte) : Array.from(decoded, showCharacter);
  return shown.join('').slice(0, LONGEST).toWellFormed();
}

/** Where to cut so that no UTF-8 character is cut in two. */
function wholeCharacters(line: Uint8Array): number {
  if (line.length <= ENOUGH) return line.length;
  let end = ENOUGH;
  while (end > ENOUGH - 4 && ((line[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

function showCharacter(character: string): string {
  return character < ' ' ? showByte(character.charCodeAt(0)) : character;
}

function showByte(byte: number): string {
  const isText = (byte >= 0x20 && byte < 0x80) || byte === 0x09;
  return isText ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}
