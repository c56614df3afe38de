import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CopyButton } from '../CopyButton.tsx';
import { personName } from '../person-words.ts';
import { SourceFocusProvider } from '../source-focus.tsx';
import { traceText } from '../trace-text.ts';
import { useRecord } from '../use-record.ts';
import { TraceSheet } from './TraceSheet.tsx';

/** Why one conviction was determined as it was, whole and on paper: what a court could be given. */
export const TracePage = () => {
  const { id = '' } = useParams();
  const { conviction, trace, person } = useRecord(id);
  const row = conviction.data;
  const view = trace.data;
  usePageTitle(row ? `Reasons: ${personName(row.name)}, case ${row.caseNumber || 'without number'}` : 'Reasons');
  const failed = [conviction, trace, person].find(({ error }) => error);
  return (
    <Box sx={{ maxWidth: 900 }}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
        <Box sx={{ flex: '1 1 160px', fontSize: '0.875rem' }}>
          <Link component={RouterLink} to={`/convictions/${id}/show`}>
            ← The record
          </Link>
        </Box>
        {row && view && person.data ? (
          <CopyButton text={() => traceText(row, view, person.data.parts)} label="Copy as text" />
        ) : null}
        <Button onClick={() => window.print()}>Print</Button>
      </Box>
      {failed ? <Problem error={failed.error} again={() => void failed.refetch()} /> : null}
      {!failed && !(row && view && person.data) ? <SkeletonRows rows={12} height={44} /> : null}
      {row && view && person.data ? (
        view.determination ? (
          <SourceFocusProvider key={id} parts={person.data.parts}>
            <TraceSheet row={row} view={view} determination={view.determination} person={person.data} />
          </SourceFocusProvider>
        ) : (
          <EmptyState title="Not evaluated yet">
            There are no reasons to show: the policy has not looked at this conviction. That happens by itself after an
            import, and when a policy is published.
          </EmptyState>
        )
      ) : null}
    </Box>
  );
};
