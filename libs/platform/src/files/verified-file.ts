/**
 * A stored file of which every byte was checked. Only `FileStore.verified` makes one, and an answer that carries a stored
 * file takes nothing else: what is damaged is refused with its reason before the first byte leaves.
 */
export class VerifiedFile implements AsyncIterable<Buffer> {
  readonly #read: () => AsyncGenerator<Buffer>;

  constructor(read: () => AsyncGenerator<Buffer>) {
    this.#read = read;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    return this.#read();
  }
}
