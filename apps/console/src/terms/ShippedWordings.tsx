import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import type { Terms } from '@clearance/contract';
import { useState } from 'react';
import { counted } from '../ui/format.ts';
import { plainWording } from './changes.ts';
import { kindWords } from './kind-words.ts';

/** The wordings that come with the product, to be looked up. */
export const ShippedWordings = ({ wordings }: { readonly wordings: Terms['shipped']['dispositions'] }) => {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const found = wordings.filter(({ wording }) => wording.includes(plainWording(text)));
  if (!open) {
    return (
      <Button variant="text" className="no-print" sx={{ mb: 4, px: 0 }} onClick={() => setOpen(true)}>
        Look up the {counted(wordings.length, 'wording')} that come with Clearance
      </Button>
    );
  }
  return (
    <Box component="section" aria-label="Wordings that come with Clearance" sx={{ mb: 4, maxWidth: 920 }}>
      <TextField
        label="Find a wording that comes with Clearance"
        value={text}
        autoFocus
        onChange={({ target }) => setText(target.value)}
        helperText={`${counted(found.length, 'wording')} found`}
        sx={{ width: { xs: '100%', sm: 420 } }}
      />
      <Paper variant="outlined" sx={{ maxHeight: 360, overflow: 'auto' }} tabIndex={0}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>Wording</TableCell>
              <TableCell>Means</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {found.map(({ wording, kind }) => (
              <TableRow key={wording}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{wording}</TableCell>
                <TableCell>{kindWords[kind].choice}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      <Button variant="text" sx={{ px: 0 }} onClick={() => setOpen(false)}>
        Close the list
      </Button>
    </Box>
  );
};
