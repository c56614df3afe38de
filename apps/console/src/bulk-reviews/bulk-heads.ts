import type { BulkVerb } from '../convictions/filter.ts';

interface BulkHead {
  readonly title: string;
  readonly explanation: string;
  /** Where one came from. */
  readonly back: { readonly to: string; readonly label: string };
}

const queue = { to: '/convictions', label: 'Queue' };
const approve: BulkHead = {
  title: 'Approve a whole set',
  explanation:
    'You are the second person. Look at what the set is made of and at the sample the server drew; then sign, or send it back.',
  back: { to: '/approvals', label: 'Approvals' },
};

/** What stands over the page on which a whole set is decided. */
export const bulkHeads: Readonly<Record<BulkVerb, BulkHead>> = {
  recommend: {
    title: 'Recommend for a whole set',
    explanation:
      'Look at what the set is made of before you recommend. The server counts again when you press the button, and stops if the set moved.',
    back: queue,
  },
  withdraw: {
    title: 'Withdraw recommendations',
    explanation: 'What you recommended and nobody has approved yet goes back to the queue.',
    back: queue,
  },
  approve,
  return: approve,
};
