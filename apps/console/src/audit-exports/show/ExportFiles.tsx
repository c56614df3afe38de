import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { AuditExportRow } from '@clearance/contract';
import { bytes } from '../../ui/format.ts';
import { CompareFile } from './CompareFile.tsx';
import { fileWords } from './file-words.ts';
import { HowToCheck } from './HowToCheck.tsx';
import { provesInWords } from './proves-words.ts';
import { SingleFiles } from './SingleFiles.tsx';

interface ExportFilesProps {
  readonly row: AuditExportRow;
  readonly onDownload: () => void;
}

/** The bundle first, what it proves, how it is checked; single files behind "More". */
export const ExportFiles = ({ row, onDownload }: ExportFilesProps) => (
  <Box component="section" aria-label="Files">
    <Typography variant="h2" sx={{ mb: 1 }}>
      Files
    </Typography>
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="h3">Everything in one file, with proofs</Typography>
      <Typography sx={{ mb: 1.5, maxWidth: '76ch' }}>{provesInWords(row)}</Typography>
      {row.state === 'done' ? (
        <Button
          className="no-print"
          variant="contained"
          startIcon={<FileDownloadOutlined />}
          href={`/api/audit-exports/${row.id}/file?format=bundle`}
          download
          onClick={onDownload}
        >
          Download everything{row.bundleBytes === null ? '' : `, ${bytes(row.bundleBytes)}`}
        </Button>
      ) : null}
      <HowToCheck />
    </Paper>
    <SingleFiles row={row} onDownload={onDownload} />
    <CompareFile sums={row.files.map(({ format, sha256 }) => ({ name: fileWords[format].name, sha256 }))} />
  </Box>
);
