import type { ConvictionFilter } from '@clearance/contract';

/** The pictures of the home page count what the policy speaks about, so the lists behind them hold no more than that. */
export const inScope: ConvictionFilter = { outcome: ['dismiss', 'reduce', 'not_eligible', 'needs_review', 'refer'] };
