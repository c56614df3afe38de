import type { ImpactView } from '@clearance/contract';
import { number } from '../ui/format.ts';

/** What is to be said about the count beside its figures; `again` offers to count once more. */
export interface CountWords {
  readonly severity: 'info' | 'warning';
  readonly says: string;
  readonly again: boolean;
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How far a count is: `1,200 of 3,400 people`; empty before the first. */
const progressWords = (progress: Progress | null) =>
  progress && progress.total > 0 ? ` ${number(progress.done)} of ${number(progress.total)} people are counted.` : '';

const notCounted = {
  failed: 'The last count stopped before its end.',
  cancelled: 'The last count was cancelled.',
  overtaken: 'A newer file came during the last count.',
} as const;

/** Undefined where the figures are of the policy and the file of today, and nothing has to be said. */
export function countWords(view: ImpactView, progress: Progress | null): CountWords | undefined {
  const { impact, stale, state } = view;
  if (state === 'running') {
    if (!impact) return undefined;
    const now = stale
      ? 'These figures were counted before the newest file or policy. They are being counted again.'
      : 'The figures are being counted again.';
    return { severity: 'info', says: now + progressWords(progress), again: false };
  }
  if (state === 'failed' || state === 'cancelled' || state === 'overtaken') {
    const how = notCounted[state];
    return {
      severity: 'warning',
      says: impact ? `${how} The figures are those of the count before.` : how,
      again: true,
    };
  }
  if (!stale) return undefined;
  return {
    severity: 'warning',
    says: 'These figures were counted before the newest file or policy.',
    again: true,
  };
}
