import type { Work } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';

/** Lets a job that stopped go on from where it stands; what it did already is not done twice. */
export const TryAgain = ({ work }: { readonly work: Work }) => {
  const { act, busy, refusal } = useAct(() => api.post<Work>(`/work/${work.id}/resume`, {}));
  return (
    <Box sx={{ mt: 0.5 }}>
      <Button size="small" loading={busy} aria-label={`Try again: ${work.title}`} onClick={() => void act(undefined)}>
        Try again
      </Button>
      {refusal ? (
        <Box role="alert" sx={{ fontSize: '0.8125rem', color: 'error.main', mt: 0.5 }}>
          {refusal.message}
        </Box>
      ) : null}
    </Box>
  );
};
