import Box from '@mui/material/Box';
import { timeOfDay } from '../../ui/format.ts';
import type { SaveState } from '../draft/saver.ts';

const says = (state: SaveState): string => {
  switch (state.kind) {
    case 'saved':
      return `Saved at ${timeOfDay(state.at)}`;
    case 'unsaved':
      return 'Not saved yet';
    case 'saving':
      return 'Saving';
    case 'conflict':
      return 'Not saved: somebody else changed this draft';
    case 'failed':
      return `Not saved. ${state.says.replace('Nothing was saved. ', '')} What you wrote is kept here.`;
  }
};

/** Whether what is on the screen is on the server. */
export const SaveLine = ({ state }: { readonly state: SaveState }) => (
  <Box
    component="span"
    role="status"
    className="figures"
    sx={{
      fontSize: '0.875rem',
      color: state.kind === 'failed' || state.kind === 'conflict' ? 'error.main' : 'text.secondary',
      fontWeight: state.kind === 'failed' || state.kind === 'conflict' ? 600 : 400,
    }}
  >
    {says(state)}
  </Box>
);
