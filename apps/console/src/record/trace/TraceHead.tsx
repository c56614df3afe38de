import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ConvictionView, Determination, PersonView } from '@clearance/contract';
import { useCounty } from '../../audit-events/print/use-county.ts';
import { sectionWord } from '../../convictions/section-word.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Masked } from '../../ui/Masked.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { severityWords } from '../../ui/words.ts';
import { Born } from '../Born.tsx';
import { ConfirmedNote } from '../ConfirmedNote.tsx';
import { Fact, Facts } from '../facts.tsx';
import { personName } from '../person-words.ts';
import { stageOf } from '../stage.ts';

interface TraceHeadProps {
  readonly row: ConvictionView;
  readonly determination: Determination;
  readonly person: PersonView;
}

/** Whose conviction this is, in which case, and where it stands. */
export const TraceHead = ({ row, determination: { facts }, person }: TraceHeadProps) => (
  <Box component="header">
    <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
      {useCounty()} · Determination of a conviction and its reasons
    </Typography>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', mb: 1.5 }}>
      <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
        {personName(row.name)}, case {row.caseNumber || 'without number'}
      </Typography>
      <StatusChip {...stageOf(row)} />
    </Box>
    <Facts columns>
      <Fact label="Offense">{facts.offense || 'Not given'}</Fact>
      {facts.charged ? <Fact label="Charged with">{facts.charged}</Fact> : null}
      <Fact label="Section">{sectionWord(row.section)}</Fact>
      <Fact label="Severity">{severityWords[row.severity].word}</Fact>
      <Fact label="Convicted">
        <DateText value={row.date} />
      </Fact>
      <Fact label="Court">{row.court || 'Not given'}</Fact>
      <Fact label="Disposition">{facts.disposition || 'None'}</Fact>
      {facts.relief ? <Fact label="Later order">{facts.relief}</Fact> : null}
      <Fact label="Born">
        <Born person={person} />
      </Fact>
      <Fact label="State identifier (CII)">
        <Masked value={person.cii} what="State identifier" />
      </Fact>
    </Facts>
    <ConfirmedNote confirmed={person.confirmed} />
  </Box>
);
