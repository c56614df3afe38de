import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionView, Determination } from '@clearance/contract';
import { CopyButton } from './CopyButton.tsx';
import { ReplayCheck } from './ReplayCheck.tsx';
import { traceText } from './trace-text.ts';
import type { TraceView } from './trace-view.ts';
import { usePrinting } from '../ui/use-printing.ts';
import { ruleMarks } from './rule-mark.ts';
import { useSourceFocus } from './source-focus.tsx';
import { WhyStep } from './WhyStep.tsx';

interface WhyProps {
  readonly conviction: ConvictionView;
  readonly view: TraceView;
  readonly determination: Determination;
}

/** The rule that decided and those that could not be answered are open at first. */
const firstOpen = ({ trace, ruleId }: Determination): ReadonlySet<number> =>
  new Set(trace.steps.flatMap((step, index) => (step.rule === ruleId || step.result === 'unknown' ? [index] : [])));

/** Every rule that was tried, in order, up to the one that decided. */
export const Why = ({ conviction, view, determination }: WhyProps) => {
  const { steps } = determination.trace;
  const [open, setOpen] = useState<ReadonlySet<number>>(() => firstOpen(determination));
  // On paper nothing can be unfolded.
  const printing = usePrinting();
  const { parts } = useSourceFocus();
  const toggle = (index: number, wanted: boolean) => {
    if (open.has(index) === wanted) return;
    setOpen(new Set(wanted ? [...open, index] : [...open].filter((other) => other !== index)));
  };
  const all = open.size === steps.length;
  const marks = ruleMarks(steps);
  return (
    <Box component="section" aria-label="Why">
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          Why
        </Typography>
        <Box className="no-print" sx={{ display: 'flex', gap: 0.5 }}>
          <Button
            size="small"
            variant="text"
            onClick={() => setOpen(all ? firstOpen(determination) : new Set(steps.keys()))}
          >
            {all ? 'Fold' : 'Unfold all'}
          </Button>
          <Button size="small" variant="text" component={RouterLink} to={`/convictions/${conviction.id}/trace`}>
            Whole, for print
          </Button>
          <CopyButton text={() => traceText(conviction, view, parts)} label="Copy as text" />
        </Box>
      </Box>
      {steps.map((step, index) => (
        <WhyStep
          key={`${step.rule} ${index}`}
          step={step}
          mark={marks[index] ?? ''}
          decided={step.rule === determination.ruleId}
          open={printing || open.has(index)}
          onToggle={(wanted) => toggle(index, wanted)}
        />
      ))}
      <Box sx={{ mt: 1.25 }}>
        <ReplayCheck convictionId={conviction.id} />
      </Box>
    </Box>
  );
};
