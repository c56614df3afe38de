import Box from '@mui/material/Box';
import type { RuleSentence } from '@clearance/contract';
import { StatusChip } from '../ui/StatusChip.tsx';
import { ruleOutcome } from './rule-outcome.ts';

interface RuleLineProps {
  readonly rule: RuleSentence;
  /** Its place in the order, or a word instead. */
  readonly mark: number | string;
}

/** One rule: its place, its sentence with the law it rests on, and where it leads. */
export const RuleLine = ({ rule: { sentence, outcome, cite, confirm }, mark }: RuleLineProps) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: '2.25em minmax(0, 1fr)', sm: '2.25em minmax(0, 1fr) 9.5em' },
      columnGap: 1,
      rowGap: 0.75,
      px: 2,
      py: 1.5,
      breakInside: 'avoid',
    }}
  >
    <Box component="span" className="figures" sx={{ color: 'text.secondary' }}>
      {mark}
    </Box>
    <Box sx={{ maxWidth: '68ch' }}>
      {sentence}
      {cite ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>{cite}</Box> : null}
      {confirm ? (
        <Box
          sx={({ palette }) => ({
            borderLeft: `3px solid ${palette.warning.main}`,
            fontSize: '0.875rem',
            mt: 0.75,
            pl: 1,
          })}
        >
          {confirm}
        </Box>
      ) : null}
    </Box>
    <Box sx={{ gridColumn: { xs: 2, sm: 3 } }}>
      <StatusChip {...ruleOutcome(outcome)} />
    </Box>
  </Box>
);
