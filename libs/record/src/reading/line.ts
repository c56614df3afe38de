import { WIDTH } from '../columns.ts';
import type { FileRow } from './batch.ts';
import { splitCells } from './split-cells.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;

/** Of a record all cells but the last end at a comma, and no record is so long that its place needs more than 16 bits. */
const COMMAS = WIDTH - 1;
const LINES_A_BLOCK = 512;

/** Where the cells of a line end; those of many lines stand in one array, since a small one for each costs more than a line. */
export interface Ends {
  readonly block: Uint16Array;
  /** Where in the block this line's begin. */
  readonly from: number;
}

/** Keeps the places of cells, line after line. */
export class EndsOfLines {
  private block = new Uint16Array(0);
  private used = 0;

  /** @param ends of 95 cells, in the place of the line that `start` begins */
  keep(ends: Int32Array, start: number): Ends {
    if (this.used === this.block.length) {
      this.block = new Uint16Array(COMMAS * LINES_A_BLOCK);
      this.used = 0;
    }
    const { block, used: from } = this;
    for (let column = 0; column < COMMAS; column++) block[from + column] = (ends[column] as number) - start;
    this.used += COMMAS;
    return { block, from };
  }
}

/** A line whose quotes are known to be well formed, from which single cells can be cut without cutting all 95. */
export class Line implements FileRow {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
  private block: Uint16Array | undefined;
  private from: number;
  private cut: readonly string[] | undefined;

  /** @param ends where they are known already; of a text with more than ASCII they are counted in characters */
  constructor(line: number, offset: number, text: string, ends?: Ends) {
    this.line = line;
    this.offset = offset;
    this.text = text;
    this.block = ends?.block;
    this.from = ends?.from ?? 0;
    this.cut = undefined;
  }

  get cells(): readonly string[] {
    return (this.cut ??= splitCells(this.text));
  }

  cell(column: number): string {
    const { text } = this;
    const start = this.startOf(column);
    const end = this.endOf(column);
    if (start === end || text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
    return text.slice(start + 1, end - 1).replaceAll('""', '"');
  }

  written(from: number, to: number): string {
    return this.text.slice(this.startOf(from), this.endOf(to));
  }

  private startOf(column: number): number {
    return column === 0 ? 0 : this.endOf(column - 1) + 1;
  }

  private endOf(column: number): number {
    const block = (this.block ??= endsOf(this.text));
    return column === COMMAS ? this.text.length : (block[this.from + column] as number);
  }
}

function endsOf(text: string): Uint16Array {
  const ends = new Uint16Array(COMMAS);
  let column = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInside = !isInside;
    else if (code === COMMA && !isInside) ends[column++] = at;
  }
  return ends;
}
