import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Sample } from '@clearance/contract';
import { Problem } from '../../ui/Problem.tsx';
import { AskForMore } from './AskForMore.tsx';
import { SampleItems } from './SampleItems.tsx';
import { SampleProgress } from './SampleProgress.tsx';
import { askedWords } from './sample-words.ts';
import { WholeLook, type Ways } from './WholeLook.tsx';
import type { SampleWork } from './use-sample.ts';

interface SampleOverviewProps {
  readonly sample: Sample;
  readonly work: SampleWork;
  readonly ways: Ways;
  readonly currentId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** What is asked of the sample, how far one is, and what was drawn. */
export const SampleOverview = ({ sample, work, ways, currentId, onOpen }: SampleOverviewProps) => {
  const refused = work.refusal && work.refusal.code !== 'set_moved' ? work.refusal : undefined;
  return (
    <Box component="section" aria-label="Sample">
      <Typography variant="h2">{sample.count === 1 ? 'The one to look at' : 'The sample to look at'}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '72ch' }}>
        {askedWords(sample)}
      </Typography>
      {sample.overrides > 0 && sample.state !== 'stopped' ? (
        <WholeLook overrides={sample.overrides} ways={ways} />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 1.5 }}>
        <Box sx={{ flex: '1 1 220px' }}>
          <SampleProgress sample={sample} />
        </Box>
        <AskForMore sample={sample} work={work} />
        {sample.state === 'open' && currentId ? (
          <Button className="no-print" variant="contained" onClick={() => onOpen(currentId)}>
            {sample.left === sample.items.length ? 'Look at the first' : 'Go on where you stopped'}
          </Button>
        ) : null}
      </Box>
      {refused ? <Problem error={refused} /> : null}
      {sample.state === 'open' ? (
        <Typography variant="body2" className="no-print" sx={{ color: 'text.secondary', mb: 1 }}>
          By keyboard: j and k move, Enter opens the record; there g says it is good, b that it is a defect, n goes to
          the next one not looked at. A record has to stand there for a moment before g or b counts, and a key that is
          held down marks only one.
        </Typography>
      ) : null}
      <Box sx={{ maxHeight: { xs: '60vh', lg: 640 }, overflowY: 'auto', '@media print': { maxHeight: 'none' } }}>
        <SampleItems items={sample.items} currentId={currentId} onOpen={onOpen} />
      </Box>
    </Box>
  );
};
