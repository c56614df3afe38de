import Button from '@mui/material/Button';
import type { MovedSet } from '@clearance/contract';
import { number } from '../ui/format.ts';
import { WhatMoved } from './sample/WhatMoved.tsx';
import { Warning } from '../ui/Warning.tsx';

interface SetMovedProps {
  readonly expected: number;
  readonly actual: number;
  /** Which ones, where the server knows what was seen. */
  readonly moved?: MovedSet | undefined;
  readonly onLookAgain: () => void;
}

/** Said when the set is no longer the one that was looked at, by the API or by what arrived meanwhile. */
export const SetMoved = ({ expected, actual, moved, onLookAgain }: SetMovedProps) => (
  <Warning
    urgent
    action={
      <Button size="small" variant="contained" onClick={onLookAgain}>
        Look again
      </Button>
    }
  >
    The set moved while you looked: you saw {number(expected)}, now there are {number(actual)}
    {expected === actual ? ', but not the same ones' : ''}. Nothing was done.
    {moved ? <WhatMoved moved={moved} /> : null}
  </Warning>
);
