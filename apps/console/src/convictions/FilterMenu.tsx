import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputBase from '@mui/material/InputBase';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { number } from '../ui/format.ts';
import { CheckLines } from './CheckLines.tsx';
import type { FilterValue } from './filter.ts';

export interface FilterOption {
  readonly value: FilterValue;
  readonly word: string;
  /** Absent where nothing of that value is left in the set. */
  readonly count: number | undefined;
}

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly FilterValue[];
  readonly onToggle: (value: FilterValue) => void;
}

/** One filter: a button, and behind it its values with what each would leave. */
export const FilterMenu = ({ label, options, chosen, onToggle }: FilterMenuProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [sought, setSought] = useState('');
  const shown = options.filter(({ word }) => word.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMore aria-hidden />}
        sx={{ fontWeight: chosen.length > 0 ? 650 : 500, color: 'text.primary', borderColor: 'divider' }}
      >
        {label}
        {chosen.length > 0 ? ` (${chosen.length})` : ''}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': label,
            sx: { border: 1, borderColor: 'divider', minWidth: 260, maxWidth: 460 },
          },
        }}
      >
        {options.length > 10 ? (
          <InputBase
            autoFocus
            fullWidth
            placeholder="Search"
            inputProps={{ 'aria-label': `Search ${label.toLowerCase()}` }}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            sx={{ px: 2, py: 0.75, borderBottom: 1, borderColor: 'divider' }}
          />
        ) : null}
        {shown.length === 0 ? (
          <Box sx={{ p: 1.5, fontSize: '0.875rem' }}>Nothing to choose from in this set.</Box>
        ) : null}
        <CheckLines
          lines={shown.map(({ value, word, count }) => ({
            value,
            word,
            figure: count === undefined ? '–' : number(count),
          }))}
          chosen={chosen}
          onToggle={onToggle}
        />
      </Popover>
    </>
  );
};
