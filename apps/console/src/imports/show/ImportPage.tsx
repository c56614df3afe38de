import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { Moment } from '../../ui/DateText.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { AnnotatedFiles } from '../annotated/AnnotatedFiles.tsx';
import { importInWords, isRecount, importStateWords } from '../import-words.ts';
import { Balance } from './Balance.tsx';
import { CancelImport } from './CancelImport.tsx';
import { Comparison } from './Comparison.tsx';
import { CountsInSpite, isConfirmed } from './CountsInSpite.tsx';
import { Doubts } from './Doubts.tsx';
import { FileFacts } from './FileFacts.tsx';
import { Figures } from './Figures.tsx';
import { NextStep } from './NextStep.tsx';
import { Phases } from './Phases.tsx';
import { RejectedRows } from './RejectedRows.tsx';
import { Stopped } from './Stopped.tsx';
import { UnknownDispositions } from './UnknownDispositions.tsx';
import { useImport } from './use-import.ts';

const back = (
  <Link component={RouterLink} to="/imports">
    Imports
  </Link>
);

/** One import: how far it is, what came of it, which rows were rejected and why. */
export const ImportPage = () => {
  const { id = '' } = useParams();
  const { data: row, error, refetch, work } = useImport(id);
  if (error || !row) {
    return (
      <>
        <PageHeader title="Import" above={back} />
        {error ? <Problem error={error} again={() => void refetch()} /> : <SkeletonRows />}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={row.fileName}
        above={back}
        explanation={
          <>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
              <StatusChip {...importStateWords[row.state]} />
              <span>
                Sent by {row.uploadedBy}, <Moment at={row.createdAt} />
              </span>
            </Box>
            {importInWords(row)}
          </>
        }
        actions={row.state === 'reading' ? <CancelImport id={row.id} /> : undefined}
      />
      {row.state === 'waiting' ? <Doubts row={row} /> : null}
      {isConfirmed(row) ? <CountsInSpite row={row} /> : null}
      {row.state === 'failed' ? <Stopped row={row} /> : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' }, gap: 3 }}>
        <Box sx={{ display: 'grid', gap: 3, alignContent: 'start', minWidth: 0 }}>
          <Phases row={row} work={work} />
          {row.state === 'cancelled' ? null : <Figures row={row} />}
          {isRecount(row) ? null : <Comparison row={row} />}
          <NextStep row={row} />
          {row.state === 'cancelled' ? null : <AnnotatedFiles row={row} />}
        </Box>
        <FileFacts row={row} />
      </Box>
      {row.state === 'cancelled' ? null : (
        <>
          {isRecount(row) ? null : <UnknownDispositions row={row} />}
          <Balance row={row} />
          <RejectedRows row={row} />
        </>
      )}
    </>
  );
};
