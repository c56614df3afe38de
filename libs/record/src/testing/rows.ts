import { COLUMN, WIDTH } from '../columns.ts';
import type { ColumnName } from '../columns.ts';
import type { HistoryRow } from '../history.ts';

export type CellValues = Partial<Record<ColumnName, string>>;

/** A court row of nobody in particular, for tests to change. */
export const courtCells: CellValues = {
  RECORD_ID: '1',
  SUBJECT_ID: '700001',
  CII_NUMBER: 'A12345678',
  PRI_NAME: 'DOE,JANE',
  PRI_DOB: '19700215',
  CYC_ORDER: '101',
  CYC_DATE: '19990110',
  STP_EVENT_DATE: '19990301',
  STP_TYPE_DESCR: 'COURT ACTION',
  STP_ORI_CNTY_NAME: 'SACRAMENTO',
  CNT_ORDER: '101002001000',
  OFN: '99F01234',
  OFFENSE_DESCR: '11359 HS-POSSESS MARIJUANA FOR SALE',
  DISP_DESCR: 'CONVICTED',
  CONV_STAT_DESCR: 'FELONY',
};

/** 95 cells with these values, and nothing else in them. */
export function cellsWith(values: CellValues): string[] {
  const cells = new Array<string>(WIDTH).fill('');
  for (const [name, value] of Object.entries(values)) cells[COLUMN[name as ColumnName]] = value;
  return cells;
}

/** The court row with some of its cells changed. */
export function courtRow(line: number, values: CellValues = {}): HistoryRow {
  return { line, cells: cellsWith({ ...courtCells, ...values }) };
}

/** A line of the file, quoted where it has to be. */
export function lineWith(values: CellValues = {}): string {
  const quoted = cellsWith({ ...courtCells, ...values }).map((cell) =>
    /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return quoted.join(',');
}
