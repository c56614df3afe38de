import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import type { Work } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { JobState } from '../jobs/JobState.tsx';
import { dismissWork } from '../providers/events.ts';
import { useCan, useMe } from '../providers/me.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { workWords } from '../ui/words.ts';
import { workPage } from './work-page.ts';

/** One job: what it does, how far it is, and when it ended, how. */
export const WorkItem = ({ work }: { readonly work: Work }) => {
  const running = work.state === 'running';
  const page = workPage(work);
  const opens = useCan(page.permission);
  const me = useMe()?.name;
  return (
    <Box component="li" sx={{ py: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 0.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, fontSize: '0.875rem', fontWeight: 550, overflowWrap: 'anywhere' }}>
          {opens ? (
            <Link component={RouterLink} to={page.to}>
              {work.title}
            </Link>
          ) : (
            work.title
          )}
        </Box>
        {running || work.state === 'waiting' ? null : (
          <IconButton
            size="small"
            aria-label={`Remove “${work.title}” from the list`}
            onClick={() => dismissWork(work.id)}
          >
            <Close sx={{ fontSize: 16 }} />
          </IconButton>
        )}
      </Box>
      {work.startedBy === me ? null : (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{work.startedBy}</Box>
      )}
      {running ? null : <StatusChip {...workWords[work.state]} />}
      <JobState work={work} small />
    </Box>
  );
};
