import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PersonOverview } from '@clearance/contract';
import { severityText } from '../record/count-words.ts';
import { linesWords, type Parts } from '../record/line-words.ts';
import type { CountView, StepView } from '../record/source-index.ts';
import { stepWord } from '../record/step-word.ts';
import { DateText } from '../ui/DateText.tsx';
import { counted } from '../ui/format.ts';
import { countyName } from '../ui/words.ts';

/** The whole history in one line for each count, so that an ordinary one is seen at a glance. Cycles are ruled off. */
export const PersonHistory = ({ cycles, parts }: Pick<PersonOverview, 'cycles' | 'parts'>) => (
  <section aria-label="History">
    <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
      History, every county ({counted(cycles.length, 'cycle')})
    </Typography>
    {cycles.map((cycle) => (
      <Box key={cycle.order} component="ol" className="person-cycle">
        {cycle.steps.map((step) => (
          <Step key={step.order} step={step} parts={parts} />
        ))}
      </Box>
    ))}
  </section>
);

const Step = ({ step, parts }: { readonly step: StepView; readonly parts: Parts }) => {
  const elsewhere = !step.ownCounty && step.county !== '';
  return (
    <Box component="li" className="person-step" sx={{ color: elsewhere ? 'text.secondary' : 'text.primary' }}>
      <DateText value={step.date} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>{stepWord(step)}</strong> {step.agency || 'Agency not given'}
        {elsewhere ? <strong>{` · ${countyName(step.county)} County`}</strong> : null}
        {step.caseNumbers.length > 0 ? (
          <span className="figures">
            {step.kind === 'court' ? ' · case ' : ' · number '}
            {step.caseNumbers.join(', ')}
          </span>
        ) : null}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, minWidth: 0 }}>
        {step.counts.map((count) => (
          <Count key={count.order} count={count} parts={parts} />
        ))}
      </Box>
    </Box>
  );
};

const Count = ({ count, parts }: { readonly count: CountView; readonly parts: Parts }) => {
  const convicted = count.dispositionKind === 'convicted';
  const offense = count.offense || 'Offense not given';
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ fontWeight: convicted ? 650 : 400 }}>
        {count.convictionId ? (
          <Link component={RouterLink} to={`/convictions/${count.convictionId}/show`}>
            {offense}
          </Link>
        ) : (
          offense
        )}
        {severityText(count)}
      </Box>
      {count.charged && count.charged !== count.offense ? ` · charged with ${count.charged}` : ''}
      {' · '}
      {count.disposition || 'No disposition'}
      {count.sentences.length > 0 ? ` · ${count.sentences.join('; ')}` : ''}
      {count.comment ? <em>{` · “${count.comment}”`}</em> : null}
      {' · '}
      <Box component="span" sx={{ color: 'text.secondary', whiteSpace: count.rows.length === 1 ? 'nowrap' : 'normal' }}>
        {linesWords(
          parts,
          count.rows.map(({ line }) => line),
        )}
      </Box>
    </Box>
  );
};
