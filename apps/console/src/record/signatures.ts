import type { ConvictionView } from '@clearance/contract';

/** Who signed an approval that stands, and what becomes of it. */
export interface Approved {
  readonly by: string;
  readonly at: string;
  /** Released for what follows, or since when it will be; `open` while a decision that goes elsewhere can be taken back. */
  readonly release: { readonly is: 'released' | 'due' | 'open'; readonly at: string } | undefined;
}

/** The approval that stands on a conviction; undefined where there is none, or where it was taken back. */
export function approvalOf({
  acts,
  state,
  since,
  releasesAt,
}: Pick<ConvictionView, 'acts' | 'state' | 'since' | 'releasesAt'>): Approved | undefined {
  const last = acts.at(-1);
  if (last?.verb !== 'approve') return undefined;
  const release =
    state === 'released'
      ? ({ is: 'released', at: since } as const)
      : releasesAt
        ? ({ is: state === 'approved' ? 'due' : 'open', at: releasesAt } as const)
        : undefined;
  return { by: last.by, at: last.at, release };
}
