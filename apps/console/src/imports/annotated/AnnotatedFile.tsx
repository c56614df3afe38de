import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AnnotatedRow } from '@clearance/contract';
import { JobState } from '../../jobs/JobState.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { Left, Moment } from '../../ui/DateText.tsx';
import { bytes, counted } from '../../ui/format.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { annotatedStateWords } from './annotated-words.ts';

interface AnnotatedFileProps {
  readonly file: AnnotatedRow;
  readonly onDownload: () => void;
}

/** One annotated file: for whom, how far, and the download while there is one. */
export const AnnotatedFile = ({ file, onDownload }: AnnotatedFileProps) => {
  const job = useJob(file.state === 'done' || file.state === 'expired' ? undefined : file.id);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        gap: 1,
        alignItems: 'start',
        px: 2,
        py: 1.5,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{file.recipient}</Box>
          <StatusChip {...annotatedStateWords[file.state]} />
        </Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{file.purpose}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>
          Asked for by {file.by}, <Moment at={file.createdAt} /> · policy version {file.policyVersion}
          {file.decisions ? ' · with where each conviction stands' : ''} ·{' '}
          {file.downloads === 0 ? 'not downloaded' : `downloaded ${counted(file.downloads, 'time')}`}
          {file.state === 'done' ? (
            <>
              {' '}
              · <Left at={file.expiresAt} />
            </>
          ) : null}
        </Box>
        {file.state === 'done' || file.state === 'expired' ? null : (
          <Box sx={{ mt: 1, maxWidth: 420 }}>
            <JobState work={job} small />
          </Box>
        )}
        {file.sha256 ? <TechnicalDetails>SHA-256 {file.sha256}</TechnicalDetails> : null}
      </Box>
      {file.state === 'done' ? (
        <Button
          className="no-print"
          variant="contained"
          startIcon={<FileDownloadOutlined />}
          href={`/api/imports/${file.importId}/annotated/${file.id}/file`}
          download
          onClick={onDownload}
        >
          Download{file.bytes === null ? '' : `, ${bytes(file.bytes)}`}
        </Button>
      ) : null}
    </Box>
  );
};
