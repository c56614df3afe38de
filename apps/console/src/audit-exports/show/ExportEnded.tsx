import Alert from '@mui/material/Alert';
import type { AuditExportRow } from '@clearance/contract';

/** Why there is nothing to download any more. */
export const ExportEnded = ({ row }: { readonly row: AuditExportRow }) =>
  row.state === 'expired' ? (
    <Alert severity="info" variant="outlined">
      The files are gone: exports are kept for a limited time. That this one was made stays in the log. Its checksums
      below still tell whether a copy that somebody kept is the same.
    </Alert>
  ) : null;
