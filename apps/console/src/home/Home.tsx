import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import { Navigate } from 'react-router-dom';
import { useCan, useMe } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { counties } from '../counties/index.ts';
import { NotForYou } from '../layout/NotForYou.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useRail } from '../layout/use-rail.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { countyName } from '../ui/words.ts';
import { Checklist } from './Checklist.tsx';
import { Figures } from './Figures.tsx';
import { explain } from './home-words.ts';
import { HomeSkeleton } from './HomeSkeleton.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { Problems } from './Problems.tsx';
import { RunningJobs } from './RunningJobs.tsx';

/** What stands first for whoever signs in: the county in figures, for operators the counties, else their first screen. */
export const Home = () => {
  const figures = useCan('read stats');
  const operates = useCan('read county');
  const first = useRail()[0]?.to;
  if (figures) return <CountyHome />;
  const to = operates ? `/${counties.name}` : first;
  return to ? (
    <>
      {/* Until the code of that page is there, what is here stays. */}
      <PageSkeleton />
      <Navigate to={to} replace />
    </>
  ) : (
    <NotForYou />
  );
};

const CountyHome = () => {
  const me = useMe();
  const { data: stats, error, refetch } = useApi<Stats>('/stats', { fresh: 30_000 });
  const title = me ? `${countyName(me.county.name)} County` : 'Home';
  return (
    <>
      <PageHeader title={title} explanation={stats ? explain(stats) : 'The figures are being counted.'} />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {stats ? (
        <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
          <Checklist steps={stats.checklist} />
          <NeedsYou stats={stats} />
          <Problems problems={stats.problems} />
          <RunningJobs />
          {stats.convictions > 0 ? <Figures stats={stats} /> : null}
        </Box>
      ) : error ? null : (
        <HomeSkeleton />
      )}
    </>
  );
};
