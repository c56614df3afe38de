import type { ConvictionGroup } from '@clearance/contract';

/** Figures of all groups together. A person with convictions in two groups counts in both, so people are not added up. */
export function totalsOf(groups: readonly ConvictionGroup[]) {
  return {
    convictions: groups.reduce((sum, group) => sum + group.count, 0),
    groups: groups.length,
    mine: groups.reduce((sum, group) => sum + group.mine, 0),
    oldest: groups.reduce<string | undefined>(
      (oldest, group) => (oldest === undefined || group.oldest < oldest ? group.oldest : oldest),
      undefined,
    ),
  };
}

/** The largest group first; among equals the one that waits longest. */
export const inOrder = (groups: readonly ConvictionGroup[]): readonly ConvictionGroup[] =>
  [...groups].sort((a, b) => b.count - a.count || a.oldest.localeCompare(b.oldest));

/** The most frequent names of a count, and how many are left over: for one line of text. */
export function foremost(counts: Readonly<Record<string, number>>, most = 3) {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return {
    first: sorted.slice(0, most).map(([name, count]) => ({ name, count })),
    rest: sorted.slice(most).reduce((sum, [, count]) => sum + count, 0),
    kinds: sorted.length,
  };
}
