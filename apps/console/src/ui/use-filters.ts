import { useListContext } from 'react-admin';

export interface Filters {
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether anything is narrowed down. */
  readonly active: boolean;
  /** Sets one field; undefined takes it out. */
  readonly set: (source: string, value: unknown) => void;
  readonly clear: () => void;
}

/** The filter of the list around it, which stands in the address. */
export function useFilters(): Filters {
  const list = useListContext();
  const values = list.filterValues as Readonly<Record<string, unknown>>;
  return {
    values,
    active: Object.values(values).some((value) => value !== undefined && value !== ''),
    set: (source, value) => list.setFilters({ ...values, [source]: value }, {}),
    clear: () => list.setFilters({}, {}),
  };
}
