import Link from '@mui/material/Link';
import type { CourtListRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { MadeFileLine } from '../disseminations/MadeFileLine.tsx';
import { filterInWords, holdsInWords } from './court-list-words.ts';

interface CourtListProps {
  readonly list: CourtListRow;
  readonly onDownload: () => void;
}

/** One list: what is on it, with the way to the bulk approval that it is of. */
export const CourtList = ({ list, onDownload }: CourtListProps) => {
  const { bulkReviewId } = list.filter;
  const filter = filterInWords(list.filter);
  return (
    <MadeFileLine file={list} href={`/api/court-lists/${list.id}/file`} onDownload={onDownload}>
      {holdsInWords(list)}.{' '}
      {bulkReviewId ? (
        <Link component={RouterLink} to={`/bulk-reviews/${bulkReviewId}/show`}>
          {filter}
        </Link>
      ) : (
        filter
      )}
    </MadeFileLine>
  );
};
