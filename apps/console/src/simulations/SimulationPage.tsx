import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { SimulationRow } from '@clearance/contract';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useApi } from '../providers/use-api.ts';
import { calendarDate, counted, dayAndTime } from '../ui/format.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useCounty } from '../audit-events/print/use-county.ts';
import { Result } from './result/Result.tsx';
import { SimulationActs } from './SimulationActs.tsx';
import { Underway } from './Underway.tsx';

/** One simulation: how far it is, and then what the policy that was tried would do. */
export const SimulationPage = () => {
  const { id = '' } = useParams();
  const county = useCounty();
  const { data: row, error, refetch } = useApi<SimulationRow>(`/simulations/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHeader
        title={row ? `Simulation: ${row.candidate.label}` : 'Simulation'}
        above={
          <Link component={RouterLink} to="/simulations">
            Simulations
          </Link>
        }
        explanation={row ? against(row) : undefined}
        actions={row?.result ? <SimulationActs row={row} /> : undefined}
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {!row && !error ? <SkeletonRows rows={8} height={64} /> : null}
      {row?.result ? (
        <>
          <Result row={row} result={row.result} />
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 3 }}>
            {county}. {counted(row.result.before.convictions, 'conviction')} that the policy in force speaks of,{' '}
            {counted(row.result.after.convictions, 'conviction')} that the policy tried speaks of. Simulated by{' '}
            {row.createdBy}, {dayAndTime(row.finishedAt ?? row.createdAt)}.
          </Typography>
        </>
      ) : row ? (
        <Box sx={{ maxWidth: 620 }}>
          <Underway row={row} again={() => void refetch()} />
        </Box>
      ) : null}
    </>
  );
};

const against = ({ base, asOf }: SimulationRow) =>
  `Compared with version ${base.version}, ${base.title}, as of ${calendarDate(asOf)}. Nobody was judged by it.`;
