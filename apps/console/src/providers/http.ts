import { readRefusal, unreachable } from './refusal.ts';
import { endSession, meansSignedOut, noteRequest } from './session.ts';

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Makes a repeated click one act: the API answers the second time what it answered the first. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly json: unknown;
}

/** A path without the filter in its query, and the filter. */
export function withoutFilter(path: string): { readonly rest: string; readonly filter: string | null } {
  const [way = '', query = ''] = path.split('?', 2);
  const asked = new URLSearchParams(query);
  const filter = asked.get('filter');
  if (filter === null) return { rest: path, filter };
  asked.delete('filter');
  return { rest: asked.size > 0 ? `${way}?${asked.toString()}` : way, filter };
}

/**
 * One request to `/api`, with the session cookie.
 * @param path with its leading slash, below `/api`: `/stats`
 * @throws RefusalError for every answer that is not 2xx, and when no answer comes
 */
async function send(path: string, options: CallOptions): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  const init: RequestInit = { method: options.method ?? 'GET', headers, credentials: 'same-origin' };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  const { filter, rest } = withoutFilter(path);
  // A filter can hold a case number, and addresses stand in the logs of proxies.
  if (filter !== null) headers.set('Clearance-Filter', encodeURIComponent(filter));
  const response = await fetch(`/api${rest}`, init).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : unreachable();
  });
  if (!response.ok) {
    const refusal = readRefusal(response.status, await response.text());
    if (meansSignedOut(refusal)) endSession(refusal.message);
    throw refusal;
  }
  noteRequest(Date.now());
  return response;
}

/** The same, with the answer read as JSON. */
export async function call(path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  const body = await response.text();
  const json: unknown = body === '' ? undefined : JSON.parse(body);
  return { status: response.status, headers: response.headers, body, json };
}

const answerOf = async <T>(path: string, options: CallOptions): Promise<T> => (await call(path, options)).json as T;

/** The API by verb; `T` is a type of the contract. Paths are below `/api`. */
export const api = {
  get: <T>(path: string, options: CallOptions = {}) => answerOf<T>(path, options),
  post: <T>(path: string, body: unknown, options: CallOptions = {}) =>
    answerOf<T>(path, { ...options, method: 'POST', body }),
  put: <T>(path: string, body: unknown, options: CallOptions = {}) =>
    answerOf<T>(path, { ...options, method: 'PUT', body }),
  /** An answer that is a file, with the name that the server gives it. */
  file: async (path: string, body: unknown): Promise<{ readonly name: string; readonly bytes: Blob }> => {
    const response = await send(path, { method: 'POST', body });
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
    return { name, bytes: await response.blob() };
  },
  delete: <T>(path: string, options: CallOptions = {}) => answerOf<T>(path, { ...options, method: 'DELETE' }),
};
