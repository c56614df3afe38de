import type { BulkReviewRow } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { number } from '../ui/format.ts';

/** Beside the count of a list: how many of the bulk approval that it shows were taken back; they stay in the list. */
export const TakenBackOf = ({ id }: { readonly id: string }) => {
  const takenBack = useApi<BulkReviewRow>(`/bulk-reviews/${id}`).data?.takenBack ?? 0;
  return takenBack > 0 ? (
    <>
      ; {number(takenBack)} of the bulk approval {takenBack === 1 ? 'was' : 'were'} taken back
    </>
  ) : null;
};
