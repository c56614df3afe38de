import type { OutputFile } from './output-file.ts';
import type { Page } from './pages.ts';

/** Files that come to be together, when all are complete; the last one last. */
export class OutputFiles {
  readonly #files: readonly OutputFile[];

  constructor(files: readonly OutputFile[]) {
    this.#files = files;
  }

  /** The number of the last one. */
  get last(): number {
    return this.#files.length - 1;
  }

  async write(file: number, text: string): Promise<void> {
    await this.#files[file]?.append(Buffer.from(text));
  }

  /** Adds a page to each file; once it answers, their memory is not needed any more. */
  async take(pages: readonly Page[]): Promise<void> {
    await Promise.all(
      pages.map(
        ({ memory, used }, file) => this.#files[file]?.append(new Uint8Array(memory, 0, used)) ?? Promise.resolve(),
      ),
    );
  }

  /** A place to which the files can be taken back. */
  mark(): readonly number[] {
    return this.#files.map((file) => file.position);
  }

  async rewind(mark: readonly number[]): Promise<void> {
    await Promise.all(this.#files.map((file, index) => file.rewind(mark[index] ?? 0)));
  }

  async finish(): Promise<void> {
    for (const file of this.#files) await file.close();
    for (const file of this.#files) await file.keep();
  }

  abandon(): void {
    for (const file of this.#files) file.abandon();
  }
}
