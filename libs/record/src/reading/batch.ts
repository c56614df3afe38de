import type { HistoryRow } from '../history.ts';

/** A place between two lines of a file, from which reading may resume. */
export interface Position {
  /** Bytes of the file up to here. */
  readonly offset: number;
  /** Number of the last line before here, as a text editor counts; 0 at the beginning. */
  readonly line: number;
}

/**
 * An accepted line. All its cells are cut when they are first looked at, so copy them by name: a spread leaves them
 * behind. Who needs a few of them asks for each by itself, which is far cheaper.
 */
export interface FileRow extends HistoryRow {
  /** Where the line begins in the file, in bytes. */
  readonly offset: number;
  /** The line without its end, each cell as it stood, and quoted only where it must be. */
  readonly text: string;
  /** What one cell says. */
  cell(column: number): string;
  /** What stands in the line from one column to another, both included, quotes and commas as well. */
  written(from: number, to: number): string;
}

/** Why one line of a file could not be accepted. */
export type RejectReason =
  | 'wrong_width'
  | 'stray_quote'
  | 'unclosed_quote'
  | 'invalid_bytes'
  | 'nul_byte'
  | 'control_character'
  | 'too_long'
  | 'missing_person'
  | 'wrong_count_order'
  | 'rewritten_number';

export interface RejectedRow extends Position {
  readonly reason: RejectReason;
  /** The reason in words, with what was found. */
  readonly detail: string;
  /**
   * The first 500 characters at most; what is not text is shown as `\xNN`. It may hold a social security number or a
   * driver's licence: show it to whoever may see the original file, and keep it out of tables and logs.
   */
  readonly text: string;
}

/** What one `push` has completed. `offset` and `line` are where reading may resume. */
export interface Batch extends Position {
  readonly rows: readonly FileRow[];
  readonly rejected: readonly RejectedRow[];
  /** Bytes of the file that have been read, an incomplete last line included. */
  readonly bytes: number;
  /** Accepted rows of this batch that hold more than ASCII, by what they were read as. */
  readonly decodedAs: { readonly 'utf-8': number; readonly 'windows-1252': number };
}
