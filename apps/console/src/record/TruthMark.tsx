import Check from '@mui/icons-material/Check';
import Close from '@mui/icons-material/Close';
import QuestionMark from '@mui/icons-material/QuestionMark';
import Box from '@mui/material/Box';
import { truthWords, type TruthContext } from './truth-words.ts';
import type { Truth } from './trace-view.ts';

/** Yes, no or unknown, as a sign and a word. */
export const TruthMark = ({ truth, of }: { readonly truth: Truth; readonly of: TruthContext }) => {
  const Icon = truth === 'unknown' ? QuestionMark : truth ? Check : Close;
  const color = truth === 'unknown' ? 'warning.main' : truth ? 'success.main' : 'text.secondary';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color,
        fontWeight: 600,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {truthWords(truth, of)}
    </Box>
  );
};
