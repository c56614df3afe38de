import type { AddressDefaults } from './address.ts';
import { waitingForReview } from './filter.ts';

/** What `/convictions` shows when its address says nothing. */
export const queueDefaults: AddressDefaults = { filter: waitingForReview, view: 'groups' };
