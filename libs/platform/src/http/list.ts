import type { Response } from 'express';

export interface ListQuery<F, S extends string = string> {
  readonly filter?: F | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly [S, 'ASC' | 'DESC'] | undefined;
}

/** A page of a list with the number of all that match. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** LIMIT and OFFSET of a query; 25 rows where none are asked for. */
export function window(query: ListQuery<unknown>): { limit: number; offset: number } {
  const [first, last] = query.range ?? [0, 24];
  return { limit: last - first + 1, offset: first };
}

/** ORDER BY from a closed table of columns; `tie` makes the order total. */
export function orderBy<S extends string>(
  query: ListQuery<unknown, S>,
  columns: Readonly<Record<S, string>>,
  fallback: string,
  tie: string,
): string {
  const chosen = query.sort ? `${columns[query.sort[0]]} ${query.sort[1]} NULLS LAST` : fallback;
  return `ORDER BY ${chosen}, ${tie}`;
}

/** Sends a page in react-admin's simple-REST dialect. */
export function sendPage<T>(response: Response, name: string, query: ListQuery<unknown>, page: Page<T>): readonly T[] {
  const { offset } = window(query);
  const last = Math.max(offset, offset + page.rows.length - 1);
  response.setHeader('Content-Range', `${name} ${offset}-${last}/${page.total}`);
  return page.rows;
}
