import Alert from '@mui/material/Alert';
import type { AuditExportRow } from '@clearance/contract';

/** Why there is nothing to download any more, or yet never was. */
export const ExportEnded = ({ row, problem }: { readonly row: AuditExportRow; readonly problem: string | null }) => {
  if (row.state === 'expired') {
    return (
      <Alert severity="info" variant="outlined">
        The files are gone: exports are kept for a limited time. That this one was made stays in the log. Its checksums
        below still tell whether a copy that somebody kept is the same.
      </Alert>
    );
  }
  if (row.state === 'failed') {
    return (
      <Alert severity="error" variant="outlined">
        {problem ?? 'The export could not be finished.'} No file was kept; the log itself was not touched. Make it
        again.
      </Alert>
    );
  }
  return null;
};
