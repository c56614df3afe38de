import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';

interface HeldCheckpointProps {
  readonly id: string;
  readonly text: string;
  readonly unreadable: boolean;
  readonly onChange: (text: string) => void;
}

/** Takes a checkpoint that the recipient has from earlier, folded away because few have one. */
export const HeldCheckpoint = ({ id, text, unreadable, onChange }: HeldCheckpointProps) => (
  <Box component="details" open={unreadable || undefined} sx={{ mt: 2, maxWidth: 560 }}>
    <Box component="summary" sx={{ cursor: 'pointer', width: 'fit-content' }}>
      Somebody holds an earlier checkpoint
    </Box>
    <TextField
      id={id}
      multiline
      maxRows={6}
      fullWidth
      label="Earlier checkpoint"
      value={text}
      onChange={({ target }) => onChange(target.value)}
      error={unreadable}
      helperText={
        unreadable
          ? 'This is no checkpoint. Paste its whole text, or type the number of entries that it names.'
          : 'Paste its text, or type its number of entries. The export then also proves that the log goes on from it: nothing before was cut or rewritten.'
      }
      sx={{ mt: 1.5 }}
    />
  </Box>
);
