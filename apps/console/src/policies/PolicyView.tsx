import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PolicyRow } from '@clearance/contract';
import { Moment } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { TechnicalDetails } from '../ui/TechnicalDetails.tsx';
import { policyStatusWords } from './policy-words.ts';
import { useCounty } from '../audit-events/print/use-county.ts';
import { HowToRead } from './HowToRead.tsx';
import { NotesToConfirm } from './NotesToConfirm.tsx';
import { Rules } from './Rules.tsx';

/** A version of the policy in full. */
export const PolicyView = ({ policy }: { readonly policy: PolicyRow }) => {
  const county = useCounty();
  return (
    <Box component="article" sx={{ maxWidth: 920 }}>
      <Typography variant="h2" sx={{ fontSize: '1.25rem' }}>
        {policy.title}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          alignItems: 'center',
          color: 'text.secondary',
          mt: 0.75,
          mb: 0.75,
        }}
      >
        <StatusChip {...policyStatusWords[policy.status]} />
        <span>
          {county}, version {policy.version}, published by {policy.publishedBy}, <Moment at={policy.publishedAt} />
        </span>
      </Box>
      <Typography>Legal basis: {policy.legalBasis}</Typography>
      {policy.note ? (
        <Typography sx={{ mt: 0.75, maxWidth: '76ch', whiteSpace: 'pre-line' }}>
          What changed and why: {policy.note}
        </Typography>
      ) : null}
      <NotesToConfirm policy={policy.body} />
      <HowToRead />
      <Rules rules={policy.rules} own={policy.body.rules} />
      <Box sx={{ mt: 1.5 }}>
        <TechnicalDetails>
          Policy {policy.name}, version {policy.version}, digest {policy.digest}
        </TechnicalDetails>
      </Box>
    </Box>
  );
};
