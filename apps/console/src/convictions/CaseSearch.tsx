import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';

interface CaseSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Searches by the beginning of the case number, a moment after the last key. */
export const CaseSearch = ({ value, onChange }: CaseSearchProps) => {
  const [text, setText] = useState(value);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return undefined;
    const timer = setTimeout(() => change.current(wanted), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <TextField
      type="search"
      size="small"
      margin="none"
      placeholder="Case number"
      value={text}
      onChange={(event) => setText(event.target.value)}
      slotProps={{
        htmlInput: { 'aria-label': 'Case number, from its beginning', maxLength: 60 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search aria-hidden fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: 190, '& .MuiInputBase-input': { py: '6px', fontSize: '0.875rem' } }}
    />
  );
};
