import ReplayIcon from '@mui/icons-material/Replay';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReplayView } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { Problem } from '../ui/Problem.tsx';
import { replaySentence } from './replay-words.ts';
import { ReplayDifferences } from './ReplayDifferences.tsx';

/** Makes the determination again from the stored history, and says whether every byte is the same. */
export const ReplayCheck = ({ convictionId }: { readonly convictionId: string }) => {
  const [answer, setAnswer] = useState<ReplayView>();
  const { act, busy, refusal } = useAct(
    () => api.post<ReplayView>(`/convictions/${convictionId}/replay`, {}),
    (fresh) => setAnswer(fresh),
  );
  return (
    <Box component="section" aria-label="Recompute">
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Button
          size="small"
          startIcon={<ReplayIcon />}
          loading={busy}
          loadingPosition="start"
          onClick={() => {
            setAnswer(undefined);
            void act(undefined);
          }}
        >
          Recompute now
        </Button>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', flex: '1 1 220px' }}>
          From the stored history, compared byte by byte. Nothing changes; the log notes that you looked.
        </Box>
      </Box>
      {refusal ? <Problem error={refusal} /> : null}
      <div role="status">
        {answer ? (
          <Alert
            severity={answer.identical ? 'success' : answer.engineStillThere ? 'warning' : 'info'}
            variant="outlined"
          >
            {replaySentence(answer)}
          </Alert>
        ) : null}
      </div>
      {answer && answer.differences.length > 0 ? <ReplayDifferences differences={answer.differences} /> : null}
    </Box>
  );
};
