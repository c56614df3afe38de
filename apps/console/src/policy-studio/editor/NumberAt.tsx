import TextField from '@mui/material/TextField';
import type { Path } from '../model/json-path.ts';
import { useField } from './editing.tsx';

interface NumberAtProps {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  /** Emptied, it stays there as empty: nothing else takes its place while somebody types. */
  readonly keepEmpty?: boolean;
}

/** A number of the policy. What is no number is kept as it was typed, so that the server can say what is wrong. */
export const NumberAt = ({ path, label, hint, keepEmpty = false }: NumberAtProps) => {
  const { id, value, says, isWrong, set } = useField(path);
  return (
    <TextField
      id={id}
      label={label}
      margin="none"
      value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
      onChange={({ target }) => set(read(target.value) ?? (keepEmpty ? '' : undefined))}
      error={isWrong}
      helperText={says.length > 0 ? says.join(' ') : hint}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 9 } }}
    />
  );
};

function read(text: string): number | string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : text;
}
