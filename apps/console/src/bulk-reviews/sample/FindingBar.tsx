import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { SampleItem } from '@clearance/contract';
import { Key } from '../../ui/KeyboardHelp.tsx';
import { whyLooked } from './sample-words.ts';

export interface FindingActs {
  /** Whether a finding can be noted for the one that is open. */
  readonly unseen: boolean;
  /** Nothing is said of a record before it has been on the screen for a moment. */
  readonly shown: boolean;
  readonly busy: boolean;
  readonly onGood: () => void;
  readonly onDefect: () => void;
}

interface FindingBarProps {
  readonly item: SampleItem;
  readonly acts: FindingActs;
  /** The ways to the other records. */
  readonly children: ReactNode;
}

/** What an approver says of the record that is open; stays in sight while one reads. */
export const FindingBar = ({ item, acts, children }: FindingBarProps) => (
  <Box
    component="section"
    aria-label="Your finding"
    className="no-print"
    sx={({ palette }) => ({
      position: 'sticky',
      top: 0,
      // Below the bar that a phone has over the page.
      '@media (max-width:700px)': { top: 52 },
      zIndex: 2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 1,
      py: 1,
      mb: 1,
      backgroundColor: palette.background.default,
      borderBottom: `1px solid ${palette.look.line}`,
    })}
  >
    <Box sx={{ flex: '1 1 180px', fontSize: '0.875rem' }}>
      {item.finding === 'good'
        ? 'You found nothing wrong with this one.'
        : item.finding === 'defect'
          ? `You found this wrong: “${item.findingNote ?? ''}”`
          : `${whyLooked(item)} Is it right to be approved?`}
    </Box>
    {acts.unseen ? (
      <>
        <Button
          variant="contained"
          size="small"
          disabled={acts.busy || !acts.shown}
          aria-keyshortcuts="g"
          onClick={acts.onGood}
          endIcon={<Hint name="g" />}
        >
          Good
        </Button>
        <Button
          size="small"
          color="error"
          disabled={acts.busy || !acts.shown}
          aria-keyshortcuts="b"
          onClick={acts.onDefect}
          endIcon={<Hint name="b" />}
        >
          Defect
        </Button>
      </>
    ) : null}
    {children}
  </Box>
);

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
