import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { AuditExportRow } from '@clearance/contract';
import { bytes } from '../../ui/format.ts';
import { fileWords } from './file-words.ts';

interface SingleFilesProps {
  readonly row: AuditExportRow;
  readonly onDownload: () => void;
}

/** The files of an export one by one, with their checksums, folded away. */
export const SingleFiles = ({ row, onDownload }: SingleFilesProps) => (
  <Box component="details" sx={{ mt: 2 }}>
    <Box component="summary" sx={{ cursor: 'pointer', width: 'fit-content', fontWeight: 550 }}>
      More: single files and their checksums
    </Box>
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
      {row.files.map(({ format, name, bytes: size, sha256 }) => (
        <Box component="li" key={format} sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
            {row.state === 'done' ? (
              <Link
                href={`/api/audit-exports/${row.id}/file?format=${format}`}
                download={name}
                onClick={onDownload}
                sx={{ fontWeight: 550 }}
              >
                {fileWords[format].name}
              </Link>
            ) : (
              <strong>{fileWords[format].name}</strong>
            )}
            <Box component="span" className="figures" sx={{ color: 'text.secondary' }}>
              {name}, {bytes(size)}
            </Box>
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{fileWords[format].says}</Box>
          <Box sx={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
            {sha256}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
);
