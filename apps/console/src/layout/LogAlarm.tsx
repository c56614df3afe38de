import ReportOutlined from '@mui/icons-material/ReportOutlined';
import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { Ago } from '../ui/DateText.tsx';

/** Over every page while the audit log is damaged, for those who have to see to it. */
export const LogAlarm = () => {
  const reads = useCan('read audit_event');
  const runs = useCan('change setting');
  const figures = useCan('read stats') && (reads || runs);
  const alarm = useApi<Stats>(figures ? '/stats' : undefined, { fresh: 30_000 }).data?.logAlarm;
  if (!alarm) return null;
  return (
    <Box
      role="alert"
      sx={({ palette }) => ({
        display: 'flex',
        gap: 1.5,
        mb: 2.5,
        px: 2,
        py: 1.5,
        borderRadius: 1.5,
        border: `2px solid ${palette.look.tone.stop.edge}`,
        backgroundColor: palette.look.tone.stop.ground,
        color: palette.look.tone.stop.ink,
      })}
    >
      <ReportOutlined aria-hidden />
      <Box sx={{ maxWidth: '96ch' }}>
        <strong>The audit log is damaged.</strong> {alarm.says} Found <Ago at={alarm.since} />.
        <Box sx={{ mt: 0.5 }}>
          Stopped until then: recommending, approving, releasing, publishing a policy and importing. Reading and
          exporting go on, and nothing that was decided is lost. Tell the operator of the installation, who can put back
          what was changed. Two people then end the alarm, one with what was found.{' '}
          <Link component={RouterLink} to="/log-alarm" sx={{ color: 'inherit', fontWeight: 600 }}>
            See the alarm
          </Link>
          {reads ? (
            <>
              {' · '}
              <Link component={RouterLink} to="/audit-events" sx={{ color: 'inherit', fontWeight: 600 }}>
                The state of the log
              </Link>
            </>
          ) : null}
        </Box>
      </Box>
    </Box>
  );
};
