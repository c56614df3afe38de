import { sortedDetail } from './entry.ts';
import type { AuditEntry } from './entry.ts';
import { harmlessCell } from './harmless-cell.ts';

export type CsvValue = string | number | boolean | null | undefined;

/**
 * One cell of a CSV file (RFC 4180), quoted only where it must be; null and undefined are empty cells. What a spreadsheet
 * would calculate is made harmless (`harmlessText`). The apostrophe is part of the file: a CSV is a view for people, and
 * what must be exact is read from the JSON Lines.
 */
export const csvCell = (value: CsvValue): string =>
  value === null || value === undefined ? '' : harmlessCell(String(value));

/** One line of a CSV file with its line end, CR LF. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** Gives the name for an opaque id, for a reader who may see it; undefined leaves the id. An actor has type `actor`. */
export type ResolveId = (type: string, id: string) => string | undefined;

type Column = { readonly title: string; readonly cell: (entry: AuditEntry, resolve: ResolveId) => CsvValue };

const COLUMNS: readonly Column[] = [
  { title: 'sequence', cell: (entry) => entry.seq },
  { title: 'time', cell: (entry) => entry.at },
  { title: 'actor', cell: ({ actor }, resolve) => resolve('actor', actor.id) ?? actor.id },
  { title: 'roles', cell: (entry) => entry.actor.roles?.join(' ') },
  { title: 'action', cell: (entry) => entry.action },
  { title: 'target type', cell: (entry) => entry.target.type },
  { title: 'target', cell: ({ target }, resolve) => resolve(target.type, target.id) ?? target.id },
  { title: 'outcome', cell: (entry) => entry.outcome },
  { title: 'address', cell: (entry) => entry.source?.address },
  { title: 'request', cell: (entry) => entry.source?.requestId },
  { title: 'policy version', cell: (entry) => entry.policyVersion },
  { title: 'history digest', cell: (entry) => entry.historyDigest },
  { title: 'state before', cell: (entry) => entry.stateBefore },
  { title: 'state after', cell: (entry) => entry.stateAfter },
  { title: 'bulk review', cell: (entry) => entry.bulkReviewId },
  { title: 'chunk', cell: (entry) => entry.chunk },
  { title: 'detail', cell: ({ detail }) => detail && JSON.stringify(sortedDetail(detail)) },
];

const keepIds: ResolveId = () => undefined;

/** The first line of an audit CSV. */
export const auditCsvHeader: string = csvLine(COLUMNS.map((column) => column.title));

/** Makes the line of an entry under `auditCsvHeader`, its cells written in this way. Without `resolve` the ids stay as they are. */
export const auditCsvWith =
  (write: (value: CsvValue) => string) =>
  (entry: AuditEntry, resolve: ResolveId = keepIds): string =>
    `${COLUMNS.map((column) => write(column.cell(entry, resolve))).join(',')}\r\n`;

/** One entry as a line under `auditCsvHeader`. */
export const auditCsvLine = auditCsvWith(csvCell);
