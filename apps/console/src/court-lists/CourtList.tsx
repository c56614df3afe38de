import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { CourtListRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { annotatedStateWords } from '../imports/annotated/annotated-words.ts';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { Left, Moment } from '../ui/DateText.tsx';
import { bytes, counted } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { TechnicalDetails } from '../ui/TechnicalDetails.tsx';
import { filterInWords, holdsInWords } from './court-list-words.ts';

interface CourtListProps {
  readonly list: CourtListRow;
  readonly onDownload: () => void;
}

/** One list: for whom, what is on it, how far, and the download while there is one. */
export const CourtList = ({ list, onDownload }: CourtListProps) => {
  const job = useJob(list.state === 'done' || list.state === 'expired' ? undefined : list.id);
  const { bulkReviewId } = list.filter;
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
          <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{list.recipient}</Box>
          <StatusChip {...annotatedStateWords[list.state]} />
        </Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{list.purpose}</Box>
        <Box>
          {holdsInWords(list)}.{' '}
          {bulkReviewId ? (
            <Link component={RouterLink} to={`/bulk-reviews/${bulkReviewId}/show`}>
              {filterInWords(list.filter)}
            </Link>
          ) : (
            filterInWords(list.filter)
          )}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>
          Asked for by {list.by}, <Moment at={list.createdAt} /> ·{' '}
          {list.downloads === 0 ? 'not downloaded' : `downloaded ${counted(list.downloads, 'time')}`}
          {list.state === 'done' ? (
            <>
              {' '}
              · <Left at={list.expiresAt} />
            </>
          ) : null}
        </Box>
        {list.state === 'done' || list.state === 'expired' ? null : (
          <Box sx={{ mt: 1, maxWidth: 420 }}>
            <JobState work={job} small />
          </Box>
        )}
        {list.sha256 ? <TechnicalDetails>SHA-256 {list.sha256}</TechnicalDetails> : null}
      </Box>
      {list.state === 'done' ? (
        <Button
          className="no-print"
          variant="contained"
          startIcon={<FileDownloadOutlined />}
          href={`/api/court-lists/${list.id}/file`}
          download
          onClick={onDownload}
        >
          Download{list.bytes === null ? '' : `, ${bytes(list.bytes)}`}
        </Button>
      ) : null}
    </Box>
  );
};
