import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Determination } from '@clearance/contract';
import { sourceWords, standingWords } from '../../facts/entered-words.ts';
import { DateText } from '../../ui/DateText.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { outcomeWords } from '../../ui/words.ts';
import { Named } from '../Named.tsx';
import { officeText } from '../office-text.ts';
import { orderWords } from '../order-words.ts';
import { UnknownFacts } from '../UnknownFacts.tsx';
import { WouldQualify } from '../WouldQualify.tsx';

/** What the policy says, the law it says it by, what is missing, and what would have made the difference. */
export const Determined = ({ determination }: { readonly determination: Determination }) => {
  const { outcome, reason, agency, order, citation, legalBasis, unknownFacts, wouldQualifyIf = [] } = determination;
  const { enteredFacts = [] } = determination;
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
      {enteredFacts.length > 0 ? (
        <Named title="Entered by people">
          {enteredFacts.map(({ by, id, on, reference, says, source, standing }) => (
            <li key={id}>
              {officeText(says)}: entered by {by} on <DateText value={on} /> from: {sourceWords[source]}, {reference}.{' '}
              {standingWords[standing]}
            </li>
          ))}
        </Named>
      ) : null}
      <WouldQualify conditions={wouldQualifyIf} />
    </Box>
  );
};
