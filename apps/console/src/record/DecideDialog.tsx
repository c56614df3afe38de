import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { decisions } from '@clearance/contract';
import { ReturnedBy } from '../convictions/ReturnedBy.tsx';
import { finality } from '../settings/setting-words.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { outcomeWords } from '../ui/words.ts';
import { choiceWords, consequenceOf, noteNeeded, wayBack, type Choice } from './choices.ts';
import type { Deciding } from './use-deciding.ts';
import { usualReasons, withReason } from './usual-reasons.ts';
import { personName } from './person-words.ts';

/** Says what a choice leads to and asks for its note. The note is forgotten with the dialog. */
export const DecideDialog = ({ deciding }: { readonly deciding: Deciding }) =>
  deciding.asking ? (
    <NoteDialog
      key={`${deciding.asking.row.id} ${deciding.asking.choice}`}
      deciding={deciding}
      asking={deciding.asking}
    />
  ) : null;

interface NoteDialogProps {
  readonly deciding: Deciding;
  readonly asking: NonNullable<Deciding['asking']>;
}

const isDecision = (choice: Choice): boolean => (decisions as readonly string[]).includes(choice);

function labelOf(choice: Choice, needed: boolean, answers: boolean): string {
  if (choice === 'ask_for_facts') return 'Which fact, and where it might be found';
  if (answers) return 'Your answer to the approver';
  return needed ? 'Why' : 'Note (not needed)';
}

const NoteDialog = ({ deciding, asking }: NoteDialogProps) => {
  const [note, setNote] = useState('');
  const { row, choice } = asking;
  const undoHours = deciding.undoHours;
  const needed = noteNeeded(row, choice);
  const answers = row.returned !== null && isDecision(choice);
  const against = row.outcome !== null && row.outcome !== choice && ['dismiss', 'reduce', 'refer'].includes(choice);
  return (
    <ConfirmDialog
      open
      title={`${choiceWords[choice].verb}: ${personName(row.name)}, case ${row.caseNumber || 'without number'}`}
      consequence={
        <>
          {consequenceOf(choice, row)}
          {answers && row.returned ? (
            <Box sx={{ my: 1 }}>
              <ReturnedBy returned={[{ ...row.returned, count: 1 }]} count={1} />
            </Box>
          ) : null}
          {choice === 'approve' && undoHours === 0 ? ` ${finality(0, row.decision ?? undefined, 1)}` : null}
          {choice === 'approve' && needed ? (
            <>
              {' '}
              {row.outcome === null || row.outcome === 'needs_review'
                ? 'The policy could not decide this'
                : `The policy says “${outcomeWords[row.outcome].word.toLowerCase()}” here`}
              , so the record needs your reason as well. Look at the record before you approve it.
            </>
          ) : null}
          {against && row.outcome ? (
            <>
              {' '}
              The policy says “{outcomeWords[row.outcome].word.toLowerCase()}” here, so the record needs your reason.
            </>
          ) : null}
        </>
      }
      verb={choiceWords[choice].verb}
      {...(wayBack[choice] ? { back: wayBack[choice] } : {})}
      busy={deciding.busy}
      refusal={deciding.refused?.id === row.id ? deciding.refused.refusal : undefined}
      notYet={(needed && note.trim() === '') || note.length > 2000}
      onConfirm={() => deciding.confirm(note)}
      onClose={deciding.cancel}
    >
      <Box role="group" aria-label="Usual reasons" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {(answers ? [] : usualReasons(choice)).map((reason) => (
          <Chip
            key={reason}
            label={reason}
            clickable
            variant={note.includes(reason) ? 'filled' : 'outlined'}
            aria-pressed={note.includes(reason)}
            onClick={() => setNote(withReason(note, reason))}
            sx={{
              borderRadius: 1,
              height: 'auto',
              minHeight: 30,
              '& .MuiChip-label': { whiteSpace: 'normal', py: 0.5 },
            }}
          />
        ))}
      </Box>
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={labelOf(choice, needed, answers)}
        helperText={
          note.length > 2000 ? 'At most 2,000 characters; shorten it.' : 'A sentence is enough. It stays on the record.'
        }
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.closest('form')?.requestSubmit();
        }}
        error={note.length > 2000}
        maxRows={10}
      />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        Ctrl + Enter sends.
      </Typography>
    </ConfirmDialog>
  );
};
