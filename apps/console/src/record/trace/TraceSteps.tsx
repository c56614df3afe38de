import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Determination } from '@clearance/contract';
import { ruleMarks } from '../rule-mark.ts';
import { officeText } from '../office-text.ts';
import { StepBody } from '../StepBody.tsx';
import { TruthMark } from '../TruthMark.tsx';

/** Every rule that was tried, in order, nothing folded. */
export const TraceSteps = ({ determination: { ruleId, trace } }: { readonly determination: Determination }) => {
  const marks = ruleMarks(trace.steps);
  return (
    <Box component="section" aria-label="Rules tried" sx={{ '@media print': { breakInside: 'auto' } }}>
      <Typography variant="h3" component="h2">
        The rules, in the order in which they were tried
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        The first rule that applies decides. Each condition shows the value it was tried on and where that stands in the
        file.
      </Typography>
      {trace.steps.map((step, index) => (
        <Box
          key={`${step.rule} ${index}`}
          sx={({ palette }) => ({
            borderTop: 1,
            borderColor: 'divider',
            borderLeft: step.rule === ruleId ? `3px solid ${palette.look.accent}` : '3px solid transparent',
            pl: 1.25,
            py: 1,
            breakInside: 'avoid',
          })}
        >
          <Box sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr auto', gap: 1, alignItems: 'baseline' }}>
            <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {marks[index]}
            </Box>
            <Typography variant="h4" component="h3">
              {officeText(step.title.replace(/\.$/, ''))}
              {step.rule === ruleId ? (
                <Box component="span" sx={{ color: 'primary.main' }}>
                  {' '}
                  — this decided
                </Box>
              ) : null}
            </Typography>
            <TruthMark truth={step.result} of="rule" />
          </Box>
          <StepBody step={step} />
        </Box>
      ))}
    </Box>
  );
};
