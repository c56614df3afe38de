import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { useAsked, type AskedState } from './asked-text.ts';
import { problemOf } from './find-words.ts';

/** The one search box, on every page: Enter searches, `/` goes to it. Absent for those who may see no record. */
export const FindBox = () => (useCan('read conviction') ? <Field /> : null);

const Field = () => {
  const asked = useAsked();
  const [text, setText] = useState(asked?.text ?? '');
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (asked) setText(asked.text);
  }, [asked?.text]);
  useShortcuts([
    {
      key: '/',
      says: 'Find a person',
      run: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
  ]);
  const search = () => {
    // Nothing leaves the page, which may hold something half done.
    const found = problemOf(text);
    setProblem(found);
    if (found) return;
    const state: AskedState = { text, turn: (asked?.turn ?? 0) + 1 };
    void navigate('/people', { state });
    // On to the list, where `j` and `/` are keys again.
    document.getElementById('main-content')?.focus({ preventScroll: true });
  };
  return (
    <Box
      component="form"
      role="search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <TextField
        inputRef={field}
        type="search"
        size="small"
        margin="none"
        fullWidth
        placeholder="Find a person"
        value={text}
        error={problem !== undefined}
        helperText={problem}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
        }}
        onBlur={() => setProblem(undefined)}
        slotProps={{
          htmlInput: {
            'aria-label': 'Find a person by name, case number, CII or date of birth',
            'aria-keyshortcuts': '/',
            maxLength: 200,
            spellCheck: false,
          },
          formHelperText: { role: 'alert', sx: { mx: 0 } },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search aria-hidden fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
        sx={({ palette }) => ({
          '& .MuiInputBase-root': { backgroundColor: palette.look.paper },
          '& .MuiInputBase-input': { py: '6px', fontSize: '0.875rem' },
        })}
      />
    </Box>
  );
};
