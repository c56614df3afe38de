import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { AuditExportRow } from '@clearance/contract';
import { bytes } from '../../ui/format.ts';
import { CompareFile } from './CompareFile.tsx';
import { HowToCheck } from './HowToCheck.tsx';

interface ExportFilesProps {
  readonly row: AuditExportRow;
  readonly onDownload: () => void;
}

/** The two files of an export, their checksums, and how to compare them. */
export const ExportFiles = ({ row, onDownload }: ExportFilesProps) => {
  const files = [
    {
      format: 'csv',
      name: 'CSV',
      says: 'A table for a spreadsheet, to read.',
      size: row.csvBytes,
      sha256: row.csvSha256,
    },
    {
      format: 'jsonl',
      name: 'JSON Lines',
      says: 'The entries exactly as they were hashed, to check.',
      size: row.jsonlBytes,
      sha256: row.jsonlSha256,
    },
  ] as const;
  return (
    <Box component="section" aria-label="Files">
      <Typography variant="h2" sx={{ mb: 1 }}>
        Files
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {files.map(({ format, name, says, size, sha256 }) => (
          <Paper key={format} variant="outlined" sx={{ p: 2 }}>
            <Typography variant="h3">{name}</Typography>
            <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{says}</Typography>
            {row.state === 'done' ? (
              <Button
                className="no-print"
                variant="contained"
                startIcon={<FileDownloadOutlined />}
                href={`/api/audit-exports/${row.id}/file?format=${format}`}
                download={`audit-log.${format}`}
                onClick={onDownload}
              >
                Download {name}
                {size === null ? '' : `, ${bytes(size)}`}
              </Button>
            ) : null}
            <Box sx={{ mt: 1.5, fontSize: '0.8125rem' }}>
              <Box sx={{ color: 'text.secondary' }}>SHA-256</Box>
              <Box
                className="figures"
                sx={{ overflowWrap: 'anywhere', fontFamily: 'ui-monospace, Consolas, monospace' }}
              >
                {sha256 ?? 'Not known'}
              </Box>
            </Box>
          </Paper>
        ))}
      </Box>
      <CompareFile sums={files.flatMap(({ name, sha256 }) => (sha256 ? [{ name, sha256 }] : []))} />
      <HowToCheck />
    </Box>
  );
};
