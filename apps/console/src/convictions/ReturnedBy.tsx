import Box from '@mui/material/Box';
import type { ReturnedOfSet } from '@clearance/contract';
import { counted } from '../ui/format.ts';
import { returnedWords } from './returned-words.ts';

interface ReturnedByProps {
  readonly returned: readonly ReturnedOfSet[];
  /** How many convictions are shown with it. */
  readonly count: number;
  /** So many reasons are quoted; the rest are on the records. */
  readonly most?: number;
}

/** Who returned convictions to the reviewers, and why, in the approver's own words. */
export const ReturnedBy = ({ returned, count, most = 3 }: ReturnedByProps) => {
  const more = returned.slice(most).reduce((sum, one) => sum + one.count, 0);
  return returned.length === 0 ? null : (
    <Box sx={{ display: 'grid', gap: 0.5, maxWidth: '72ch', overflowWrap: 'anywhere' }}>
      {returned.slice(0, most).map((one) => (
        <div key={`${one.by} ${one.note}`}>
          <strong>{returnedWords(one, count)}:</strong> {one.note ? `“${one.note}”` : 'without a reason'}
        </div>
      ))}
      {more > 0 ? (
        <div>{counted(more, 'more conviction')} returned for other reasons; each record has its own.</div>
      ) : null}
    </Box>
  );
};
