import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { SampleItem } from '@clearance/contract';
import { number } from '../../ui/format.ts';

interface StepButtonsProps {
  readonly items: readonly SampleItem[];
  readonly currentId: string;
  readonly onOpen: (id: string) => void;
}

/** `3 of 59`, and the ways to the record before and to the next one, for whoever has no keyboard at hand. */
export const StepButtons = ({ items, currentId, onOpen }: StepButtonsProps) => {
  const at = items.findIndex(({ id }) => id === currentId);
  const [before, after] = [items[at - 1], items[at + 1]];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25, fontSize: '0.875rem' }} className="figures">
      <IconButton
        size="small"
        aria-label="Previous of the sample"
        aria-keyshortcuts="k"
        disabled={!before}
        onClick={() => before && onOpen(before.id)}
      >
        <KeyboardArrowUp fontSize="small" />
      </IconButton>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {number(at + 1)} of {number(items.length)}
      </Box>
      <IconButton
        size="small"
        aria-label="Next of the sample"
        aria-keyshortcuts="j"
        disabled={!after}
        onClick={() => after && onOpen(after.id)}
      >
        <KeyboardArrowDown fontSize="small" />
      </IconButton>
    </Box>
  );
};
