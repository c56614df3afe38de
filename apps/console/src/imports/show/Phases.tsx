import Box from '@mui/material/Box';
import type { ImportRow, Work } from '@clearance/contract';
import { timeLeft } from '../../jobs/time-left.ts';
import { Progress } from '../../ui/Progress.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { StatusWord } from '../../ui/words.ts';
import { phasesOf, type Phase } from './phases.ts';

const words: Readonly<Record<Phase['stands'], StatusWord>> = {
  done: { word: 'Done', tone: 'done', sign: 'check' },
  now: { word: 'Now', tone: 'wait', sign: 'clock' },
  stopped: { word: 'Stopped', tone: 'stop', sign: 'warning' },
  later: { word: 'Later', tone: 'quiet', sign: 'ring' },
};

/** The steps of an import that is under way, with real progress on the one that runs. */
export const Phases = ({ row, work }: { readonly row: ImportRow; readonly work: Work | undefined }) => {
  const phases = phasesOf(row, work);
  if (phases.length === 0) return null;
  return (
    <Box
      component="ol"
      aria-label="Steps of the import"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}
    >
      {phases.map(({ title, stands, progress }) => (
        <Box component="li" key={title} sx={{ display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', gap: 1.5 }}>
          <span>
            <StatusChip {...words[stands]} />
          </span>
          <Box>
            <Box sx={{ fontWeight: stands === 'now' ? 650 : 450, mb: progress ? 0.75 : 0 }}>{title}</Box>
            {progress ? (
              <Progress label={title} {...progress} left={stands === 'now' && work ? timeLeft(work) : undefined} />
            ) : null}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
