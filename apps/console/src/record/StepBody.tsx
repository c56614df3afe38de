import Box from '@mui/material/Box';
import type { TraceStep } from '@clearance/contract';
import { outcomeWords } from '../ui/words.ts';
import { depthOf, groupedTerms, groupWords } from './trace-groups.ts';
import { WhyTerm } from './WhyTerm.tsx';

/** What a rule leads to, by what law, and every condition it has, those of one nested group together. */
export const StepBody = ({ step }: { readonly step: TraceStep }) => (
  <>
    <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', pt: 0.75 }}>
      Leads to “{outcomeWords[step.outcome].word.toLowerCase()}” · {step.cite}
    </Box>
    {groupedTerms(step.terms).map(({ name, terms }) => (
      <Box
        key={name ?? ''}
        sx={name ? { mt: 0.5, ml: 1.25 * (depthOf(name) - 1), pl: 1.25, borderLeft: 2, borderColor: 'divider' } : {}}
      >
        {name ? <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', pt: 0.5 }}>{groupWords(name)}</Box> : null}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {terms.map((term, index) => (
            <WhyTerm key={`${term.label} ${index}`} term={term} />
          ))}
        </Box>
      </Box>
    ))}
    {step.terms.length === 0 ? (
      <Box sx={{ fontSize: '0.875rem', pt: 0.5 }}>Asks nothing: it applies to whatever reaches it.</Box>
    ) : null}
  </>
);
