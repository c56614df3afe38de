import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ConvictionRow } from '@clearance/contract';
import { Key } from '../ui/KeyboardHelp.tsx';
import { choicesFor, choiceWords } from './choices.ts';
import { RefusedHere } from './RefusedHere.tsx';
import type { Deciding } from './use-deciding.ts';
import { ReleaseLine, releaseStands } from './ReleaseLine.tsx';
import { useRights } from './use-rights.ts';

interface DecideBarProps {
  readonly row: ConvictionRow;
  readonly deciding: Deciding;
  /** Whether the keys work where this stands. */
  readonly keys: boolean;
}

/** What one can do to this conviction now. What one may never do is absent; what one may not do here says why. */
export const DecideBar = ({ row, deciding, keys }: DecideBarProps) => {
  const rights = useRights();
  const choices = choicesFor(row, rights);
  const own = rights.approve && row.state === 'recommended' && row.recommendedByMe;
  const approved = rights.approve && releaseStands(row);
  if (choices.length === 0 && !own && !approved && deciding.refused?.id !== row.id) return null;
  return (
    <Box className="no-print" component="section" aria-label="Decide">
      <RefusedHere deciding={deciding} row={row} />
      {approved ? <ReleaseLine row={row} /> : null}
      {own ? (
        <Typography variant="body2" sx={{ mb: choices.length > 0 ? 1 : 0 }}>
          You recommended this yourself. Somebody else has to approve it.
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {choices.map((choice, index) => (
          <Button
            key={choice}
            size="small"
            variant={index === 0 && isMain(choice, row) ? 'contained' : 'outlined'}
            disabled={deciding.busy}
            aria-label={choiceWords[choice].verb}
            aria-keyshortcuts={keys ? choiceWords[choice].key : undefined}
            onClick={() => deciding.decide(row, choice)}
            endIcon={keys ? <Hint name={choiceWords[choice].key} /> : undefined}
          >
            {index === 0 ? choiceWords[choice].verb : choiceWords[choice].short}
          </Button>
        ))}
      </Box>
    </Box>
  );
};

/** An exclusion is never urged, even where the policy leads to it. */
const isMain = (choice: string, row: ConvictionRow) => choice === row.outcome || choice === 'approve';

const Hint = ({ name }: { readonly name: string }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: { xs: 'none', md: 'inline-flex' },
      fontWeight: 400,
      '& kbd': { borderColor: 'currentColor', borderBottomWidth: 1, fontSize: '0.75rem', lineHeight: 1.35, px: 0.5 },
    }}
  >
    <Key name={name} />
  </Box>
);
