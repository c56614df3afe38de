import Alert from '@mui/material/Alert';
import type { ConvictionRow } from '@clearance/contract';
import { stateWords } from '../ui/words.ts';
import { hasMoved, type Deciding } from './use-deciding.ts';

interface RefusedHereProps {
  readonly deciding: Deciding;
  readonly row: ConvictionRow;
}

/** Why the last choice on this conviction was not done, and what stands there now. */
export const RefusedHere = ({ deciding, row }: RefusedHereProps) => {
  const { refused, asking } = deciding;
  if (refused?.id !== row.id || asking) return null;
  return (
    <Alert severity="error" variant="outlined" onClose={deciding.forget} sx={{ mb: 1 }}>
      {refused.refusal.message}
      {hasMoved(refused.refusal) ? (
        <>
          {' '}
          It now stands at “{stateWords[row.state].word}”{row.recommendedBy ? `, by ${row.recommendedBy}` : ''}.
          {refused.note ? ` You had written: “${refused.note}”` : null}
        </>
      ) : null}
    </Alert>
  );
};
