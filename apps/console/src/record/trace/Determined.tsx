import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Determination } from '@clearance/contract';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { outcomeWords } from '../../ui/words.ts';
import { officeText } from '../office-text.ts';
import { orderWords } from '../order-words.ts';
import { UnknownFacts } from '../UnknownFacts.tsx';
import { WouldQualify } from '../WouldQualify.tsx';

/** What the policy says, the law it says it by, what is missing, and what would have made the difference. */
export const Determined = ({ determination }: { readonly determination: Determination }) => {
  const { outcome, reason, agency, order, citation, legalBasis, unknownFacts, wouldQualifyIf = [] } = determination;
  return (
    <Box component="section" aria-label="Determination">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h3" component="h2">
          What was determined
        </Typography>
        <StatusChip {...outcomeWords[outcome]} />
      </Box>
      <Typography sx={{ fontWeight: 550 }}>{officeText(reason.replace(/\.$/, ''))}.</Typography>
      <Typography variant="body2">
        {order ? `The order to ask for: ${orderWords[order]}. ` : ''}
        {outcome === 'refer' && agency ? `Prosecuted by ${agency}. ` : ''}
        {legalBasis ? `Legal basis: ${legalBasis}. ` : ''}
        {citation ? `Rule by: ${citation}.` : ''}
      </Typography>
      <UnknownFacts facts={unknownFacts} />
      <WouldQualify conditions={wouldQualifyIf} />
    </Box>
  );
};
