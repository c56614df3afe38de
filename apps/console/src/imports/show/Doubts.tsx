import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { counted } from '../../ui/format.ts';
import { useCounty } from '../../audit-events/print/use-county.ts';
import { Buttons } from '../upload/Buttons.tsx';
import { CancelImport } from './CancelImport.tsx';
import { countyWarning } from './county-warning.ts';

/** The file seems to be another county's: somebody has to say so or not before anything counts. */
export const WrongCounty = ({ row }: { readonly row: ImportRow }) => {
  const allowed = useCan('create import');
  const county = useCounty();
  const [open, setOpen] = useState(false);
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
        <Typography variant="h2">This is probably another county’s file</Typography>
        <Typography sx={{ my: 1, maxWidth: '72ch' }}>{countyWarning(row, county)}</Typography>
        {allowed ? (
          <Buttons>
            <CancelImport id={row.id} />
            <Button onClick={() => setOpen(true)}>It is the right file</Button>
          </Buttons>
        ) : (
          <Typography>An administrator of the county has to confirm it or cancel it.</Typography>
        )}
      </Box>
      <ConfirmDialog
        open={open}
        title={`Count this file as ${county}’s?`}
        consequence={`${counted(row.rows, 'row')} of ${row.fileName} become part of ${county}’s records, and its convictions go to the queue. This cannot be taken back.`}
        verb="Count this file"
        grave
        busy={busy}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setOpen(false);
        }}
      />
    </Box>
  );
};
