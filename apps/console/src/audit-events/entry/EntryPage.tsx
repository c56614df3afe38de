import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { AuditEventView, AuditHead } from '@clearance/contract';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import { useApi } from '../../providers/use-api.ts';
import { number } from '../../ui/format.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { PrintButton } from '../print/PrintButton.tsx';
import { whatHappened } from '../action-words.ts';
import { actorOf } from '../actor-names.ts';
import { EntryFacts } from './EntryFacts.tsx';
import { MoreLikeThis } from './MoreLikeThis.tsx';
import { TechnicalFacts } from './TechnicalFacts.tsx';

/** One entry in full, as it can be printed and put into a file. */
export const EntryPage = () => {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const {
    data: entry,
    error,
    refetch,
  } = useApi<AuditEventView>(`/audit-events/${encodeURIComponent(id)}`, { keep: true });
  const { data: head } = useApi<AuditHead>('/audit-log/head');
  const seq = Number(id);
  const earlier = seq > 1 ? `/audit-events/${seq - 1}/show` : undefined;
  const later = head && seq < head.size ? `/audit-events/${seq + 1}/show` : undefined;
  useShortcuts([
    { key: 'j', says: 'Earlier entry', run: () => earlier && void navigate(earlier) },
    { key: 'k', says: 'Later entry', run: () => later && void navigate(later) },
  ]);
  return (
    <>
      <PageHeader
        title={`Entry ${number(seq)}`}
        above={
          <Link component={RouterLink} to="/audit-events">
            Audit log
          </Link>
        }
        explanation={entry ? `${actorOf(entry)}: ${whatHappened(entry)}` : undefined}
        actions={
          <>
            {earlier ? (
              <Button component={RouterLink} to={earlier}>
                Earlier entry
              </Button>
            ) : null}
            {later ? (
              <Button component={RouterLink} to={later}>
                Later entry
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {!entry && !error ? <SkeletonRows /> : null}
      {entry && !error ? (
        <Box component="article" sx={{ maxWidth: 900 }}>
          <EntryFacts entry={entry} />
          <MoreLikeThis entry={entry} />
          <TechnicalFacts entry={entry} />
        </Box>
      ) : null}
    </>
  );
};
