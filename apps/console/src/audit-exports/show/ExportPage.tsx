import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { Fact, Facts } from '../../audit-events/entry/Fact.tsx';
import { useActors } from '../../audit-events/actor-names.ts';
import { filterInWords } from '../../audit-events/filter-words.ts';
import { explorerLink, exportLink } from '../../audit-events/filter/filter-link.ts';
import { JobState } from '../../jobs/JobState.tsx';
import { Left, Moment } from '../../ui/DateText.tsx';
import { useAfterDownload } from '../../providers/use-after-download.ts';
import { counted, number } from '../../ui/format.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { exportStateWords, reachOf } from '../export-words.ts';
import { ExportEnded } from './ExportEnded.tsx';
import { ExportFiles } from './ExportFiles.tsx';
import { Fetched } from './Fetched.tsx';
import { useExport } from './use-export.ts';

const back = (
  <Link component={RouterLink} to="/audit-exports">
    Exports
  </Link>
);

/** One export: what it holds, how far it is, the files and how to check them. */
export const ExportPage = () => {
  const { id = '' } = useParams();
  const { data: row, error, refetch, work } = useExport(id);
  const { nameOf } = useActors();
  const afterDownload = useAfterDownload(refetch);
  if (error || !row) {
    return (
      <>
        <PageHeader title="Export" above={back} />
        {error ? <Problem error={error} again={() => void refetch()} /> : <SkeletonRows />}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={row.purpose}
        above={back}
        explanation={reachOf(row.filter)}
        actions={
          row.state === 'failed' || row.state === 'cancelled' || row.state === 'expired' ? (
            <Button component={RouterLink} to={exportLink(row.filter)}>
              Make it again
            </Button>
          ) : undefined
        }
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3, maxWidth: 900 }}>
        <ExportEnded row={row} />
        {row.state === 'done' || row.state === 'expired' ? null : <JobState work={work} label="Writing the entries" />}
        <Facts>
          <Fact label="State">
            <StatusChip {...exportStateWords[row.state]} />
          </Fact>
          <Fact label="What it holds">
            <Link component={RouterLink} to={explorerLink(row.filter)}>
              {filterInWords(row.filter, nameOf)}
            </Link>
            , {counted(row.count, 'entry', 'entries')}
          </Fact>
          <Fact label="Asked for by">
            {row.by}, <Moment at={row.createdAt} />
          </Fact>
          {row.state === 'done' ? (
            <Fact label="Can be downloaded">
              <Left at={row.expiresAt} />, until <Moment at={row.expiresAt} />
            </Fact>
          ) : null}
          <Fact label="Downloads">{row.downloads === 0 ? 'None yet' : number(row.downloads)}</Fact>
        </Facts>
        {row.state === 'done' || row.state === 'expired' ? (
          <>
            <ExportFiles row={row} onDownload={afterDownload} />
            <Fetched row={row} />
          </>
        ) : null}
      </Box>
    </>
  );
};
