import type { AuditFilter } from '@clearance/contract';

const keys: readonly (keyof AuditFilter)[] = [
  'from',
  'to',
  'actorId',
  'action',
  'targetType',
  'targetId',
  'outcome',
  'bulkReviewId',
];

/** A filter with `change` made; conditions that became empty are left out. */
export function withChange(
  filter: AuditFilter,
  change: Partial<Record<keyof AuditFilter, string | undefined>>,
): AuditFilter {
  const all = { ...filter, ...change };
  return Object.fromEntries(keys.flatMap((key) => (all[key] ? [[key, all[key]]] : [])));
}

/** The filter that an address holds as JSON; what is no condition of the log is left out. */
export function readFilter(text: string | null): AuditFilter {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const held = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return withChange({}, Object.fromEntries(held));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const query = (filter: AuditFilter) =>
  Object.keys(filter).length === 0 ? '' : `?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;

/** The explorer narrowed to a filter. */
export const explorerLink = (filter: AuditFilter): string => `/audit-events${query(filter)}`;

/** The page that makes an export of what a filter selects. */
export const exportLink = (filter: AuditFilter): string => `/audit-exports/create${query(filter)}`;
