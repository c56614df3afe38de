import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { pathText, type Path } from '../model/json-path.ts';
import { problemsWithin } from '../model/problems.ts';
import { useEditing, useField, useSay } from './editing.tsx';

/** Several names, one on each line. */
export const LinesAt = ({ path, label }: { readonly path: Path; readonly label: string }) => {
  const { id, value, set } = useField(path);
  const say = useSay();
  const names = Array.isArray(value) ? value.map(String) : [];
  const mine = problemsWithin(useEditing().problems, path);
  // Blank lines stand while somebody types and are no names.
  const [text, setText] = useState(names.join('\n'));
  const shown = linesOf(text).join('\n') === names.join('\n') ? text : names.join('\n');
  return (
    <TextField
      id={id}
      label={label}
      multiline
      minRows={2}
      maxRows={8}
      margin="none"
      value={shown}
      onChange={({ target }) => {
        setText(target.value);
        set(linesOf(target.value));
      }}
      error={mine.length > 0}
      helperText={mine.length > 0 ? [...new Set(mine.map(say))].join(' ') : 'One on each line.'}
      slotProps={{ htmlInput: { 'data-path': pathText(path) } }}
    />
  );
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
