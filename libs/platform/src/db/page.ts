import type { ObjectLiteral } from 'typeorm';
import { window, type ListQuery, type Page } from '../http/list.ts';
import { one, rows, type Tx } from './in-county.ts';

/** A list as SQL. Every part is a fixed text of the code; what a person gave is in `given`, as $1, $2, … */
export interface ListSql {
  readonly columns: string;
  readonly from: string;
  readonly where?: string;
  readonly given?: readonly unknown[];
  /** The whole ORDER BY. */
  readonly order: string;
}

/** One page of a list and the number of all that match. */
export async function pageOf<T extends ObjectLiteral>(
  tx: Tx,
  query: ListQuery<unknown>,
  { columns, from, where = 'true', given = [], order }: ListSql,
): Promise<Page<T>> {
  const { limit, offset } = window(query);
  const source = `FROM ${from} WHERE ${where}`;
  const page = `LIMIT $${given.length + 1} OFFSET $${given.length + 2}`;
  return {
    rows: await rows<T>(tx, `SELECT ${columns} ${source} ${order} ${page}`, [...given, limit, offset]),
    total: (await one<{ n: number }>(tx, `SELECT count(*)::int AS n ${source}`, [...given]))?.n ?? 0,
  };
}
