import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { Terms } from '@clearance/contract';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { RefusalError, sentence } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx';
import { counted } from '../ui/format.ts';
import { consequenceOf } from './consequence.ts';
import type { DraftWork } from './use-draft.ts';

const few = 4;

/** What is changed and not saved yet, and the button that saves it; stays in sight while one scrolls. */
export const SaveBar = ({ terms, work }: { readonly terms: Terms; readonly work: DraftWork }) => {
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [stopped, setStopped] = useState<string>();
  const { act, busy, refusal, forget } = useAct(
    () => api.post<Terms>('/terms', { basedOn: work.basedOn, ...work.draft }),
    () => {
      work.discard();
      setAsking(false);
      notify('Saved. Everybody is being counted and evaluated again.', { type: 'success' });
    },
  );
  const { changes } = work;
  if (changes.length === 0) return null;
  const ask = async () => {
    try {
      const [first] = Object.keys(await work.check());
      setStopped(first === undefined ? undefined : 'Something is not right yet. It is marked where it stands.');
      if (first === undefined) setAsking(true);
      else document.getElementById(first)?.focus();
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      setStopped(sentence(error));
    }
  };
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="Changes that are not saved"
      className="no-print"
      sx={{
        position: 'sticky',
        bottom: 12,
        zIndex: 2,
        p: 2,
        maxWidth: 1080,
        boxShadow: 6,
        borderColor: 'primary.main',
      }}
    >
      <UnsavedGuard unsaved />
      {work.overtaken ? (
        <Alert
          severity="warning"
          variant="outlined"
          sx={{ mb: 1.5 }}
          action={
            <Button size="small" onClick={work.rebase}>
              Compare with version {terms.version}
            </Button>
          }
        >
          Somebody saved version {terms.version} meanwhile. Your changes are kept here; look at them against that
          version before you save.
        </Alert>
      ) : null}
      {stopped ? (
        <Box role="alert" sx={{ color: 'error.main', fontWeight: 600, mb: 1 }}>
          {stopped}
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Box sx={{ fontWeight: 650 }}>{counted(changes.length, 'change')} not saved</Box>
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', maxHeight: 120, overflow: 'auto' }}>
            {changes.slice(0, few).map((change) => (
              <li key={change}>{change}</li>
            ))}
            {changes.length > few ? <li>and {counted(changes.length - few, 'more', 'more')}</li> : null}
          </Box>
        </Box>
        <Button variant="text" onClick={work.discard}>
          Discard
        </Button>
        <Button variant="contained" disabled={work.overtaken || terms.busy} onClick={() => void ask()}>
          Save and evaluate again
        </Button>
      </Box>
      {terms.busy ? (
        <Box sx={{ mt: 1, fontSize: '0.875rem' }}>
          Everybody is being counted or evaluated at this moment; it can be saved when that is done.
        </Box>
      ) : null}
      <ConfirmDialog
        open={asking}
        title="Save and evaluate again?"
        consequence={
          <>
            {consequenceOf(terms)}
            <Box component="ul" sx={{ mb: 0, pl: 2.25, maxHeight: 240, overflow: 'auto' }}>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </Box>
          </>
        }
        verb="Save and evaluate again"
        busy={busy}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setAsking(false);
        }}
      />
    </Paper>
  );
};
