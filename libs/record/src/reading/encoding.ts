/**
 * How the bytes of a file are read. `ascii` says that nothing but ASCII has been seen yet; what comes later is decided
 * line by line, see `decodeLine`.
 */
export type Encoding = 'utf-8' | 'windows-1252' | 'ascii';

/** Bytes 0x80 to 0x9F of Windows-1252; the five that it leaves undefined are empty. */
const HIGH_CONTROLS = [
  ...['€', '', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '', 'Ž', ''],
  ...['', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '', 'ž', 'Ÿ'],
];

const WINDOWS_1252: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? (HIGH_CONTROLS[byte - 0x80] ?? '') : String.fromCharCode(byte),
);

/** What people and places are written with. A stray 0xFF or 0xFE is damage rather than a letter of a name. */
const LETTERS = new Set('ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýŠšŽžŒœŸ‘’“”–—…•·°ºª¡¿§´¼½¾®©™\u00a0');

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, or undefined where the bytes are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text, or undefined where a byte stands for nothing in Windows-1252. */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  let text = '';
  for (const byte of bytes) {
    const character = WINDOWS_1252[byte];
    if (!character) return undefined;
    text += character;
  }
  return text;
}

/** True where every byte outside ASCII is a letter or a mark that names, places and remarks are written with. */
export function looksWindows1252(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 || LETTERS.has(WINDOWS_1252[byte] ?? ''));
}

/**
 * The text of a line that is not all ASCII, with the encoding it was read in; undefined where its bytes are invalid.
 *
 * In a file that has shown nothing but ASCII, a line is UTF-8 where it can be; otherwise Windows-1252 where it looks
 * like it. The answer depends on nothing but the line, so that reading may stop and resume anywhere.
 */
export function decodeLine(
  bytes: Uint8Array,
  encoding: Encoding,
): { text: string; as: 'utf-8' | 'windows-1252' } | undefined {
  if (encoding !== 'windows-1252') {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return { text, as: 'utf-8' };
    if (encoding === 'utf-8' || !looksWindows1252(bytes)) return undefined;
  }
  const text = decodeWindows1252(bytes);
  return text === undefined ? undefined : { text, as: 'windows-1252' };
}
