import type { Query, QueryClient } from '@tanstack/react-query';

/** Everything but who one is. */
const isOfTheCounty = ({ queryKey }: Query) => queryKey[0] !== 'me';

/**
 * Asks again for what is shown. A first answer that is still on its way may have been given before whatever happened, and
 * the cache does not ask for one thing twice at once: it is asked for again when it has come.
 */
export function outdated(cache: QueryClient): Promise<void> {
  const firstAnswers = cache
    .getQueryCache()
    .findAll({ predicate: isOfTheCounty, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  for (const { promise, queryKey } of firstAnswers) {
    const again = () => cache.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, () => undefined);
  }
  return cache.invalidateQueries({ predicate: isOfTheCounty });
}
