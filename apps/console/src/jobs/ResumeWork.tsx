import type { Work } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { jobWords } from './job-words.ts';

interface ResumeWorkProps {
  readonly work: Work;
  /** A quiet button in a list of jobs. */
  readonly small?: boolean;
}

/**
 * Lets a job go on from where it stands: one that failed at once, one that somebody ended after saying what comes of it.
 * Absent for who may not.
 */
export const ResumeWork = ({ work, small = false }: ResumeWorkProps) => {
  const [open, setOpen] = useState(false);
  const { act, busy, refusal, forget } = useAct(
    () => api.post<Work>(`/work/${work.id}/resume`, {}),
    () => setOpen(false),
  );
  if (!open && !work.mayResume) return null;
  const cancelled = work.state === 'cancelled';
  return (
    <>
      <Button
        size="small"
        variant={small ? 'text' : 'outlined'}
        loading={busy && !open}
        aria-label={`Resume: ${work.title}`}
        onClick={() => (cancelled ? setOpen(true) : void act(undefined))}
      >
        Resume
      </Button>
      {refusal && !open ? (
        <Box role="alert" sx={{ fontSize: '0.8125rem', color: 'error.main' }}>
          {refusal.message}
        </Box>
      ) : null}
      <ConfirmDialog
        open={open}
        title={`Resume “${work.title}”?`}
        consequence={jobWords(work.kind).goesOn(work)}
        verb="Resume"
        busy={busy}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setOpen(false);
        }}
      />
    </>
  );
};
