import TextField from '@mui/material/TextField';
import type { GivenTo as Given } from '@clearance/contract';

interface GivenToProps {
  readonly ids: Readonly<Given>;
  readonly value: Readonly<Given>;
  /** What is wrong with each, once somebody tried. */
  readonly told: Readonly<Record<keyof Given, string | undefined>>;
  readonly onChange: (value: Given) => void;
  /** Whether the dialog begins here. */
  readonly autoFocus?: boolean;
}

/** To whom records go and what for; asked before anything that leaves the office is made. */
export const GivenTo = ({ autoFocus = false, ids, onChange, told, value }: GivenToProps) => (
  <>
    <TextField
      id={ids.recipient}
      label="Recipient"
      fullWidth
      autoFocus={autoFocus}
      value={value.recipient}
      onChange={({ target }) => onChange({ ...value, recipient: target.value })}
      error={told.recipient !== undefined}
      helperText={told.recipient ?? 'The office and the person there, also when it is your own.'}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
    <TextField
      id={ids.purpose}
      label="Purpose"
      fullWidth
      value={value.purpose}
      onChange={({ target }) => onChange({ ...value, purpose: target.value })}
      error={told.purpose !== undefined}
      helperText={told.purpose ?? 'What it is for, without names of the people concerned.'}
      slotProps={{ htmlInput: { maxLength: 300 } }}
    />
  </>
);
