import type { ConvictionFilter } from '@clearance/contract';
import { waitingForReview } from './filter.ts';

/** Sets that people come for again and again; each is an ordinary filter. */
export const presets: readonly {
  readonly label: string;
  readonly filter: ConvictionFilter;
  /** Only for those who recommend. */
  readonly mine?: boolean;
}[] = [
  { label: 'To review', filter: waitingForReview },
  { label: 'Returned', filter: { state: ['returned'] } },
  { label: 'Needs facts', filter: { state: ['needs_facts'] } },
  { label: 'Changed by a newer file', filter: { ...waitingForReview, changed: true } },
  {
    label: 'Recommended by me',
    filter: { mine: true, state: ['recommended', 'returned', 'approved', 'referred', 'challenged', 'excluded'] },
    mine: true,
  },
  { label: 'All', filter: {} },
];
