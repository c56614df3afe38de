import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MadeFile } from '@clearance/contract';
import type { ReactNode } from 'react';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { Left, Moment } from '../ui/DateText.tsx';
import { bytes, counted } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { TechnicalDetails } from '../ui/TechnicalDetails.tsx';
import { madeStateWords } from './made-words.ts';

interface MadeFileLineProps {
  readonly file: MadeFile;
  /** Where its bytes are. */
  readonly href: string;
  readonly onDownload: () => void;
  /** What it was made of, behind who asked for it. */
  readonly of?: ReactNode;
  /** What it holds. */
  readonly children?: ReactNode;
}

/** One file that was made to be given out: for whom, what it holds, how far, and the download while there is one. */
export const MadeFileLine = ({ children, file, href, of, onDownload }: MadeFileLineProps) => {
  const over = file.state === 'done' || file.state === 'expired';
  const job = useJob(over ? undefined : file.id);
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
          <StatusChip {...madeStateWords[file.state]} />
        </Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{file.purpose}</Box>
        {children ? <Box>{children}</Box> : null}
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>
          Asked for by {file.by}, <Moment at={file.createdAt} /> · {of ? <>{of} · </> : null}
          {file.downloads === 0 ? 'not downloaded' : `downloaded ${counted(file.downloads, 'time')}`}
          {file.state === 'done' ? (
            <>
              {' '}
              · <Left at={file.expiresAt} />
            </>
          ) : null}
        </Box>
        {over ? null : (
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
          href={href}
          download
          onClick={onDownload}
        >
          Download{file.bytes === null ? '' : `, ${bytes(file.bytes)}`}
        </Button>
      ) : null}
    </Box>
  );
};
