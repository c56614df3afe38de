import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface YesNoMenuProps {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly words: { readonly either: string; readonly yes: string; readonly no: string };
  readonly onChange: (value: boolean | undefined) => void;
}

/** A filter with two sides, or neither. */
export const YesNoMenu = ({ label, value, words, onChange }: YesNoMenuProps) => (
  <TextField
    select
    size="small"
    margin="none"
    label={label}
    value={value === undefined ? '' : String(value)}
    onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value === 'true')}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    sx={{ minWidth: 150, '& .MuiSelect-select': { py: '5.5px', fontSize: '0.875rem' } }}
  >
    <MenuItem value="">{words.either}</MenuItem>
    <MenuItem value="true">{words.yes}</MenuItem>
    <MenuItem value="false">{words.no}</MenuItem>
  </TextField>
);
