import type { DisseminationRow } from '@clearance/contract';
import type { Table } from '../ui/csv.ts';

/** What was given out, in words. */
export const whatWords: Readonly<Record<DisseminationRow['what'], string>> = {
  annotated_file: 'File of the state with determinations',
};

/** The list as a file: times in UTC, as the log has them. */
export const disseminationTable = (rows: readonly DisseminationRow[]): Table => ({
  columns: ['When (UTC)', 'Who', 'What', 'People', 'To whom', 'What for', 'SHA-256'],
  rows: rows.map(({ at, by, what, people, recipient, purpose, sha256 }) => [
    ...[at, by, whatWords[what], people, recipient, purpose, sha256],
  ]),
});

/** Reads a list to its end, page by page. */
export async function everyPage<T>(size: number, read: (first: number, last: number) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await read(all.length, all.length + size - 1);
    all.push(...page);
    if (page.length < size) return all;
  }
}
