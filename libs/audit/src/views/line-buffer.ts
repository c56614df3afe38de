/** Lines with a character per byte, put one behind the other as bytes at once: what is held does not become garbage. */
export class LineBuffer {
  private buffer: Buffer = Buffer.allocUnsafe(65_536);
  private length = 0;

  clear(): void {
    this.length = 0;
  }

  add(line: string): void {
    const needed = this.length + line.length;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafe(needed * 2);
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    this.length += this.buffer.write(line, this.length, 'latin1');
  }

  /** They hold until something is added or cleared. */
  get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }
}
