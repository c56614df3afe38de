import type { ConvictionRow } from '@clearance/contract';
import { StatusChip } from '../ui/StatusChip.tsx';
import { policyMark } from './policy-mark.ts';

/** The badge of a recommendation that does not follow the policy; absent where it does, and where there is none. */
export const PolicyChip = ({ decision, outcome }: Pick<ConvictionRow, 'decision' | 'outcome'>) => {
  const mark = decision ? policyMark(decision, outcome) : undefined;
  return mark ? <StatusChip {...mark} /> : null;
};
