import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { AuditExportRow, AuditFilter } from '@clearance/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { heldSize } from './held-checkpoint.ts';
import { HeldCheckpoint } from './HeldCheckpoint.tsx';
import { makeWords, usualPurposes } from './export-words.ts';

interface PurposeFormProps {
  readonly filter: AuditFilter;
  /** Entries that match, once it is known. */
  readonly total: number | undefined;
}

const field = 'export-purpose';
const heldField = 'export-held-checkpoint';

/** What the export is for, and the button that makes it. */
export const PurposeForm = ({ filter, total }: PurposeFormProps) => {
  const navigate = useNavigate();
  const [purpose, setPurpose] = useState('');
  const [heldText, setHeldText] = useState('');
  const held = heldSize(heldText);
  const [asked, setAsked] = useState(false);
  const { act, busy, refusal } = useAct(
    () =>
      api.post<Pick<AuditExportRow, 'id'>>('/audit-exports', {
        ...{ filter, purpose: purpose.trim() },
        ...(held ? { heldCheckpoint: held } : {}),
      }),
    ({ id }) => void navigate(`/audit-exports/${id}/show`),
  );
  const missing = purpose.trim().length < 3;
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (held === null) document.getElementById(heldField)?.focus();
        else if (missing) document.getElementById(field)?.focus();
        else if (!busy) void act(undefined);
      }}
    >
      <Typography variant="h2" sx={{ mb: 1 }}>
        What for
      </Typography>
      <ErrorSummary refusal={refusal} fieldIds={{ purpose: field, heldCheckpoint: heldField }} />
      <Autocomplete
        freeSolo
        id={field}
        options={usualPurposes}
        inputValue={purpose}
        onInputChange={(_, text) => setPurpose(text)}
        slotProps={{ paper: { variant: 'outlined', sx: { boxShadow: 4 } } }}
        sx={{ maxWidth: 560 }}
        renderInput={(input) => (
          <TextField
            {...input}
            label="Purpose"
            error={asked && missing}
            helperText={
              asked && missing
                ? 'Say in a few words what the export is for.'
                : 'Who asked for it and why, without names of the people concerned.'
            }
            slotProps={{ ...input.slotProps, htmlInput: { ...input.slotProps.htmlInput, maxLength: 300 } }}
          />
        )}
      />
      <HeldCheckpoint id={heldField} text={heldText} unreadable={asked && held === null} onChange={setHeldText} />
      <Button type="submit" variant="contained" loading={busy} sx={{ mt: 2 }} disabled={total === 0}>
        {total === 0 ? 'No entry matches' : makeWords(total)}
      </Button>
    </Box>
  );
};
