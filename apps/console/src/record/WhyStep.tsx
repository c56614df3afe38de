import Box from '@mui/material/Box';
import { outcomeWords } from '../ui/words.ts';
import { depthOf, groupedTerms, groupWords } from './trace-groups.ts';
import { TruthMark } from './TruthMark.tsx';
import { WhyTerm } from './WhyTerm.tsx';
import type { TraceStep } from '@clearance/contract';

interface WhyStepProps {
  readonly step: TraceStep;
  readonly number: number;
  readonly decided: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** One rule as it was tried. */
export const WhyStep = ({ step, number, decided, open, onToggle }: WhyStepProps) => (
  <Box
    component="details"
    open={open}
    onToggle={(event) => onToggle(event.currentTarget.open)}
    sx={({ palette }) => ({
      border: `1px solid ${decided ? palette.look.accent : palette.look.line}`,
      borderRadius: 1,
      mb: 0.75,
      '& summary': {
        cursor: 'pointer',
        px: 1.25,
        py: 0.75,
        display: 'grid',
        gridTemplateColumns: 'auto 1fr auto',
        gap: 1,
        alignItems: 'baseline',
      },
      '& summary::-webkit-details-marker': { display: 'none' },
      breakInside: 'avoid',
    })}
  >
    <summary>
      <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {number}
      </Box>
      <Box component="span" sx={{ fontSize: '0.875rem', fontWeight: decided ? 650 : 500 }}>
        {step.title.replace(/\.$/, '')}
        {decided ? (
          <Box component="span" sx={{ color: 'primary.main' }}>
            {' '}
            — this decided
          </Box>
        ) : null}
      </Box>
      <TruthMark truth={step.result} of="rule" />
    </summary>
    <Box sx={{ px: 1.25, pb: 1, borderTop: 1, borderColor: 'divider' }}>
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
    </Box>
  </Box>
);
