import Alert from '@mui/material/Alert';
import type { ConfirmedFile } from '@clearance/contract';
import { confirmedWords } from './confirmed-words.ts';

/** Said beside every determination that rests on a file about which there were doubts. */
export const ConfirmedNote = ({ confirmed }: { readonly confirmed: ConfirmedFile | null }) =>
  confirmed ? (
    <Alert severity="warning" variant="outlined" data-testid="confirmed-file" sx={{ my: 1 }}>
      {confirmedWords(confirmed)} What it lacks is not known to any determination that rests on it.
    </Alert>
  ) : null;
