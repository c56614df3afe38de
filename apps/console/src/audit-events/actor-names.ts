import type { AuditEventRow, MemberRow } from '@clearance/contract';
import { useCallback, useMemo } from 'react';
import { useGetList } from 'react-admin';
import { useCan } from '../providers/me.ts';
import { nobodies, type NameOf } from './filter-words.ts';
import { capital } from './past-tense.ts';

export interface Actors {
  /** Everybody who works or worked here, by name; empty for those who may not see staff. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly nameOf: NameOf;
}

/** The names behind the opaque ids of the log. */
export function useActors(): Actors {
  const allowed = useCan('read member');
  const { data } = useGetList<MemberRow>(
    'members',
    { pagination: { page: 1, perPage: 500 }, sort: { field: 'name', order: 'ASC' }, filter: {} },
    { enabled: allowed, retry: false },
  );
  const people = useMemo(() => (data ?? []).map(({ id, name }) => ({ id, name })), [data]);
  const nameOf = useCallback((actorId: string) => people.find(({ id }) => id === actorId)?.name, [people]);
  return { people, nameOf };
}

/** Who acted, as it stands at the beginning of a line. */
export const actorOf = ({ actorId, actor }: Pick<AuditEventRow, 'actorId' | 'actor'>): string =>
  capital(nobodies[actorId] ?? actor);
