import type { MoveFilter } from '@clearance/contract';
import { listAddress } from '../ui/list-address.ts';

/** The convictions that end up elsewhere, narrowed by a filter. */
export const movesLink = (id: string, filter: MoveFilter = {}): string =>
  listAddress(`simulations/${id}/changes`, filter);
