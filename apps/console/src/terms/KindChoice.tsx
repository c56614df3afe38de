import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { dispositionKinds, type DispositionMeaning } from '@clearance/contract';
import Box from '@mui/material/Box';
import { kindWords } from './kind-words.ts';

interface KindChoiceProps {
  readonly label: string;
  readonly value: DispositionMeaning | '';
  readonly onChoose: (kind: DispositionMeaning) => void;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** What a wording means, with an example beside each choice. */
export const KindChoice = ({ label, value, onChoose, problem, autoFocus = false }: KindChoiceProps) => (
  <TextField
    select
    fullWidth
    margin="none"
    label={label}
    value={value}
    autoFocus={autoFocus}
    error={problem !== undefined}
    helperText={problem}
    onChange={({ target }) => {
      const kind = dispositionKinds.find((one) => one === target.value);
      if (kind) onChoose(kind);
    }}
    slotProps={{ select: { renderValue: (kind) => kindWords[kind as DispositionMeaning].choice } }}
  >
    {dispositionKinds.map((kind) => (
      <MenuItem key={kind} value={kind} sx={{ display: 'block', whiteSpace: 'normal' }}>
        {kindWords[kind].choice}
        <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}>
          {kindWords[kind].like}
        </Box>
      </MenuItem>
    ))}
  </TextField>
);
