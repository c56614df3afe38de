import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionSet } from '@clearance/contract';
import { bulkLink } from '../convictions/bulk-link.ts';
import { ReturnedBy } from '../convictions/ReturnedBy.tsx';
import { counted, number } from '../ui/format.ts';
import type { BulkIntent } from './bulk-address.ts';
import { groupsLink } from './groups-link.ts';
import { deviationWords } from './policy-parts.ts';
import { takenBackWords } from './taken-back-words.ts';
import { Warning } from '../ui/Warning.tsx';

interface ExceptionsProps {
  readonly intent: BulkIntent;
  readonly set: ConvictionSet;
}

/** What should give pause before a whole set is decided: it does not follow the policy, it is mixed, or some is one's own. */
export const Exceptions = ({ intent, set }: ExceptionsProps) => {
  const { verb, filter } = intent;
  const decides = verb === 'approve' || verb === 'return';
  const deviation = decides ? deviationWords(set) : undefined;
  const takenBack = decides ? takenBackWords(set.count, set.takenBack) : undefined;
  const own = verb === 'recommend' || verb === 'withdraw' ? 0 : set.mine;
  return (
    <>
      {deviation ? (
        <Warning>
          <strong>{deviation.headline}</strong> {deviation.kinds} Read why, below, before you sign.
        </Warning>
      ) : null}
      {takenBack ? <Warning>{takenBack}</Warning> : null}
      {set.returned.length > 0 ? (
        <Warning>
          <ReturnedBy returned={set.returned} count={set.count} most={10} />
        </Warning>
      ) : null}
      {set.groups > 1 ? (
        <Warning
          action={
            <Button size="small" component={RouterLink} to={groupsLink(verb, filter)}>
              Show the {number(set.groups)} groups
            </Button>
          }
        >
          This set is not of one kind: it holds {counted(set.groups, 'group')} with different reasons or flags. Decide
          them group by group unless you mean every one of them.
        </Warning>
      ) : null}
      {own > 0 ? (
        <Warning
          action={
            own < set.count ? (
              <Button size="small" component={RouterLink} to={bulkLink(verb, { ...filter, mine: false })}>
                Take the other {number(set.count - own)}
              </Button>
            ) : undefined
          }
        >
          {own === set.count
            ? 'All of these you recommended yourself'
            : `${number(own)} of these you recommended yourself`}
          ; somebody else has to approve {own === 1 ? 'it' : 'them'}.
        </Warning>
      ) : null}
    </>
  );
};
