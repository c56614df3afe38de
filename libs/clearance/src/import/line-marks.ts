/** Bytes after which a file is cut again: a stretch is read by one job and stored in one transaction. */
const STRETCH = 4 * 1024 * 1024;
const LF = 0x0a;

/** A place between two lines: how many bytes and lines of the file stand before it. */
export type Mark = readonly [offset: number, lines: number];

/**
 * Where a file may be cut into stretches of whole lines, found while it streams by: any of them can be read by itself,
 * and knows the numbers of its lines. No accepted line holds a line end, so every one stands between two lines.
 */
export class LineMarks {
  /** Where each stretch begins. */
  readonly begins: Mark[] = [[0, 0]];
  /** Bytes and line ends seen so far. */
  offset = 0;
  lines = 0;
  private next: number;

  constructor(private readonly stretch = STRETCH) {
    this.next = stretch;
  }

  /** A stretch begins here, between two lines: another file does. */
  cut(): void {
    if (this.begins.at(-1)?.[0] !== this.offset) this.begins.push([this.offset, this.lines]);
    this.next = this.offset + this.stretch;
  }

  see(chunk: Uint8Array): void {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) {
      this.lines += 1;
      const end = this.offset + at + 1;
      if (end < this.next) continue;
      this.begins.push([end, this.lines]);
      this.next = end + this.stretch;
    }
    this.offset += chunk.length;
  }
}
