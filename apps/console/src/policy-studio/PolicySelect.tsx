import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { PolicyChoice } from './policy-choices.ts';

interface PolicySelectProps {
  readonly label: string;
  readonly choices: readonly PolicyChoice[];
  /** The ref of the one chosen; empty while none is. */
  readonly value: string;
  readonly onChange: (ref: string) => void;
  /** Drafts with problems cannot be chosen: they cannot be tried. */
  readonly wholeOnly?: boolean;
}

const groups = ['Versions', 'Drafts', 'Ready-made policies'] as const;

/** Chooses a version, a draft or a ready-made policy. */
export const PolicySelect = ({ label, choices, value, onChange, wholeOnly = false }: PolicySelectProps) => (
  <TextField
    select
    fullWidth
    label={label}
    margin="none"
    value={choices.some(({ ref }) => ref === value) ? value : ''}
    onChange={({ target }) => onChange(target.value)}
  >
    {groups.flatMap((group) => {
      const members = choices.filter((choice) => choice.group === group);
      if (members.length === 0) return [];
      return [
        <ListSubheader key={group} sx={{ lineHeight: '32px' }}>
          {group}
        </ListSubheader>,
        ...members.map(({ ref, label: words, isWhole }) => (
          <MenuItem key={ref} value={ref} disabled={wholeOnly && !isWhole} sx={{ whiteSpace: 'normal' }}>
            {words}
          </MenuItem>
        )),
      ];
    })}
  </TextField>
);
