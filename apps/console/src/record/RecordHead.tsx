import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConvictionView } from '@clearance/contract';
import { DateText } from '../ui/DateText.tsx';
import { stageOf } from './stage.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { severityWords } from '../ui/words.ts';
import { PolicyChip } from '../convictions/PolicyChip.tsx';
import { sectionWord } from '../convictions/section-word.ts';
import { headNotes } from './head-notes.ts';
import { personName } from './person-words.ts';
import { Signatures } from './Signatures.tsx';

interface RecordHeadProps {
  readonly conviction: ConvictionView;
  readonly actions?: ReactNode;
}

/** Which conviction this is and where it stands. */
export const RecordHead = ({ conviction, actions }: RecordHeadProps) => {
  const { name, section, offense, caseNumber, date, court, severity, decision, outcome } = conviction;
  return (
    <Box component="header" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Typography variant="h1" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          {personName(name)}
        </Typography>
        <Box className="no-print" sx={{ display: 'flex', gap: 0.5 }}>
          {actions}
        </Box>
      </Box>
      <Typography sx={{ mt: 0.25 }} className="figures">
        <strong>{sectionWord(section)}</strong> · {severityWords[severity].word} · <DateText value={date} /> · case{' '}
        {caseNumber || 'without number'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {offense || 'Offense not given'} · {court || 'Court not given'}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1, fontSize: '0.875rem' }}>
        <StatusChip {...stageOf(conviction)} />
        <PolicyChip decision={decision} outcome={outcome} />
        <Signatures conviction={conviction} />
      </Box>
      {headNotes(conviction).map(({ by, did, note }) => (
        <Typography key={did} sx={{ mt: 0.75, maxWidth: '72ch', overflowWrap: 'anywhere' }}>
          {by} {did}: “{note}”
        </Typography>
      ))}
      {conviction.changed ? (
        <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>
          A newer file or an entered fact changed this history. What is shown is the newer one; look at it again before
          you decide.
        </Alert>
      ) : null}
      {conviction.vanished ? (
        <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>
          The newest file no longer holds this conviction. It is kept as it stood.
        </Alert>
      ) : null}
    </Box>
  );
};
