import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ImpactView } from '@clearance/contract';
import { PrintButton } from '../audit-events/print/PrintButton.tsx';
import { useCounty } from '../audit-events/print/use-county.ts';
import { useWork } from '../providers/events.ts';
import { useApi } from '../providers/use-api.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Basis } from './Basis.tsx';
import { CountState } from './CountState.tsx';
import { DownloadCsv } from './DownloadCsv.tsx';
import { ImpactFigures } from './ImpactFigures.tsx';
import { ImpactSkeleton } from './ImpactSkeleton.tsx';
import { NothingCounted } from './NothingCounted.tsx';
import { PublishSwitch } from './PublishSwitch.tsx';

/** What the published policy does to the county, in figures that say what they count. */
export const ImpactPage = () => {
  const [address, setAddress] = useSearchParams();
  const publish = address.get('publish') === '1';
  const county = useCounty();
  const { data, error, refetch } = useApi<ImpactView>('/impact', { fresh: 10_000 });
  const counting = useWork().find(({ kind, state }) => kind === 'impact' && state === 'running');
  useEffect(() => {
    // A count that began elsewhere: the page says so, and follows it.
    if (counting) void refetch();
  }, [counting?.id, refetch]);
  const impact = data?.impact;
  return (
    <>
      <PageHeader
        title={county ? `Impact in ${county}` : 'Impact'}
        explanation={
          data && impact ? <Basis view={data} /> : 'What the published policy does to the county, in figures.'
        }
        actions={
          impact ? (
            <>
              <DownloadCsv publish={publish} />
              <PrintButton />
            </>
          ) : undefined
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {!data && !error ? <ImpactSkeleton /> : null}
      {data ? (
        <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
          <CountState view={data} work={counting} />
          {impact ? (
            <>
              <PublishSwitch on={publish} onChange={(on) => setAddress(on ? { publish: '1' } : {})} />
              <ImpactFigures impact={impact} publish={publish} />
            </>
          ) : (
            <NothingCounted view={data} />
          )}
        </Box>
      ) : null}
    </>
  );
};
