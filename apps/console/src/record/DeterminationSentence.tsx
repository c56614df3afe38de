import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Determination } from '@clearance/contract';
import type { ReactNode } from 'react';
import { DateText } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { outcomeWords } from '../ui/words.ts';
import type { UnknownFact } from './fact-words.ts';
import { officeText } from './office-text.ts';
import type { TraceView } from './trace-view.ts';
import { UnknownFacts } from './UnknownFacts.tsx';
import { usePolicyTitle } from './use-policy-title.ts';
import { WouldQualify } from './WouldQualify.tsx';

interface DeterminationSentenceProps {
  readonly view: TraceView;
  readonly determination: Determination;
  /** What can be done about a missing fact. */
  readonly act?: ((fact: UnknownFact) => ReactNode) | undefined;
}

/** What the policy says, in one sentence; then the facts that are missing and what would have made the difference. */
export const DeterminationSentence = ({ act, view, determination }: DeterminationSentenceProps) => {
  const { outcome, reason, citation, agency, unknownFacts, wouldQualifyIf = [] } = determination;
  const title = usePolicyTitle(view.policyVersion) ?? view.policyName ?? determination.trace.policy;
  return (
    <Box component="section" aria-label="Determination">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.75 }}>
        <Typography variant="h3" component="h2">
          The policy says
        </Typography>
        <StatusChip {...outcomeWords[outcome]} />
      </Box>
      <Typography sx={{ fontWeight: 550 }}>
        {officeText(reason.replace(/\.$/, ''))}
        {outcome === 'refer' && agency ? `. Prosecuted by ${agency}` : ''}.
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0, mt: 0.5 }}>
        {citation} · {title}, version {view.policyVersion ?? determination.trace.policyVersion}, as of{' '}
        <DateText value={view.asOf ?? determination.trace.asOf} />
      </Typography>
      <UnknownFacts facts={unknownFacts} act={act} />
      <WouldQualify conditions={wouldQualifyIf} />
    </Box>
  );
};
