import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface SettingChoiceProps {
  readonly label: string;
  readonly value: number;
  /** What is usually chosen; the value that holds is offered even where it is not among them. */
  readonly choices: readonly number[];
  readonly words: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** One number out of a few that make sense, in words. */
export const SettingChoice = ({ label, value, choices, words, onChange }: SettingChoiceProps) => (
  <TextField
    select
    label={label}
    value={value}
    onChange={(event) => onChange(Number(event.target.value))}
    sx={{ minWidth: 280 }}
  >
    {[...new Set([...choices, value])]
      .sort((a, b) => a - b)
      .map((one) => (
        <MenuItem key={one} value={one}>
          {words(one)}
        </MenuItem>
      ))}
  </TextField>
);
