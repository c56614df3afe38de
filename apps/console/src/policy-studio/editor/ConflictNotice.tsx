import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DraftRow } from '@clearance/contract';
import { useNavigate } from 'react-router-dom';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { Moment } from '../../ui/DateText.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { draftPath } from '../draft/open-drafts.ts';
import type { Policy } from '../model/policy.ts';

interface ConflictNoticeProps {
  /** As it is on the server now. */
  readonly row: DraftRow;
  /** As it was written here. */
  readonly mine: Policy;
  /** Whether what was written here had been saved before the other one changed it. */
  readonly isSaved: boolean;
  /** Gives up what was written here and shows what is saved. */
  readonly onTheirs: () => void;
}

/** Somebody else saved this draft meanwhile: both versions live on, and the person says which one here. */
export const ConflictNotice = ({ row, mine, isSaved, onTheirs }: ConflictNoticeProps) => {
  const navigate = useNavigate();
  const { act, busy, refusal } = useAct(
    async () => {
      const copy = await api.post<DraftRow>('/policy-drafts', {
        from: `draft:${row.id}`,
        title: mine.title || undefined,
      });
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
        {row.updatedBy} changed this draft, <Moment at={row.updatedAt} />.{' '}
        {isSaved
          ? 'What you see is as you had saved it. Go on from what is saved now, or keep yours as a draft beside it.'
          : 'Nothing of theirs was overwritten, and what you wrote is still here, not saved.'}
      </Box>
      {refusal ? <Problem error={refusal} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="contained" loading={busy} onClick={() => void act(undefined)}>
          Keep mine as a draft of its own
        </Button>
        <Button size="small" onClick={onTheirs}>
          {isSaved ? 'Show what is saved now' : 'Show theirs and give up mine'}
        </Button>
      </Box>
    </Alert>
  );
};
