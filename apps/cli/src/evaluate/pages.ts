/** No character takes more bytes of UTF-8 for each of its UTF-16 units. */
const MOST_BYTES = 3;
const FIRST = 256 * 1024;

/** The memory of a page, and how much of it is written. */
export interface Page {
  readonly memory: ArrayBuffer;
  readonly used: number;
}

/**
 * Text for several files as it comes to be, in UTF-8. Memory that was written to before is used again: to touch new
 * memory for the first time costs more than to fill it.
 */
export class Pages {
  readonly #free: ArrayBuffer[] = [];
  #open: { bytes: Buffer; used: number }[] = [];

  readonly write = (file: number, text: string): void => {
    while (this.#open.length <= file) this.#open.push({ bytes: this.#memory(FIRST), used: 0 });
    const page = this.#open[file] as { bytes: Buffer; used: number };
    const most = text.length * MOST_BYTES;
    if (page.bytes.length - page.used < most) {
      const larger = this.#memory(page.bytes.length * 2 + most);
      page.bytes.copy(larger, 0, 0, page.used);
      this.reuse([{ memory: page.bytes.buffer as ArrayBuffer, used: 0 }]);
      page.bytes = larger;
    }
    page.used += page.bytes.write(text, page.used);
  };

  /** What was written to each file; afterwards nothing is. */
  take(): Page[] {
    const taken = this.#open.map(({ bytes, used }) => ({ memory: bytes.buffer as ArrayBuffer, used }));
    this.#open = [];
    return taken;
  }

  /** Takes back the memory of pages that are written. */
  reuse(pages: readonly Page[]): void {
    for (const { memory } of pages) this.#free.push(memory);
  }

  #memory(least: number): Buffer {
    const at = this.#free.findIndex(({ byteLength }) => byteLength >= least);
    const [memory = Buffer.allocUnsafeSlow(least).buffer] = at < 0 ? [] : this.#free.splice(at, 1);
    return Buffer.from(memory);
  }
}
