import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, RaRecord } from 'react-admin';
import { api, call, type CallOptions } from './http.ts';

const root = '/api';

/** ra-data-simple-rest hands over whole addresses and bodies that are JSON already. */
async function restClient(url: string, init: RequestInit = {}) {
  const options: { -readonly [K in keyof CallOptions]: CallOptions[K] } = { signal: init.signal ?? undefined };
  if (init.method) options.method = init.method as NonNullable<CallOptions['method']>;
  if (typeof init.body === 'string') options.body = JSON.parse(init.body);
  return call(url.slice(root.length), options);
}

const simpleRest = simpleRestProvider(root, restClient);

/**
 * Lists, records and changes of the API in react-admin's words. `meta.idempotencyKey` of a create goes along as the
 * header of that name. Several records by id are read one by one: lists have no filter for ids.
 */
export const dataProvider: DataProvider = {
  ...simpleRest,
  getMany: async (resource, { ids, signal }) => ({
    data: await Promise.all(
      ids.map((id) => api.get<never>(`/${resource}/${encodeURIComponent(String(id))}`, { signal })),
    ),
  }),
  create: async (resource, { data, meta }) => {
    const { idempotencyKey } = (meta ?? {}) as { idempotencyKey?: string };
    return { data: await api.post<never>(`/${resource}`, data, { idempotencyKey }) };
  },
  delete: async <R extends RaRecord>(resource: string, { id }: { id: R['id'] }) => {
    const gone = await api.delete<R | undefined>(`/${resource}/${encodeURIComponent(String(id))}`);
    return { data: gone ?? ({ id } as R) };
  },
};
