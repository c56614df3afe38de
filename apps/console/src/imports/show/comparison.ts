import type { ImportRow } from '@clearance/contract';

/** A part of the comparison with the older file, in convictions that the policy speaks of. */
export interface ComparedPart {
  readonly key: 'new' | 'back' | 'changed' | 'unchanged' | 'vanished';
  readonly label: string;
  readonly count: number;
  /** What becomes of them. */
  readonly says: string;
}

/** What a file brought, against the one before it; empty when there was none, or nothing is counted yet. */
export function compare({
  fresh,
  back,
  unchanged,
  changed,
  vanished,
}: Pick<ImportRow, 'fresh' | 'back' | 'unchanged' | 'changed' | 'vanished'>): readonly ComparedPart[] {
  if (unchanged + changed + back + vanished === 0) return [];
  return [
    {
      key: 'unchanged',
      label: 'Unchanged',
      count: unchanged,
      says: 'Their determinations and decisions stand.',
    },
    {
      key: 'changed',
      label: 'Changed',
      count: changed,
      says: 'Evaluated again and marked as changed. What had been recommended on the old history has to be looked at again.',
    },
    {
      key: 'new',
      label: 'New',
      count: fresh,
      says: 'Evaluated for the first time.',
    },
    ...(back > 0
      ? [
          {
            key: 'back' as const,
            label: 'Back again',
            count: back,
            says: 'The file before lacked them, an older one had them. Evaluated again.',
          },
        ]
      : []),
    {
      key: 'vanished',
      label: 'No longer in the file',
      count: vanished,
      says: 'Marked, and kept with everything that was decided on them.',
    },
  ];
}
