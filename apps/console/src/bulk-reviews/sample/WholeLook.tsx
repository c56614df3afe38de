import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { bulkLink } from '../../convictions/bulk-link.ts';
import { number } from '../../ui/format.ts';
import type { Part } from '../policy-parts.ts';
import { whyAllWords } from './sample-words.ts';

/** What else can be done with a set of which much has to be looked at in full. */
export interface Ways {
  readonly parts: readonly Part[];
  readonly count: number;
  readonly onReturn: () => void;
}

/** Why what does not follow the policy is looked at in full, and what else can be done. */
export const WholeLook = ({ overrides, ways }: { readonly overrides: number; readonly ways: Ways }) => (
  <Box sx={{ mt: 1 }}>
    <Typography variant="body2" sx={{ maxWidth: '72ch' }}>
      {whyAllWords(overrides)}
    </Typography>
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {ways.parts.map(({ says, filter }) => (
        <Button key={says} size="small" component={RouterLink} to={bulkLink('approve', filter)}>
          {says}
        </Button>
      ))}
      <Button size="small" onClick={ways.onReturn}>
        {ways.count === 1 ? 'Return it' : `Return all ${number(ways.count)}`} with a reason
      </Button>
    </Box>
  </Box>
);
