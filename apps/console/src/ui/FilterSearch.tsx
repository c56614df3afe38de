import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useFilters } from './use-filters.ts';

interface FilterSearchProps {
  readonly source?: string;
  /** What can be searched for: "Name or e-mail". */
  readonly label: string;
}

/** Narrows the list around it by typed words, a moment after the last key. */
export const FilterSearch = ({ source = 'q', label }: FilterSearchProps) => {
  const { values, set } = useFilters();
  const current = typeof values[source] === 'string' ? values[source] : '';
  const [text, setText] = useState(current);
  const apply = useRef(set);
  useEffect(() => {
    apply.current = set;
  });
  useEffect(() => setText(current), [current]);
  useEffect(() => {
    if (text.trim() === current) return undefined;
    const timer = setTimeout(() => apply.current(source, text.trim() || undefined), 300);
    return () => clearTimeout(timer);
  }, [text, current, source]);
  return (
    <TextField
      type="search"
      label={label}
      margin="none"
      value={text}
      onChange={({ target }) => setText(target.value)}
      sx={{ minWidth: 220 }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" aria-hidden />
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
