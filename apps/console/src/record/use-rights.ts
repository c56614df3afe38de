import { useCan, useMe } from '../providers/me.ts';
import type { Rights } from './choices.ts';

/** What the person signed in may do to convictions at all. */
export function useRights(): Rights {
  return {
    name: useMe()?.name ?? '',
    recommend: useCan('recommend conviction'),
    approve: useCan('approve conviction'),
  };
}
