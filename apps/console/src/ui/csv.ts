import { harmlessCell } from '@clearance/contract';

export type Cell = string | number;

/** A figure as rows: what the table shows and the file holds. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const written = (cell: Cell) => (typeof cell === 'number' ? String(cell) : harmlessCell(cell));

/** The table as RFC 4180 text with its header; lines end with CR LF. */
export const csvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** Hands the table to the person as a file. */
export const downloadCsv = (name: string, table: Table): void => downloadText(name, csvOf(table));

/** Hands CSV text to the person as a file; the mark at the start lets spreadsheets read it as UTF-8. */
export const downloadText = (name: string, csv: string): void =>
  saveFile(`${name}.csv`, new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));

/** Has the browser save bytes that it holds, under a whole name. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
