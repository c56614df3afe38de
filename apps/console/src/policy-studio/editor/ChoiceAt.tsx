import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Path } from '../model/json-path.ts';
import { useField } from './editing.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceAtProps {
  readonly path: Path;
  readonly label: string;
  readonly options: readonly Option[];
  /** The words for choosing none, where that is possible. */
  readonly none?: string;
  readonly hint?: string;
  /** Instead of only setting the field, where more follows from the choice. */
  readonly onChoose?: (value: string | undefined) => void;
}

/** One of several values of the policy. */
export const ChoiceAt = ({ path, label, options, none, hint, onChoose }: ChoiceAtProps) => {
  const { id, value, says, isWrong, set } = useField(path);
  const current = typeof value === 'string' ? value : '';
  const isKnown = current === '' || options.some((option) => option.value === current);
  const choose = (next: string) => (onChoose ?? set)(next === '' ? undefined : next);
  return (
    <TextField
      select
      id={id}
      label={label}
      margin="none"
      value={current}
      onChange={({ target }) => choose(target.value)}
      error={isWrong}
      helperText={says.length > 0 ? says.join(' ') : hint}
      slotProps={{
        select: { displayEmpty: none !== undefined },
        ...(none === undefined ? {} : { inputLabel: { shrink: true } }),
      }}
    >
      {none === undefined ? null : <MenuItem value="">{none}</MenuItem>}
      {isKnown ? null : <MenuItem value={current}>No longer there</MenuItem>}
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
};
