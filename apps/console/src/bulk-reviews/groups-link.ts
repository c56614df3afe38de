import type { ConvictionFilter } from '@clearance/contract';
import { approvalsLink } from '../approvals/approvals-link.ts';
import { queueLink } from '../convictions/address.ts';
import type { BulkVerb } from '../convictions/filter.ts';

/** The groups of a set, on the page of those who decide that way. */
export const groupsLink = (verb: BulkVerb, filter: ConvictionFilter): string =>
  verb === 'recommend' || verb === 'withdraw' ? queueLink(filter, 'groups') : approvalsLink(filter, 'groups');
