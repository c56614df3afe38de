import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { Problem } from '../../ui/Problem.tsx';

/** An import that broke off: why, what was kept, and how it goes on. */
export const Stopped = ({ row }: { readonly row: ImportRow }) => {
  const allowed = useCan('create import');
  const { workId } = row;
  const { act, busy, refusal } = useAct(() => api.post(`/work/${workId ?? ''}/resume`, {}));
  return (
    <Box
      component="section"
      aria-label="Problem"
      sx={{ border: '2px solid', borderColor: 'error.main', borderRadius: 1, p: 2, mb: 3 }}
    >
      <Typography variant="h2">The import stopped</Typography>
      <Typography sx={{ my: 1, maxWidth: '72ch' }}>
        {row.problem ?? 'Something failed on the server.'} What was done so far is kept, and nothing is done twice: it
        goes on where it stopped.
      </Typography>
      {refusal ? <Problem error={refusal} /> : null}
      {allowed && workId ? (
        <Button variant="contained" loading={busy} onClick={() => void act(undefined)}>
          Resume the import
        </Button>
      ) : (
        <Typography>An administrator of the county can resume it.</Typography>
      )}
    </Box>
  );
};
