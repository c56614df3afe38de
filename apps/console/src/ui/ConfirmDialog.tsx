import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { RefusalError } from '../providers/refusal.ts';
import { ErrorSummary } from './ErrorSummary.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will have happened afterwards: "412 convictions go to approval. You cannot approve these yourself." */
  readonly consequence: ReactNode;
  /** The verb on the button: "Recommend dismissal for 412". */
  readonly verb: string;
  /** On the way back: "Keep it running" where a cancel button could be taken for the act itself. */
  readonly back?: string;
  readonly busy?: boolean;
  readonly refusal?: RefusalError | undefined;
  /** Ids of the act's fields by their names in a refusal. */
  readonly fieldIds?: Readonly<Record<string, string>>;
  /** Red button, for what cannot be taken back. */
  readonly grave?: boolean;
  /** The verb cannot be used yet (a needed reason is missing); say why beside the field. */
  readonly notYet?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Fields that belong to the act. */
  readonly children?: ReactNode;
}

/** Asks once before something that matters: the consequence first, then a button that says what it does. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const {
    open,
    title,
    consequence,
    verb,
    back = 'Cancel',
    busy = false,
    refusal,
    fieldIds,
    grave,
    notYet,
    onConfirm,
    onClose,
    children,
  } = props;
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !notYet) onConfirm();
        }}
      >
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent>
          <ErrorSummary refusal={refusal} {...(fieldIds ? { fieldIds } : {})} />
          <Typography id={`${id}-what`} component="div" sx={{ mb: children ? 2 : 0 }}>
            {consequence}
          </Typography>
          {children}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>
            {back}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={grave ? 'error' : 'primary'}
            loading={busy}
            disabled={notYet === true}
          >
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
