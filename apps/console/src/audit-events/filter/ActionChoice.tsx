import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { actionWord, knownActions } from '../action-words.ts';

interface ActionChoiceProps {
  readonly value: string | undefined;
  readonly seen: readonly string[];
  readonly onChange: (action: string | undefined) => void;
}

/** What was done, to be found by typing a word of it. */
export const ActionChoice = ({ value, seen, onChange }: ActionChoiceProps) => (
  <Autocomplete
    options={[...new Set([...knownActions, ...seen, ...(value ? [value] : [])])]}
    getOptionLabel={(code) => actionWord(code).did}
    value={value ?? null}
    onChange={(_, code) => onChange(code ?? undefined)}
    slotProps={{ paper: { variant: 'outlined', sx: { boxShadow: 4 } } }}
    sx={{ width: { xs: '100%', sm: 260 } }}
    renderInput={(field) => (
      <TextField
        {...field}
        label="What"
        placeholder="Anything"
        slotProps={{ ...field.slotProps, inputLabel: { ...field.slotProps.inputLabel, shrink: true } }}
      />
    )}
  />
);
