import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ConvictionView, Determination, PersonView } from '@clearance/contract';
import { Acts } from '../Acts.tsx';
import { FlagRows } from '../FlagRows.tsx';
import { placedFlags } from '../placed-flags.ts';
import { ReplayCheck } from '../ReplayCheck.tsx';
import type { TraceView } from '../trace-view.ts';
import { CitedCells } from './CitedCells.tsx';
import { citedLines } from './cited-lines.ts';
import { DecidedBy } from './DecidedBy.tsx';
import { Determined } from './Determined.tsx';
import { TraceDigests } from './TraceDigests.tsx';
import { TraceHead } from './TraceHead.tsx';
import { TraceSteps } from './TraceSteps.tsx';

interface TraceSheetProps {
  readonly row: ConvictionView;
  readonly view: TraceView;
  readonly determination: Determination;
  readonly person: PersonView;
}

/** The sheet, in the order in which a reader who knows nothing of the case asks. */
export const TraceSheet = ({ row, view, determination, person }: TraceSheetProps) => {
  const flags = placedFlags(row.flags, view.flagRows, person);
  return (
    <Box sx={{ display: 'grid', gap: 3, minWidth: 0, '@media print': { display: 'block', '& > *': { mb: 2.5 } } }}>
      <TraceHead row={row} determination={determination} person={person} />
      {view.historyDigest === row.historyDigest ? null : (
        <Alert severity="warning" variant="outlined">
          A newer file changed this history since it was determined. The reasons are those of then; the cells below are
          those of the newer file and may differ.
        </Alert>
      )}
      {Object.keys(view.movedLines).length > 0 ? (
        <Alert severity="info" variant="outlined">
          A newer file says the same of this person on other lines. The links lead to the lines of the newer file; a
          line named within a sentence is that of the file then.
        </Alert>
      ) : null}
      <Determined determination={determination} />
      <DecidedBy view={view} determination={determination} />
      {flags.length > 0 ? (
        <Box component="section" aria-label="Flags">
          <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
            What a person should see beside it
          </Typography>
          <FlagRows flags={flags} />
        </Box>
      ) : null}
      <TraceSteps determination={determination} />
      <CitedCells lines={citedLines(determination, view.flagRows)} person={person} />
      <Acts acts={row.acts} />
      <ReplayCheck convictionId={row.id} />
      <TraceDigests row={row} view={view} determination={determination} />
    </Box>
  );
};
