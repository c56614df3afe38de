import { unpackAbility, type Ability, type Me, type PackedRules, type Permission } from '@clearance/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { holds } from './access.ts';
import { api } from './http.ts';

/** Who is signed in is asked once per session: a change of roles ends the session. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.get<Me>('/me'),
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
});

/** The permissions of somebody signed in. */
export const abilityOf = (me: Me): Ability => unpackAbility(me.rules as PackedRules);

/** Who is signed in; undefined only in the moment of signing out. */
export const useMe = (): Me | undefined => useQuery(meQuery).data;

/** Whether the person signed in holds `permission`. What this refuses is absent from the screen, not grey. */
export function useCan(permission: Permission): boolean {
  const me = useMe();
  return me !== undefined && holds(abilityOf(me), permission);
}
