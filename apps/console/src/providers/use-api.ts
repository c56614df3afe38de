import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from './http.ts';
import type { RefusalError } from './refusal.ts';

interface ApiOptions {
  /** Milliseconds for which an answer is taken as it is. */
  readonly fresh?: number;
  /** Shows the last answer until the next one (of another path) is there. */
  readonly keep?: boolean;
  /** Milliseconds after which it is asked again, and again. */
  readonly every?: number | undefined;
}

/**
 * Reads `/api{path}` and keeps it in the shared cache under `['api', path]`; an undefined path asks nothing.
 * `T` is a type of the contract.
 */
export function useApi<T>(path: string | undefined, options: ApiOptions = {}): UseQueryResult<T, RefusalError> {
  return useQuery<unknown, RefusalError>({
    queryKey: ['api', path],
    queryFn: ({ signal }) => api.get<unknown>(path ?? '', { signal }),
    enabled: path !== undefined,
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<T, RefusalError>;
}
