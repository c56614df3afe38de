import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useCounty } from '../../audit-events/print/use-county.ts';
import { dayAndTime } from '../../ui/format.ts';
import { doubtsInWords } from './doubt-words.ts';

/** Whether the file counts, or did, and somebody said so in spite of a doubt. */
export const isConfirmed = ({ doubts, state }: Pick<ImportRow, 'doubts' | 'state'>): boolean =>
  doubts.length > 0 && ['counting', 'evaluating', 'done', 'superseded'].includes(state);

/** What was doubtful about a file that counts all the same, and who decided that: it stays true for everybody it tells of. */
export const CountsInSpite = ({ row }: { readonly row: ImportRow }) => {
  const county = useCounty();
  const { confirmed } = row;
  return (
    <Box
      component="section"
      aria-label="Doubts about this file"
      sx={({ palette }) => ({
        display: 'flex',
        gap: 2,
        mb: 3,
        p: 2,
        borderRadius: 1,
        color: palette.look.tone.act.ink,
        backgroundColor: palette.look.tone.act.ground,
        border: `1px solid ${palette.look.tone.act.edge}`,
      })}
    >
      <WarningAmberOutlined aria-hidden sx={{ fontSize: 24 }} />
      <Box sx={{ minWidth: 0 }}>
        {doubtsInWords(row, county).map(({ title, says }) => (
          <Box key={title} sx={{ mb: 1 }}>
            <Typography sx={{ fontWeight: 550 }}>{title}</Typography>
            <Typography sx={{ maxWidth: '72ch', overflowWrap: 'anywhere' }}>{says}</Typography>
          </Box>
        ))}
        <Typography>
          {confirmed
            ? `It counts all the same: ${confirmed.by} said so on ${dayAndTime(confirmed.at)}.`
            : 'It counts all the same: somebody of the office said so.'}
        </Typography>
      </Box>
    </Box>
  );
};
