import Box from '@mui/material/Box';
import type { ConvictionView } from '@clearance/contract';
import { Moment } from '../ui/DateText.tsx';
import { decisionWords } from '../ui/words.ts';
import { approvalOf } from './signatures.ts';

/** Both names under a decision, and when it is released; absent where nobody recommended. */
export const Signatures = ({ conviction }: { readonly conviction: ConvictionView }) => {
  const { decision, recommendedBy } = conviction;
  if (!decision || !recommendedBy) return null;
  const approved = approvalOf(conviction);
  return (
    <Box component="span">
      {decisionWords[decision].word} recommended by {recommendedBy}
      {approved ? (
        <>
          , approved by {approved.by}
          {approved.release ? (
            <>
              , {releaseWords[approved.release.is]} <Moment at={approved.release.at} />
            </>
          ) : null}
        </>
      ) : null}
    </Box>
  );
};

const releaseWords = {
  released: 'released on',
  due: 'will be released on',
  open: 'can be taken back until',
} as const;
