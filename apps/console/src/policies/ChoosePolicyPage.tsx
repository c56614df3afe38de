import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { PolicyRow, PresetRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { useApi } from '../providers/use-api.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { PresetList } from './PresetList.tsx';
import { PresetView } from './PresetView.tsx';

/** Where a policy is chosen: what there is at the left, the rules of the one looked at beside it. */
export const ChoosePolicyPage = () => {
  const [query, setQuery] = useSearchParams();
  const { data: presets, error, refetch } = useApi<readonly PresetRow[]>('/policies/presets', { fresh: 300_000 });
  const { data: published, isPending } = useGetList<PolicyRow>('policies', {
    filter: { status: 'published' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'version', order: 'DESC' },
  });
  const current = published?.[0];
  const asked = presets?.find(({ name }) => name === query.get('preset'));
  // Whoever comes to choose wants another one than is in force.
  const chosen = asked ?? presets?.find(({ digest }) => digest !== current?.digest) ?? presets?.[0];
  return (
    <>
      <PageHeader
        title="Choose a policy"
        above={
          <Link component={RouterLink} to="/policies">
            Policy
          </Link>
        }
        explanation="Read the rules first; nothing changes until you publish."
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {!presets && !error ? <SkeletonRows rows={6} height={56} /> : null}
      {presets && chosen && !isPending ? (
        <Box
          sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '280px minmax(0, 1fr)' } }}
        >
          <PresetList
            presets={presets}
            chosen={chosen.name}
            current={current?.digest}
            onChoose={(preset) => setQuery({ preset }, { replace: true })}
          />
          <PresetView preset={chosen} current={current} />
        </Box>
      ) : null}
    </>
  );
};
