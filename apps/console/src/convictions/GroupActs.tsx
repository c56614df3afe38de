import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import { startsOf, type ConvictionGroup } from '@clearance/contract';
import { number } from '../ui/format.ts';
import { decisionWords } from '../ui/words.ts';
import { bulkLink } from './bulk-link.ts';
import { DecideMenu } from './DecideMenu.tsx';
import { WithdrawLink } from './WithdrawLink.tsx';
import { agreeing } from '../record/agreeing.ts';

/** What a reviewer can do with a whole group: follow the policy by one button, or decide otherwise by a menu. */
export const GroupActs = ({ group }: { readonly group: ConvictionGroup }) => {
  if (group.state === 'recommended' && group.mine === group.count) {
    return <WithdrawLink filter={group.filter} count={group.count} />;
  }
  if (!startsOf('recommend').includes(group.state)) return null;
  const decision = agreeing(group.outcome);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, justifyContent: { xs: 'flex-start', md: 'flex-end' } }}>
      {decision ? (
        <Button
          size="small"
          // What was returned wants to be read before it is sent again.
          variant={decision === 'exclude' || group.returned.length > 0 ? 'outlined' : 'contained'}
          component={RouterLink}
          to={bulkLink('recommend', group.filter, decision)}
        >
          Recommend {decisionWords[decision].word.toLowerCase()} for {number(group.count)}
        </Button>
      ) : null}
      <DecideMenu
        filter={group.filter}
        count={group.count}
        except={decision}
        label={decision ? 'Otherwise' : 'Recommend for all'}
      />
    </Box>
  );
};
