import { annotatedRow, type CutRow } from '@clearance/eligibility';
import { cellText, COLUMN, type ColumnName, type RejectedRow } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Part } from './delivery.ts';
import type { Format, Write, Written } from './dialect.ts';

export const CONDENSED: readonly ColumnName[] = [
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

/** The files with rows in them, as a format numbers them. */
export const ROW_FILES = [
  'All_Results.csv',
  'All_Results_Condensed.csv',
  'Prop64_Results.csv',
  'rejected.csv',
  'outside.csv',
] as const;

const [ALL, CONDENSED_FILE, IN_SCOPE, REJECTED, OUTSIDE] = [0, 1, 2, 3, 4] as const;
/** As much of a person's number as a list shows. */
const LAST = 4;

/** How the rows of an evaluation are written. */
export class ResultFormat implements Format {
  readonly #exact: boolean;

  /** @param exact whether the cells of the file are given back as they stood, or made harmless for a spreadsheet */
  constructor(exact: boolean) {
    this.#exact = exact;
  }

  row(row: CutRow, { account, inScope, tail }: Written, part: Part, write: Write): void {
    const line = this.#exact ? row.text : annotatedRow(row, harmlessLine);
    const asItStood = line === row.text;
    write(ALL, line);
    write(ALL, tail);
    if (inScope) {
      write(IN_SCOPE, line);
      write(IN_SCOPE, tail);
    }
    if (asItStood)
      for (const [from, to] of RUNS)
        write(CONDENSED_FILE, from === RUNS[0]?.[0] ? row.written(from, to) : `,${row.written(from, to)}`);
    else write(CONDENSED_FILE, harmlessLine(pick(row.cells)));
    write(CONDENSED_FILE, tail);
    if (!account) return;
    const cii = cellText(row.cell(COLUMN.CII_NUMBER)).slice(-LAST);
    const { became, reason } = account;
    write(OUTSIDE, `${harmlessLine([part.file, String(row.line - part.linesBefore), cii, became, reason])}\n`);
  }

  /** The text of the line is left out: it may hold what nobody should read outside the original file. */
  rejected({ line, offset, reason, detail }: RejectedRow, whose: string, part: Part, write: Write): void {
    const cells = [part.file, String(line - part.linesBefore), String(offset), reason, detail, whose];
    write(REJECTED, `${harmlessLine(cells)}\n`);
  }
}

function pick(cells: readonly string[]): string[] {
  return CONDENSED.map((name) => cells[COLUMN[name]] ?? '');
}
