import { listOf } from '../support/client.ts';
import type { Named } from './named.ts';
import type { Who } from './worked-county.ts';

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

export interface Probe {
  readonly by: Who | 'nobody';
  readonly calls: (named: Named) => readonly Call[];
  /** Its answer moves by itself, or makes something: it is searched, and only its status is compared. */
  readonly moves?: true;
}

/** A call of a route below a thing's id. */
export const at = (pattern: string, id: string | number, body?: object): Call => {
  const [method = '', path = ''] = pattern.split(' ');
  return { method, path: path.replace(':id', String(id)), ...(body ? { body } : {}) };
};
/** A list, as it stands and narrowed. */
export const list = (path: string, ...filters: object[]): Call[] => [
  { path },
  ...filters.map((filter) => ({ path: listOf(path, { filter, range: [0, 99] }) })),
];
export const someone = { name: 'Somebody', password: 'violet-kettle-forty' };
