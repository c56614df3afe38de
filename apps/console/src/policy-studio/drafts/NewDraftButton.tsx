import Button from '@mui/material/Button';
import { useState } from 'react';
import { NewDraftDialog } from './NewDraftDialog.tsx';

interface NewDraftButtonProps {
  /** What the draft begins as unless another one is chosen. */
  readonly from: string;
  /** The main act of its page. */
  readonly main?: boolean;
}

/** Begins a draft. */
export const NewDraftButton = ({ from, main = false }: NewDraftButtonProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={main ? 'contained' : 'outlined'} onClick={() => setOpen(true)}>
        {main ? 'Write a new version' : 'Begin a draft from this'}
      </Button>
      {open ? <NewDraftDialog open from={from} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
