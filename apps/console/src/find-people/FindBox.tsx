import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { useAsked, type AskedState } from './asked-text.ts';

/** The one search box, on every page: Enter searches, `/` goes to it. Absent for those who may see no record. */
export const FindBox = () => (useCan('read conviction') ? <Field /> : null);

const Field = () => {
  const asked = useAsked();
  const [text, setText] = useState(asked?.text ?? '');
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (asked) setText(asked.text);
  }, [asked?.text]);
  useShortcuts([{ key: '/', says: 'Find a person', run: () => field.current?.select() }]);
  return (
    <Box
      component="form"
      role="search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const state: AskedState = { text, turn: (asked?.turn ?? 0) + 1 };
        void navigate('/people', { state });
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
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
        }}
        slotProps={{
          htmlInput: {
            'aria-label': 'Find a person by name, case number, CII or date of birth',
            'aria-keyshortcuts': '/',
            maxLength: 200,
            spellCheck: false,
          },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search aria-hidden fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
        sx={({ palette }) => ({
          backgroundColor: palette.look.paper,
          borderRadius: 1,
          '& .MuiInputBase-input': { py: '6px', fontSize: '0.875rem' },
        })}
      />
    </Box>
  );
};
