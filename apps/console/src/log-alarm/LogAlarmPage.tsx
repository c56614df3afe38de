import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { LogAlarm } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { explorerLink } from '../audit-events/filter/filter-link.ts';
import { targetPage } from '../audit-events/target-words.ts';
import { useMe } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { Moment } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { EndAlarm } from './EndAlarm.tsx';
import { SayFinding } from './SayFinding.tsx';

/** The alarm of the audit log: what is wrong, what somebody found, and how two people end it. */
export const LogAlarmPage = () => {
  const { data, error, refetch } = useApi<{ alarm: LogAlarm | null }>('/audit-log/alarm');
  const me = useMe();
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data || !me) return <SkeletonRows rows={4} />;
  const { alarm } = data;
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeader
        title="Alarm of the audit log"
        explanation="An alarm never ends by itself. One person looks into it and says what was found and done; another reads that and ends it. Until then nothing is decided in this county."
      />
      {alarm ? (
        <>
          <Alert severity="error" variant="outlined" sx={{ mb: 3 }}>
            {alarm.says} Found on <Moment at={alarm.since} />.{alarm.about ? <AboutWhat about={alarm.about} /> : null}
          </Alert>
          {alarm.found ? <Found found={alarm.found} /> : null}
          {alarm.found && alarm.found.byId !== me.memberId ? <EndAlarm found={alarm.found} /> : null}
          <SayFinding key={alarm.found?.at ?? ''} found={alarm.found} mine={alarm.found?.byId === me.memberId} />
        </>
      ) : (
        <EmptyState title="No alarm">The audit log fits itself, and no alarm waits for anybody.</EmptyState>
      )}
    </Box>
  );
};

/** Leads to what stands otherwise than the log tells, and to what the log tells of it. */
const AboutWhat = ({ about }: { readonly about: NonNullable<LogAlarm['about']> }) => {
  const page = targetPage(about.type, about.id);
  return (
    <Box sx={{ mt: 1, display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
      {page ? (
        <Link component={RouterLink} to={page}>
          Open it as it stands
        </Link>
      ) : null}
      <Link component={RouterLink} to={explorerLink({ targetType: about.type, targetId: about.id })}>
        What the log tells of it
      </Link>
    </Box>
  );
};

const Found = ({ found }: { readonly found: NonNullable<LogAlarm['found']> }) => (
  <Box component="section" sx={{ mb: 3 }}>
    <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
      What was found
    </Typography>
    <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{found.finding}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
      Said by {found.by}, <Moment at={found.at} />
    </Typography>
  </Box>
);
