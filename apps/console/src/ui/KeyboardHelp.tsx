import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useActiveShortcuts, useShortcuts } from './use-shortcuts.ts';

const names: Readonly<Record<string, string>> = {
  Enter: '↵ Enter',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ' ': 'Space',
};

/** The list of keys that `?` opens, for whatever page is shown. */
export const KeyboardHelp = () => {
  const [open, setOpen] = useState(false);
  useShortcuts([{ key: '?', says: 'Show these keys', run: () => setOpen(true) }]);
  const shortcuts = useActiveShortcuts();
  return (
    <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">Keys on this page</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px', m: 0 }}>
          {shortcuts.map(({ key, says }) => (
            <Box key={`${key} ${says}`} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Key name={key} />
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {says}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => setOpen(false)}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};

/** A key as it looks on the board. */
export const Key = ({ name }: { readonly name: string }) => (
  <Box
    component="kbd"
    sx={{
      font: 'inherit',
      fontSize: '0.8125rem',
      border: 1,
      borderBottomWidth: 2,
      borderColor: 'divider',
      borderRadius: 0.75,
      px: 0.75,
    }}
  >
    {names[name] ?? name}
  </Box>
);
