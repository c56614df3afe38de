import { COLUMN, WIDTH } from '../columns.ts';

const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const IS_COMMA = 1;
const IS_QUOTE = 2;
const IS_CONTROL = 4;
const IS_FOREIGN = 8;

/** What a byte is; 0 for nearly all of them. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === COMMA) return IS_COMMA;
  if (byte === QUOTE) return IS_QUOTE;
  if (byte < 0x20 && byte !== TAB) return IS_CONTROL;
  return byte >= 0x80 ? IS_FOREIGN : 0;
});

/** Columns whose numbers tell people and cases apart. */
const TOLD_APART: readonly number[] = [COLUMN.CII_NUMBER, COLUMN.SUBJECT_ID, COLUMN.OFN];
/** What stands behind the first digit of a number with an exponent: `.`, `,`, `E` or `e`. */
const BEHIND_FIRST: readonly number[] = [0x2e, COMMA, 0x45, 0x65];

/** A longer line is no record, and is never held in memory or scanned. */
export const LONGEST_RECORD = 65_536;

/**
 * Checks a line's bytes in one pass. Nine tenths of reading a file is this loop, so it does nothing but add up what it
 * meets; what is wrong with a line, `diagnoseLine` finds out.
 */
export class LineScanner {
  /** Of the line scanned last: no byte outside ASCII. */
  ascii = true;
  /** Of the line scanned last: where its cells end. A record may be commas alone. */
  readonly ends = new Int32Array(LONGEST_RECORD + 1);
  private start = 0;
  /** Of the line scanned last: whether there is a quote in it. */
  quoted = false;
  /** The record written last by `writeExact`. */
  readonly exact = new Uint8Array(LONGEST_RECORD);
  /** Of the line scanned last: where its quotes stand. A record may be quotes alone. */
  private readonly quotes = new Int32Array(LONGEST_RECORD);

  /** True where the line from `start` up to, not including, `end` is a well-formed record of 95 cells. */
  isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
    const { ends, quotes } = this;
    let met = 0;
    let insideQuotes = 0;
    let column = 0;
    let quoteCount = 0;
    for (let at = start; at < end; at++) {
      const kind = KIND[bytes[at] as number] as number;
      if (kind === 0) continue;
      if (kind === IS_COMMA) {
        if (insideQuotes === 0) ends[column++] = at;
      } else {
        met |= kind;
        if (kind === IS_QUOTE) {
          quotes[quoteCount++] = at;
          insideQuotes ^= 1;
        }
      }
    }
    ends[column] = end;
    this.start = start;
    this.ascii = (met & IS_FOREIGN) === 0;
    this.quoted = quoteCount > 0;
    if (column !== WIDTH - 1 || insideQuotes !== 0 || (met & IS_CONTROL) !== 0) return false;
    return quoteCount === 0 || this.quotesAreWellFormed(quoteCount, bytes, start, end);
  }

  /** A quote may open a cell right at its beginning, close it right at its end, and stand twice inside. */
  private quotesAreWellFormed(count: number, bytes: Uint8Array, start: number, end: number): boolean {
    const quotes = this.quotes;
    for (let index = 0; index < count; index += 2) {
      const opening = quotes[index] as number;
      if (opening > start && bytes[opening - 1] !== COMMA) return false;
      while (quotes[index + 2] === (quotes[index + 1] as number) + 1 && index + 2 < count) index += 2;
      const closing = quotes[index + 1] as number;
      if (closing + 1 < end && bytes[closing + 1] !== COMMA) return false;
    }
    return true;
  }

  /**
   * Writes the line scanned last, which is well formed, to `exact` with only the quotes that it needs, and moves `ends` to
   * where the cells end there. Answers how many bytes that takes.
   */
  writeExact(bytes: Uint8Array, end: number): number {
    const { ends, exact } = this;
    let from = this.start;
    let to = 0;
    for (let column = 0; column < WIDTH; column++) {
      const last = column === WIDTH - 1 ? end : (ends[column] as number);
      const isNeedless = bytes[from] === QUOTE && !needsQuotes(bytes, from + 1, last - 1);
      const stop = isNeedless ? last - 1 : last;
      for (let at = isNeedless ? from + 1 : from; at < stop; at++) exact[to++] = bytes[at] as number;
      ends[column] = to;
      exact[to++] = COMMA;
      from = last + 1;
    }
    return to - 1;
  }

  /** True where the row plainly says whose it is and has a twelve-digit CNT_ORDER; others deserve a closer look. */
  isPlainlyAssigned(bytes: Uint8Array, personColumn: number): boolean {
    const order = (this.ends[COLUMN.CNT_ORDER - 1] as number) + 1;
    if (this.ends[COLUMN.CNT_ORDER] !== order + 12) return false;
    for (let at = order; at < order + 12; at++) if (!isDigit(bytes[at] as number)) return false;
    const person = personColumn === 0 ? this.start : (this.ends[personColumn - 1] as number) + 1;
    const length = (this.ends[personColumn] as number) - person;
    const first = bytes[person] as number;
    // No filler begins with a digit, and none is longer than four characters.
    const isNamed = length > 0 && (isDigit(first) || (length > 4 && first > 0x40 && first < 0x7f));
    return isNamed && !TOLD_APART.some((column) => this.mayBeRounded(bytes, column));
  }

  /** Whether a cell begins as what a spreadsheet makes of a long number does, `1.01E+11`. */
  private mayBeRounded(bytes: Uint8Array, column: number): boolean {
    const end = this.ends[column] as number;
    let at = column === 0 ? this.start : (this.ends[column - 1] as number) + 1;
    while (at < end && (bytes[at] === SPACE || bytes[at] === QUOTE)) at++;
    return isDigit(bytes[at] as number) && at + 1 < end && BEHIND_FIRST.includes(bytes[at + 1] as number);
  }
}

/** Whether the content of a cell could not stand without quotes around it. */
function needsQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === COMMA || bytes[at] === QUOTE) return true;
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
