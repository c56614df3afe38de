import Link from '@mui/material/Link';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Determination } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { DateText, Moment } from '../../ui/DateText.tsx';
import { countyName } from '../../ui/words.ts';
import { Fact, Facts } from '../facts.tsx';
import { routingWords } from '../routing-words.ts';
import type { TraceView } from '../trace-view.ts';
import { usePolicyVersion } from '../use-policy-title.ts';

interface DecidedByProps {
  readonly view: TraceView;
  readonly determination: Determination;
}

/** By which policy, in which version, as of which day, and who put that policy in force. */
export const DecidedBy = ({ view, determination: { trace } }: DecidedByProps) => {
  const policy = usePolicyVersion(view.policyVersion);
  return (
    <Box component="section" aria-label="Policy">
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        By which policy
      </Typography>
      <Facts columns>
        <Fact label="Policy">
          {policy ? (
            <Link component={RouterLink} to={`/policies/${policy.id}/show`}>
              {policy.title}
            </Link>
          ) : (
            (view.policyName ?? trace.policy)
          )}
        </Fact>
        <Fact label="Version">{view.policyVersion ?? trace.policyVersion}</Fact>
        <Fact label="As of">
          <DateText value={view.asOf ?? trace.asOf} />
        </Fact>
        {policy ? (
          <Fact label="Put in force">
            {policy.publishedBy}, <Moment at={policy.publishedAt} />
          </Fact>
        ) : null}
        {view.decidedAt ? (
          <Fact label="Determined">
            by the policy alone, <Moment at={view.decidedAt} />
          </Fact>
        ) : null}
        <Fact label="Who prosecutes" wide>
          {routingWords(trace.routing, countyName(trace.county))}
        </Fact>
      </Facts>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        The policy determines; people recommend and approve. What they did stands below.
      </Typography>
    </Box>
  );
};
