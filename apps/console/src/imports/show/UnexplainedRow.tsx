import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { UnexplainedRowView } from '@clearance/contract';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { personName } from '../../record/person-words.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DateText, Moment } from '../../ui/DateText.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { number } from '../../ui/format.ts';

interface UnexplainedRowProps {
  readonly row: UnexplainedRowView;
  readonly importId: string;
  readonly several: boolean;
}

/** One row that no rule explains: whose it is, what it says, and what somebody said of it. */
export const UnexplainedRow = ({ row, importId, several }: UnexplainedRowProps) => {
  const [asking, setAsking] = useState(false);
  const maySay = useCan('enter fact');
  const path = `/imports/${importId}/unexplained/${row.id}`;
  const takeBack = useAct(() => api.delete(path));
  const { explained } = row;
  return (
    <Box
      component="li"
      sx={{ borderTop: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem', overflowWrap: 'anywhere' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Link component={RouterLink} to={`/people/${row.personId}`} sx={{ fontWeight: 550 }}>
          {personName(row.name)}
        </Link>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {several ? `${row.file}, line ${number(row.line)}` : `Line ${number(row.line)}`}
        </Box>
      </Box>
      <Box>
        <DateText value={row.date} />
        {[row.step.toLowerCase(), row.agency, row.offense, row.disposition].filter(Boolean).map((part) => ` · ${part}`)}
      </Box>
      {row.comment ? <Box sx={{ fontStyle: 'italic' }}>“{row.comment}”</Box> : null}
      {explained ? null : <Box>It names {row.section}, and no rule says what became of that.</Box>}
      {explained ? (
        <Box sx={{ mt: 0.25 }}>
          <strong>{explained.by}</strong>, <Moment at={explained.at} />: {explained.note}
        </Box>
      ) : null}
      <ErrorSummary refusal={takeBack.refusal} />
      {maySay ? (
        <Button
          className="no-print"
          size="small"
          variant="text"
          sx={{ p: 0, minWidth: 0 }}
          loading={takeBack.busy}
          onClick={() => (explained ? void takeBack.act(undefined) : setAsking(true))}
        >
          {explained ? 'Take it back' : 'Say what it is'}
        </Button>
      ) : null}
      {asking ? <SayDialog path={path} onClose={() => setAsking(false)} /> : null}
    </Box>
  );
};

const SayDialog = ({ path, onClose }: { readonly path: string; readonly onClose: () => void }) => {
  const id = useId();
  const [note, setNote] = useState('');
  const { act, busy, refusal } = useAct(() => api.post(path, { note: note.trim() }), onClose);
  return (
    <ConfirmDialog
      open
      title="Say what this row is"
      consequence="It stands beside the row with your name, also in a newer file that has the same row. No determination changes by it: a conviction counts once the file has it, or somebody entered it as a fact."
      verb="Save"
      busy={busy}
      refusal={refusal}
      fieldIds={{ note: id }}
      notYet={note.trim() === ''}
      onConfirm={() => void act(undefined)}
      onClose={onClose}
    >
      <TextField
        id={id}
        label="What it is, and how you know"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        multiline
        minRows={2}
        fullWidth
        autoFocus
      />
    </ConfirmDialog>
  );
};
