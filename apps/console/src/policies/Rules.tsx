import Box from '@mui/material/Box';
import type { RuleSentence } from '@clearance/contract';
import { StatusChip } from '../ui/StatusChip.tsx';
import { ruleOutcome } from './rule-outcome.ts';

/** The rules in their order: the first one that holds decides, so the order is part of what they say. */
export const Rules = ({ rules }: { readonly rules: readonly RuleSentence[] }) => (
  <Box
    component="ol"
    sx={({ palette }) => ({
      listStyle: 'none',
      m: 0,
      p: 0,
      border: `1px solid ${palette.look.line}`,
      borderRadius: 1,
      backgroundColor: palette.look.paper,
    })}
  >
    {rules.map(({ ruleId, sentence, outcome, cite }, index) => (
      <Box
        component="li"
        key={ruleId}
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1.75em minmax(0, 1fr)', sm: '1.75em minmax(0, 1fr) 9.5em' },
          columnGap: 1,
          rowGap: 0.75,
          px: 2,
          py: 1.5,
          breakInside: 'avoid',
          borderTop: index === 0 ? 0 : 1,
          borderColor: 'divider',
        }}
      >
        <Box component="span" className="figures" sx={{ color: 'text.secondary' }}>
          {index + 1}
        </Box>
        <Box sx={{ maxWidth: '68ch' }}>
          {sentence}
          {cite ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>{cite}</Box> : null}
        </Box>
        <Box sx={{ gridColumn: { xs: 2, sm: 3 } }}>
          <StatusChip {...ruleOutcome(outcome)} />
        </Box>
      </Box>
    ))}
  </Box>
);
