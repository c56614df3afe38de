import Box from '@mui/material/Box';
import type { Policy } from '@clearance/contract';
import { Warning } from '../ui/Warning.tsx';
import { notesWarning, publishWarning } from './notes-to-confirm.ts';

interface NotesToConfirmProps {
  readonly policy: Policy;
  /** Whether this stands beside a button that publishes. */
  readonly publishing?: boolean;
}

/** What an attorney has still to confirm: how much of it, and what is about the policy as a whole. */
export const NotesToConfirm = ({ policy, publishing = false }: NotesToConfirmProps) => {
  const says = publishing ? publishWarning(policy) : notesWarning(policy);
  if (says === '') return null;
  return (
    <Box sx={{ mt: 1.5, maxWidth: 860 }}>
      <Warning>
        {says}
        {policy.confirm === undefined ? null : (
          <Box sx={{ mt: 0.5 }}>About the policy as a whole: {policy.confirm}</Box>
        )}
      </Warning>
    </Box>
  );
};
