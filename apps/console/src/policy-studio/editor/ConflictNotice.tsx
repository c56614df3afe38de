import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DraftRow } from '@clearance/contract';
import { useNavigate } from 'react-router-dom';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { useApi } from '../../providers/use-api.ts';
import { Moment } from '../../ui/DateText.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { draftPath } from '../draft/open-drafts.ts';
import type { Policy } from '../model/policy.ts';

interface ConflictNoticeProps {
  readonly id: string;
  /** What was written here and is not saved. */
  readonly mine: Policy;
  /** Gives up what was written here and shows what is saved. */
  readonly onTheirs: () => void;
}

/** Somebody else saved this draft meanwhile: both versions live on, and the person says which one here. */
export const ConflictNotice = ({ id, mine, onTheirs }: ConflictNoticeProps) => {
  const navigate = useNavigate();
  const theirs = useApi<DraftRow>(draftPath(id)).data;
  const { act, busy, refusal } = useAct(
    async () => {
      const copy = await api.post<DraftRow>('/policy-drafts', { from: `draft:${id}`, title: mine.title || undefined });
      return api.put<DraftRow>(draftPath(copy.id), { version: copy.version, body: mine });
    },
    (copy) => {
      onTheirs();
      void navigate(`/policy-drafts/${copy.id}/show`);
    },
  );
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2, maxWidth: 920 }}>
      <Box>
        {theirs ? (
          <>
            {theirs.updatedBy} changed this draft, <Moment at={theirs.updatedAt} />.
          </>
        ) : (
          'Somebody else changed this draft.'
        )}{' '}
        Nothing of theirs was overwritten, and what you wrote is still here, not saved.
      </Box>
      {refusal ? <Problem error={refusal} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="contained" loading={busy} onClick={() => void act(undefined)}>
          Keep mine as a draft of its own
        </Button>
        <Button size="small" onClick={onTheirs}>
          Show theirs and give up mine
        </Button>
      </Box>
    </Alert>
  );
};
