import Link from '@mui/material/Link';
import type { AuditEventView } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { rolesInWords } from '../../ui/words.ts';
import { whatHappened } from '../action-words.ts';
import { actorOf } from '../actor-names.ts';
import { detailWords } from '../detail-words.ts';
import { exactTime } from '../exact-time.ts';
import { outcomeOfAct } from '../outcome-words.ts';
import { useCounty } from '../print/use-county.ts';
import { StateChange } from '../StateChange.tsx';
import { targetName, targetPage } from '../target-words.ts';
import { Fact, Facts } from './Fact.tsx';

/** Who, what, when, from where, and what changed by it. */
export const EntryFacts = ({ entry }: { readonly entry: AuditEventView }) => {
  const county = useCounty();
  const page = targetPage(entry.targetType, entry.targetId);
  // A refusal by role is about what the person wanted to reach.
  const about = targetName(entry.targetType === 'route' ? entry.targetId : entry.targetType);
  return (
    <Facts>
      <Fact label="Log of">{county}</Fact>
      <Fact label="Who">
        {actorOf(entry)}
        {entry.roles.length > 0 ? `, acting as ${rolesInWords(entry.roles)}` : ''}
      </Fact>
      <Fact label="What">{whatHappened(entry)}</Fact>
      <Fact label="Outcome">
        <StatusChip {...outcomeOfAct[entry.outcome]} />
      </Fact>
      <Fact label="When">
        <time dateTime={entry.at}>{exactTime(entry.at)}</time>
      </Fact>
      <Fact label="From where">{entry.address ? `Network address ${entry.address}` : 'Inside the installation'}</Fact>
      <Fact label="About">
        {page ? (
          <Link component={RouterLink} to={page}>
            {about}
          </Link>
        ) : (
          about
        )}
      </Fact>
      {entry.stateBefore || entry.stateAfter ? (
        <Fact label="Before and after">
          <StateChange row={entry} />
        </Fact>
      ) : null}
      {entry.policyVersion ? <Fact label="Policy">Version {entry.policyVersion}</Fact> : null}
      {entry.historyDigest ? (
        <Fact label="History it was decided on">Fingerprint {entry.historyDigest.slice(0, 12)}…</Fact>
      ) : null}
      {entry.bulkReviewId ? (
        <Fact label="Part of">
          <Link component={RouterLink} to={`/bulk-reviews/${entry.bulkReviewId}/show`}>
            A bulk review
          </Link>
        </Fact>
      ) : null}
      {detailWords(entry.detail)
        .filter(({ technical }) => !technical)
        .map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
    </Facts>
  );
};
