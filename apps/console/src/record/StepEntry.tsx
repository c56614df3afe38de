import Box from '@mui/material/Box';
import { countyName } from '../ui/words.ts';
import { DateText } from '../ui/DateText.tsx';
import { CountEntry } from './CountEntry.tsx';
import type { StepView } from './source-index.ts';
import { stepWord } from './step-word.ts';

/** One step of a cycle: an arrest, a court action, a registration. Those of other counties stand back and say so. */
export const StepEntry = ({ step, convictionId }: { readonly step: StepView; readonly convictionId: string }) => {
  const elsewhere = !step.ownCounty && step.county !== '';
  return (
    <Box component="li" sx={{ pt: 1, color: elsewhere ? 'text.secondary' : 'text.primary' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
        <Box component="h4" sx={{ m: 0, fontSize: '0.9375rem', fontWeight: 650 }}>
          {stepWord(step)}
        </Box>
        <DateText value={step.date} />
        {step.caseNumbers.length > 0 ? <span className="figures">Case {step.caseNumbers.join(', ')}</span> : null}
      </Box>
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {step.agency || 'Agency not given'}
        {elsewhere ? <Box component="strong">{` · ${countyName(step.county)} County`}</Box> : null}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'grid', gap: 0.5 }}>
        {step.counts.map((count) => (
          <CountEntry key={count.order} count={count} convictionId={convictionId} />
        ))}
      </Box>
    </Box>
  );
};
