import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { DraftRow, EvaluationRow, PolicyRow } from '@clearance/contract';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { consequenceOf } from '../../policies/consequence.ts';
import { NotesToConfirm } from '../../policies/NotesToConfirm.tsx';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Differences } from '../differences/Differences.tsx';
import { Section } from '../editor/Section.tsx';
import { errorsOf } from '../model/problems.ts';
import { useCurrentPolicy } from '../use-current-policy.ts';
import { SimulateFirst } from './SimulateFirst.tsx';
import { StaleReasons } from './StaleReasons.tsx';
import { staleReasonsOf } from './stale-reasons.ts';

interface PublishFormProps {
  readonly row: DraftRow;
  readonly onPublished: (policy: PolicyRow) => void;
}

const field = 'publish-note';

/** What publishing a draft does, the note that stays with the version, and the button. */
export const PublishForm = ({ row, onPublished }: PublishFormProps) => {
  const current = useCurrentPolicy();
  const { data: evaluations } = useGetList<EvaluationRow>(
    'evaluations',
    { pagination: { page: 1, perPage: 10 }, sort: { field: 'createdAt', order: 'DESC' }, filter: {} },
    { retry: false },
  );
  // As many as the last time: the same people, the same file.
  const convictions = evaluations?.find(({ state }) => state === 'done')?.convictions;
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const stale = staleReasonsOf(row);
  const [meant, setMeant] = useState(false);
  const held = stale.length > 0 && !meant;
  const { act, busy, refusal } = useAct(
    () => api.post<PolicyRow>('/policies', { draft: row.id, draftVersion: row.version, note: note.trim() }),
    onPublished,
  );
  const version = (current?.version ?? 0) + 1;
  const inForce = row.publishedAs !== null && row.publishedAs === current?.version;
  const notYet = !row.check.ok || held || inForce;
  const missing = note.trim().length < 3;
  return (
    <Box
      component="form"
      sx={{ maxWidth: 1040 }}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (missing) document.getElementById(field)?.focus();
        else if (!busy && !notYet) void act(undefined);
      }}
    >
      <ErrorSummary refusal={refusal} fieldIds={{ note: field }} />
      {inForce ? (
        <Alert severity="info" variant="outlined" sx={{ mb: 3, maxWidth: 820 }}>
          This draft says the same as version {row.publishedAs}, which is in force. There is nothing to publish.
        </Alert>
      ) : null}
      <Section title="What publishing does">
        <Typography sx={{ maxWidth: '76ch' }}>{consequenceOf(current?.version, convictions)}</Typography>
      </Section>
      {current ? <SimulateFirst row={row} /> : null}
      <Section title="What changed and why">
        <TextField
          id={field}
          label="Note to this version"
          fullWidth
          multiline
          minRows={3}
          margin="none"
          value={note}
          onChange={({ target }) => setNote(target.value)}
          error={asked && missing}
          helperText={
            asked && missing
              ? 'Say in a sentence what changed and why.'
              : 'It stays with the version for everybody who reads it. No names of people concerned.'
          }
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          sx={{ maxWidth: 720 }}
        />
        <Box sx={{ mt: 2 }}>
          <NotesToConfirm policy={row.body} publishing />
          {stale.length > 0 ? <StaleReasons found={stale} meant={meant} onMeant={setMeant} /> : null}
          <Button type="submit" variant="contained" loading={busy} disabled={notYet}>
            Publish as version {version}
          </Button>
          {row.check.ok ? null : (
            <Box sx={{ mt: 1 }}>
              Fix these problems in the draft before you publish it:
              <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
                {errorsOf(row.check.problems).map(({ message, path }) => (
                  <li key={`${path.join('.')} ${message}`}>{message}</li>
                ))}
              </Box>
            </Box>
          )}
        </Box>
      </Section>
      {current ? (
        <Section title={`What changes from version ${current.version}`}>
          <Differences heading="h3" before={`policy:${current.id}`} after={`draft:${row.id}`} />
        </Section>
      ) : null}
    </Box>
  );
};
