import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { intends } from '../../bulk-reviews/bulk-words.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { number } from '../../ui/format.ts';
import { useCounty } from '../../audit-events/print/use-county.ts';
import { Buttons } from '../upload/Buttons.tsx';
import { CancelImport } from './CancelImport.tsx';
import { confirmWords, costWords, doubtsInWords, leavingOf } from './doubt-words.ts';

/** Where more than so many leave the queue, a click is not enough. */
const TYPED_ABOVE = 10;

/** The file is probably not the right one: somebody has to say so or not before anything counts. */
export const Doubts = ({ row }: { readonly row: ImportRow }) => {
  const allowed = useCan('create import');
  const county = useCounty();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const leave = leavingOf(row);
  const cost = costWords(row);
  const { act, busy, refusal, forget } = useAct(
    () => api.post(`/imports/${row.id}/confirm`, {}),
    () => setOpen(false),
  );
  return (
    <Box
      component="section"
      aria-label="Warning"
      sx={({ palette }) => ({
        display: 'flex',
        gap: 2,
        mb: 3,
        p: 2,
        borderRadius: 1,
        color: palette.look.tone.act.ink,
        backgroundColor: palette.look.tone.act.ground,
        border: `1px solid ${palette.look.tone.act.edge}`,
      })}
    >
      <WarningAmberOutlined aria-hidden sx={{ fontSize: 28 }} />
      <Box sx={{ minWidth: 0 }}>
        {doubtsInWords(row, county).map(({ title, says }) => (
          <Box key={title} sx={{ mb: 1 }}>
            <Typography variant="h2">{title}</Typography>
            <Typography sx={{ mt: 1, maxWidth: '72ch', overflowWrap: 'anywhere' }}>{says}</Typography>
          </Box>
        ))}
        {cost ? <Typography sx={{ mb: 1, maxWidth: '72ch', fontWeight: 550 }}>{cost}</Typography> : null}
        <Typography sx={{ mb: 1 }}>Nothing counts yet. Go on with this file?</Typography>
        {allowed ? (
          <Buttons>
            <CancelImport id={row.id} />
            <Button variant="contained" color="error" onClick={() => setOpen(true)}>
              {row.files.length > 1 ? 'Use these files' : 'Use this file'}
            </Button>
          </Buttons>
        ) : (
          <Typography>An administrator of the county has to confirm it or cancel it.</Typography>
        )}
      </Box>
      <ConfirmDialog
        open={open}
        {...confirmWords(row, county)}
        grave
        busy={busy}
        notYet={leave > TYPED_ABOVE && !intends(typed, leave)}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setTyped('');
          setOpen(false);
        }}
      >
        {leave > TYPED_ABOVE ? (
          <TextField
            fullWidth
            autoComplete="off"
            label={`Type ${number(leave)} to have them leave the queue`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        ) : null}
      </ConfirmDialog>
    </Box>
  );
};
