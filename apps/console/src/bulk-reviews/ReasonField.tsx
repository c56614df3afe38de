import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import type { Choice } from '../record/choices.ts';
import { usualReasons, withReason } from '../record/usual-reasons.ts';

interface ReasonFieldProps {
  readonly id: string;
  readonly choice: Choice;
  readonly needed: boolean;
  /** It answers an approver who returned the set, in the reviewer's own words and not in a usual reason. */
  readonly answers?: boolean;
  /** Where the field comes by one's own click. */
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The note of a bulk act, the usual ones ready. */
export const ReasonField = ({
  id,
  choice,
  needed,
  answers = false,
  autoFocus = false,
  value,
  onChange,
}: ReasonFieldProps) => (
  <Box>
    {needed && !answers ? (
      <Box role="group" aria-label="Usual reasons" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {usualReasons(choice).map((reason) => (
          <Chip
            key={reason}
            size="small"
            clickable
            label={reason}
            variant={value.includes(reason) ? 'filled' : 'outlined'}
            aria-pressed={value.includes(reason)}
            onClick={() => onChange(withReason(value, reason))}
            sx={{ borderRadius: 1 }}
          />
        ))}
      </Box>
    ) : null}
    <TextField
      id={id}
      fullWidth
      multiline
      autoFocus={autoFocus}
      minRows={2}
      label={answers ? 'Your answer to the approver' : needed ? 'Why' : 'Note (not needed)'}
      helperText={
        value.length > 2000
          ? 'At most 2,000 characters; shorten it.'
          : needed
            ? 'It stays on the record of every one of them.'
            : undefined
      }
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={value.length > 2000}
      maxRows={10}
    />
  </Box>
);
