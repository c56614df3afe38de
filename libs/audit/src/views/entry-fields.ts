/**
 * What differs between entries that are otherwise alike, in the order in which it stands in the canonical form, and where
 * it stands. `plain` is what is written into both views exactly as it stands in the entry.
 */
type Field = { readonly mark: string; readonly close: string; readonly plain: RegExp; readonly standIn: string };

/** Neither quoted nor escaped nor made harmless anywhere: no control, quote, comma, semicolon, backslash, no sign at the beginning. */
const PLAIN = /^[0-9A-Za-z][ !#-+\--:<-[\]-~]*$/;

const FIELDS: readonly Field[] = [
  {
    ...{ mark: '"at":"', close: '"', standIn: '9876-12-31T23:58:57.654321Z' },
    plain: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  },
  { mark: '"historyDigest":"', close: '"', plain: PLAIN, standIn: 'z-history-z' },
  { mark: '"seq":', close: ',', plain: /^[1-9]\d{0,14}$/, standIn: '987654321098765' },
  { mark: '"requestId":"', close: '"', plain: PLAIN, standIn: 'z-request-z' },
  { mark: '"target":{"id":"', close: '"', plain: PLAIN, standIn: 'z-target-z' },
];
/** Where the time is among them. */
export const AT = 0;
/** What the views say beside that, made from it: milliseconds since 1970, and the hash of the entry's leaf in hex. */
export const TIME = FIELDS.length;
export const LEAF = FIELDS.length + 1;
const LEAF_STAND_IN = 'f'.repeat(63) + '0';

/** By place in `FIELDS`, then time and leaf. */
export type Values = string[];

/** What an entry has of `FIELDS`, and what stands around it: one part more than fields. */
export type Cut = { readonly parts: readonly string[]; readonly fields: readonly number[] };

/** What stands in for each value while it is found where the views write it. */
export const standIns: Readonly<Values> = [
  ...FIELDS.map(({ standIn }) => standIn),
  String(Date.parse(FIELDS[0]?.standIn ?? '')),
  LEAF_STAND_IN,
];

/** Takes an entry apart; its values go into `values`. */
export function cutEntry(entry: string, values: Values): Cut {
  const [parts, fields]: [string[], number[]] = [[], []];
  let start = 0;
  FIELDS.forEach(({ mark, close, plain }, field) => {
    const found = entry.indexOf(mark, start);
    const end = entry.indexOf(close, found + mark.length);
    if (found < 0 || end < 0) return;
    const value = entry.slice(found + mark.length, end);
    if (!plain.test(value)) return;
    parts.push(entry.slice(start, found + mark.length));
    fields.push(field);
    values[field] = value;
    start = end;
  });
  parts.push(entry.slice(start));
  return { parts, fields };
}

/**
 * Whether the entry that begins at `start` is cut like this one; its values go into `values`.
 * @returns where it ends, or -1.
 */
export function matchCut({ parts, fields }: Cut, text: string, start: number, values: Values): number {
  let at = start;
  for (let place = 0; place < fields.length; place += 1) {
    const [part = '', field = 0] = [parts[place], fields[place]];
    if (!text.startsWith(part, at)) return -1;
    at += part.length;
    const { close, plain } = FIELDS[field] as Field;
    const end = text.indexOf(close, at);
    if (end < 0) return -1;
    const value = text.slice(at, end);
    // Entries of one act have one time: it need not be looked at again.
    if (value !== values[field] && !plain.test(value)) return -1;
    values[field] = value;
    at = end;
  }
  const tail = parts[fields.length] ?? '';
  return text.startsWith(tail, at) ? at + tail.length : -1;
}
