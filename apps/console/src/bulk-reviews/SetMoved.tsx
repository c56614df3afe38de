import Button from '@mui/material/Button';
import { number } from '../ui/format.ts';
import { Warning } from './Warning.tsx';

interface SetMovedProps {
  readonly expected: number;
  readonly actual: number;
  readonly onLookAgain: () => void;
}

/** Said when the set is no longer the one that was looked at, by the API or by what arrived meanwhile. */
export const SetMoved = ({ expected, actual, onLookAgain }: SetMovedProps) => (
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
  </Warning>
);
