import { readFileSync } from 'node:fs';
import { buildHistory, COLUMN, DojReader, type History, type HistoryRow } from '@clearance/record';

/** Everybody in an invented file with her whole history, read without a database; `person` is the CII number. */
export function historiesOfFile(path: string): { person: string; history: History }[] {
  const reader = new DojReader({ encoding: 'ascii', hasHeader: true });
  const people = new Map<string, HistoryRow[]>();
  for (const { rows } of [reader.push(readFileSync(path)), reader.end()]) {
    for (const { cells, line } of rows) {
      const cii = cells[COLUMN.CII_NUMBER] ?? '';
      const own = people.get(cii) ?? [];
      own.push({ line, cells: [...cells] });
      people.set(cii, own);
    }
  }
  return [...people].map(([person, rows]) => ({ person, history: buildHistory(rows) }));
}
