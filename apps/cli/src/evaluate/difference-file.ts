import type { CutRow } from '@clearance/eligibility';
import { harmlessLine } from './csv.ts';
import type { RowSink } from './dialect.ts';
import { differenceHeaders } from './difference-dialect.ts';
import { OutputFile } from './output-file.ts';

/** The difference report: only rows with an answer have a line in it. */
export class DifferenceFile implements RowSink {
  readonly #file: OutputFile;
  rejectedRows = 0;

  private constructor(file: OutputFile) {
    this.#file = file;
    file.write(`${harmlessLine(differenceHeaders)}\n`);
  }

  static async create(path: string): Promise<DifferenceFile> {
    return new DifferenceFile(await OutputFile.create(path));
  }

  row(_row: CutRow, tail: string): void {
    if (tail !== '') this.#file.write(tail);
  }

  rejected(): void {
    this.rejectedRows += 1;
  }

  async drain(): Promise<void> {
    await this.#file.drain();
  }

  async mark(): Promise<readonly number[]> {
    return [await this.#file.position(), this.rejectedRows];
  }

  async rewind([position = 0, rejectedRows = 0]: readonly number[]): Promise<void> {
    this.rejectedRows = rejectedRows;
    await this.#file.rewind(position);
  }

  async finish(): Promise<void> {
    await this.#file.close();
    await this.#file.keep();
  }

  abandon(): void {
    this.#file.abandon();
  }
}
