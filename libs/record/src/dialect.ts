/**
 * How histories are read and judged, by version, oldest first. A determination names the dialect that it was made in: what
 * one dialect wrote, only the engine of that dialect repeats to the byte.
 *
 * The dialect is raised once per release that changes what is read or determined; docs/architecture.md says how.
 */
export const dialects = ['standard/1', 'standard/2', 'standard/3', 'standard/4', 'standard/5'] as const;

export type Dialect = (typeof dialects)[number];

/** The dialect of this program. */
export const DIALECT = 'standard/5' satisfies Dialect;
