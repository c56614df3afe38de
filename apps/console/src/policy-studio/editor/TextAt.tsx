import TextField from '@mui/material/TextField';
import type { Path } from '../model/json-path.ts';
import { useField } from './editing.tsx';

interface TextAtProps {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  readonly multiline?: boolean;
  /** Left empty, the field is not there at all. */
  readonly optional?: boolean;
  readonly type?: 'text' | 'date';
  readonly maxWidth?: number;
}

/** A text or a calendar date of the policy. */
export const TextAt = ({ path, label, hint, multiline = false, optional = false, type, maxWidth }: TextAtProps) => {
  const { id, value, says, isWrong, set } = useField(path);
  return (
    <TextField
      id={id}
      label={label}
      type={type ?? 'text'}
      fullWidth
      margin="none"
      multiline={multiline}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => set(optional && target.value === '' ? undefined : target.value)}
      error={isWrong}
      helperText={says.length > 0 ? says.join(' ') : hint}
      sx={maxWidth === undefined ? {} : { maxWidth }}
      slotProps={{
        htmlInput: { maxLength: 600 },
        ...(type === 'date' ? { inputLabel: { shrink: true } } : {}),
      }}
    />
  );
};
