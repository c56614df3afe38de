import Box from '@mui/material/Box';
import { officeText } from './office-text.ts';
import { StepBody } from './StepBody.tsx';
import { TruthMark } from './TruthMark.tsx';
import type { TraceStep } from '@clearance/contract';

interface WhyStepProps {
  readonly step: TraceStep;
  readonly mark: string;
  readonly decided: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** One rule as it was tried. */
export const WhyStep = ({ step, mark, decided, open, onToggle }: WhyStepProps) => (
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
        {mark}
      </Box>
      <Box component="span" sx={{ fontSize: '0.875rem', fontWeight: decided ? 650 : 500 }}>
        {officeText(step.title.replace(/\.$/, ''))}
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
      <StepBody step={step} />
    </Box>
  </Box>
);
