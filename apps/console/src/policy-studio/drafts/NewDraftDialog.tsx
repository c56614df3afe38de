import TextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import type { DraftRow } from '@clearance/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { usePolicyChoices } from '../policy-choices.ts';
import { PolicySelect } from '../PolicySelect.tsx';

interface NewDraftDialogProps {
  readonly open: boolean;
  /** What the draft begins as unless another one is chosen; empty for none. */
  readonly from: string;
  readonly onClose: () => void;
}

/** Begins a draft from the policy in force, an older version, another draft or a ready-made policy. */
export const NewDraftDialog = ({ open, from, onClose }: NewDraftDialogProps) => {
  const navigate = useNavigate();
  const choices = usePolicyChoices() ?? [];
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const begin = chosen ?? from;
  const { act, busy, refusal, forget } = useAct(
    () =>
      api.post<DraftRow>('/policy-drafts', { from: begin, ...(title.trim() === '' ? {} : { title: title.trim() }) }),
    ({ id }) => void navigate(`/policy-drafts/${id}/show`),
  );
  return (
    <ConfirmDialog
      open={open}
      title="Write a new version"
      consequence="A draft is begun that nobody is judged by. You can leave it and come back, try it out on everybody, and publish it when it is right."
      verb="Begin the draft"
      busy={busy}
      refusal={refusal}
      notYet={begin === ''}
      onConfirm={() => void act(undefined)}
      onClose={() => {
        forget();
        onClose();
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <PolicySelect label="Begin from" choices={choices} value={begin} onChange={setChosen} />
        <TextField
          label="Title (may be left empty)"
          margin="none"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          helperText="If you leave it empty, a ready-made policy keeps its title with “as changed by” and your county."
          slotProps={{ htmlInput: { maxLength: 600 } }}
        />
      </Box>
    </ConfirmDialog>
  );
};
