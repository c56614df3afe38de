import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ConvictionRow } from '@clearance/contract';
import { choicesFor, choiceWords, type Rights } from './choices.ts';
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
  const own = ownWords(row, rights, choices.includes('withdraw'));
  const approved = rights.approve && releaseStands(row);
  if (choices.length === 0 && own === '' && !approved && deciding.refused?.id !== row.id) return null;
  return (
    <Box className="no-print" component="section" aria-label="Decide">
      <RefusedHere deciding={deciding} row={row} />
      {approved ? <ReleaseLine row={row} /> : null}
      {own ? (
        <Typography variant="body2" sx={{ mb: choices.length > 0 ? 1 : 0 }}>
          {own}
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

/** What whoever recommended it has to know before it is approved; empty for everybody else. */
function ownWords({ state, recommendedByMe }: ConvictionRow, { approve }: Rights, withdraws: boolean): string {
  if (state !== 'recommended' || !recommendedByMe) return '';
  const who = approve ? 'You recommended this yourself. Somebody else has to approve it.' : '';
  if (!withdraws) return who;
  return approve
    ? `${who} Until then you can withdraw it.`
    : 'You recommended this. Until it is approved you can withdraw it.';
}

/** An exclusion is never urged, even where the policy leads to it. */
const isMain = (choice: string, row: ConvictionRow) => choice === row.outcome || choice === 'approve';

/** Drawn and not written: the key is no part of what the button is called. */
const Hint = ({ name }: { readonly name: string }) => (
  <Box
    component="span"
    aria-hidden
    data-key={name}
    sx={{
      display: { xs: 'none', md: 'inline-flex' },
      '&::after': {
        content: 'attr(data-key)',
        fontSize: '0.75rem',
        fontWeight: 400,
        lineHeight: 1.35,
        px: 0.5,
        border: '1px solid currentColor',
        borderRadius: 0.75,
      },
    }}
  />
);
