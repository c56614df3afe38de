import type { ConvictionFilter } from '@clearance/contract';
import { writeAddress, type AddressDefaults, type QueueView } from '../convictions/address.ts';
import { waitingForApproval } from '../convictions/filter.ts';

/** What `/approvals` shows when its address says nothing. */
export const approvalDefaults: AddressDefaults = { filter: waitingForApproval, view: 'groups' };

/** The approvals narrowed to a filter, as a link inside the console. */
export const approvalsLink = (filter: ConvictionFilter, view: QueueView = 'list'): string =>
  `/approvals${writeAddress(
    { filter, view, sort: { field: 'since', order: 'ASC' }, page: 1, perPage: 50, open: undefined },
    approvalDefaults,
  )}`;
