import { annotatedHeader, annotatedRow, type CutRow } from '@clearance/eligibility';
import { join } from 'node:path';
import { COLUMN, exactLine, type ColumnName, type RejectedRow } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { RowSink } from './dialect.ts';
import { OutputFile } from './output-file.ts';

const CONDENSED: readonly ColumnName[] = [
  ...(['CII_NUMBER', 'PRI_NAME', 'GENDER', 'PRI_DOB', 'RACE_DESCR', 'CYC_DATE', 'STP_EVENT_DATE'] as const),
  ...(['STP_ORI_DESCR', 'STP_ORI_CNTY_NAME', 'DISP_DATE', 'OFN', 'OFFENSE_DESCR', 'DISP_DESCR'] as const),
  ...(['CONV_STAT_DESCR', 'SENT_LOC_DESCR', 'SENT_LENGTH', 'SENT_TIME_CODE', 'CYC_AGE', 'COMMENT_TEXT'] as const),
  'END_OF_REC',
];

/** The condensed columns, those that stand side by side taken together. */
const RUNS = CONDENSED.reduce<[number, number][]>((runs, name) => {
  const last = runs.at(-1);
  if (last?.[1] === COLUMN[name] - 1) last[1] = COLUMN[name];
  else runs.push([COLUMN[name], COLUMN[name]]);
  return runs;
}, []);

const NAMES = [
  'All_Results.csv',
  'All_Results_Condensed.csv',
  'Prop64_Results.csv',
  'rejected.csv',
  'summary.json',
] as const;

/** The paths of a run's files. */
export const resultPaths = (folder: string): string[] => NAMES.map((name) => join(folder, name));

/** The files of one run. They come to be together, when all are complete; the summary last. */
export class ResultFiles implements RowSink {
  readonly #files: Readonly<Record<(typeof NAMES)[number], OutputFile>>;
  readonly #exact: boolean;

  private constructor(files: Readonly<Record<(typeof NAMES)[number], OutputFile>>, exact: boolean) {
    this.#files = files;
    this.#exact = exact;
  }

  /** @param exact whether the cells of the file are given back as they stood, or made harmless for a spreadsheet */
  static async create(folder: string, headers: readonly string[], exact: boolean): Promise<ResultFiles> {
    const files = await Promise.all(NAMES.map(async (name) => [name, await OutputFile.create(join(folder, name))]));
    const results = new ResultFiles(Object.fromEntries(files) as Record<(typeof NAMES)[number], OutputFile>, exact);
    const whole = annotatedHeader(headers);
    results.#files['All_Results.csv'].write(whole);
    results.#files['Prop64_Results.csv'].write(whole);
    results.#files['All_Results_Condensed.csv'].write(`${exactLine([...CONDENSED, ...headers])}\n`);
    results.#files['rejected.csv'].write('file,line,byte,reason,detail\n');
    return results;
  }

  row(row: CutRow, tail: string, inScope: boolean): void {
    const line = this.#exact ? row.text : annotatedRow(row, harmlessLine);
    const asItStood = line === row.text;
    this.#both('All_Results.csv', line, tail);
    if (inScope) this.#both('Prop64_Results.csv', line, tail);
    this.#both('All_Results_Condensed.csv', asItStood ? condensed(row) : harmlessLine(pick(row.cells)), tail);
  }

  /** The text of the line is left out: it may hold what nobody should read outside the original file. */
  rejected(file: string, { line, offset, reason, detail }: RejectedRow): void {
    const cells = [file, String(line), String(offset), reason, detail];
    this.#files['rejected.csv'].write(`${harmlessLine(cells)}\n`);
  }

  summary(content: object): void {
    this.#files['summary.json'].write(`${JSON.stringify(content, null, 2)}\n`);
  }

  async drain(): Promise<void> {
    for (const file of this.#all()) await file.drain();
  }

  async mark(): Promise<readonly number[]> {
    return Promise.all(this.#all().map((file) => file.position()));
  }

  async rewind(mark: readonly number[]): Promise<void> {
    await Promise.all(this.#all().map((file, index) => file.rewind(mark[index] ?? 0)));
  }

  async finish(): Promise<void> {
    for (const file of this.#all()) await file.close();
    for (const file of this.#all()) await file.keep();
  }

  abandon(): void {
    for (const file of this.#all()) file.abandon();
  }

  #both(name: (typeof NAMES)[number], line: string, tail: string): void {
    this.#files[name].write(line);
    this.#files[name].write(tail);
  }

  #all(): OutputFile[] {
    return NAMES.map((name) => this.#files[name]);
  }
}

function condensed(row: CutRow): string {
  let line = '';
  for (const [from, to] of RUNS) line += line === '' ? row.written(from, to) : `,${row.written(from, to)}`;
  return line;
}

function pick(cells: readonly string[]): string[] {
  return CONDENSED.map((name) => cells[COLUMN[name]] ?? '');
}
