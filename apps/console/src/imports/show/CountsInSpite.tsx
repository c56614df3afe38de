import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useCounty } from '../../audit-events/print/use-county.ts';
import { dayAndTime } from '../../ui/format.ts';
import { Warning } from '../../ui/Warning.tsx';
import { doubtsInWords } from './doubt-words.ts';

/** Whether the file counts, or did, although there were doubts about it. */
export const isConfirmed = ({ doubts, state }: Pick<ImportRow, 'doubts' | 'state'>): boolean =>
  doubts.length > 0 && ['counting', 'evaluating', 'done', 'superseded'].includes(state);

/** The doubts about a file that counts all the same, and who confirmed it: they stay true of everybody in it. */
export const CountsInSpite = ({ row }: { readonly row: ImportRow }) => {
  const county = useCounty();
  const { confirmed } = row;
  return (
    <Warning>
      {doubtsInWords(row, county).map(({ title, says }) => (
        <Box key={title} sx={{ mb: 1 }}>
          <Typography sx={{ fontWeight: 550 }}>{title}</Typography>
          <Typography sx={{ maxWidth: '72ch', overflowWrap: 'anywhere' }}>{says}</Typography>
        </Box>
      ))}
      <Typography>
        {confirmed
          ? `${confirmed.by} confirmed the file on ${dayAndTime(confirmed.at)}, so it counts.`
          : 'Somebody in the office confirmed the file, so it counts.'}
      </Typography>
    </Warning>
  );
};
