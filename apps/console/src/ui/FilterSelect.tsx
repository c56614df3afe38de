import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useFilters } from './use-filters.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FilterSelectProps {
  /** The field of the list's filter. */
  readonly source: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Narrows the list around it by one value, or by none. */
export const FilterSelect = ({ source, label, choices }: FilterSelectProps) => {
  const { values, set } = useFilters();
  const value = values[source];
  return (
    <TextField
      select
      label={label}
      margin="none"
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => set(source, target.value || undefined)}
      sx={{ minWidth: 170 }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">All</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
};
