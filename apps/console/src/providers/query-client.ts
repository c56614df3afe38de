import { MutationCache, QueryClient } from '@tanstack/react-query';
import { RefusalError } from './refusal.ts';

/** Only where no answer came, or a gateway gave it, can the next try fare better. */
const worthAnotherTry = (error: unknown) => error instanceof RefusalError && [0, 502, 503, 504].includes(error.status);

/** One cache for react-admin's own requests and for `useApi`. Every change makes the figures of the rail stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && worthAnotherTry(error) },
  },
  mutationCache: new MutationCache({
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['api', '/stats'] }),
  }),
});
