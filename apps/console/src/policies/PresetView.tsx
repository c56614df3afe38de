import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PolicyRow, PresetRow } from '@clearance/contract';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { NewDraftButton } from '../policy-studio/drafts/NewDraftButton.tsx';
import { api } from '../providers/http.ts';
import { useCan } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { consequenceOf } from './consequence.ts';
import { HowToRead } from './HowToRead.tsx';
import { publishWarning } from './notes-to-confirm.ts';
import { NotesToConfirm } from './NotesToConfirm.tsx';
import { Rules } from './Rules.tsx';

interface PresetViewProps {
  readonly preset: PresetRow;
  /** The policy in force, if there is one. */
  readonly current: PolicyRow | undefined;
}

/** One policy to choose, with its rules and the button that publishes it. */
export const PresetView = ({ preset, current }: PresetViewProps) => {
  const allowed = useCan('publish policy');
  const mayDraft = useCan('draft policy');
  const navigate = useNavigate();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { act, busy, refusal, forget } = useAct(
    () => api.post<PolicyRow>('/policies', { preset: preset.name }),
    () => {
      notify('The policy is published. Everybody is being evaluated.', { type: 'success' });
      void navigate('/policies');
    },
  );
  const version = (current?.version ?? 0) + 1;
  const warning = publishWarning(preset.body);
  return (
    <Box component="section" aria-label={preset.title} sx={{ maxWidth: 860, minWidth: 0 }}>
      <Typography variant="h2" sx={{ fontSize: '1.25rem' }}>
        {preset.title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 1.5 }}>Legal basis: {preset.legalBasis}</Typography>
      {preset.digest === current?.digest ? (
        <Typography sx={{ fontWeight: 600 }}>This is the policy in force, as version {current.version}.</Typography>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {allowed ? (
            <Button variant="contained" onClick={() => setOpen(true)}>
              Publish as version {version}
            </Button>
          ) : null}
          {mayDraft ? <NewDraftButton from={`preset:${preset.name}`} /> : null}
          {current ? (
            <>
              {mayDraft ? (
                <Button component={Link} to={`/simulations/create?candidate=preset:${preset.name}`}>
                  Simulate
                </Button>
              ) : null}
              <Button
                variant="text"
                component={Link}
                to={`/policies/differences?before=policy:${current.id}&after=preset:${preset.name}`}
              >
                What changes
              </Button>
            </>
          ) : null}
        </Box>
      )}
      <NotesToConfirm policy={preset.body} />
      <HowToRead />
      <Rules rules={preset.rules} own={preset.body.rules} />
      <ConfirmDialog
        open={open}
        title={`Publish “${preset.title}”?`}
        consequence={
          <>
            {warning === '' ? null : <Box sx={{ mb: 1 }}>{warning}</Box>}
            {consequenceOf(current?.version)}
          </>
        }
        verb={`Publish version ${version}`}
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
