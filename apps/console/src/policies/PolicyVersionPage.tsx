import Link from '@mui/material/Link';
import type { PolicyRow } from '@clearance/contract';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { NewDraftButton } from '../policy-studio/drafts/NewDraftButton.tsx';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { PolicyView } from './PolicyView.tsx';
import { PrintButton } from '../audit-events/print/PrintButton.tsx';

/** One version of the policy, for whoever wants to know by which rules something was decided. */
export const PolicyVersionPage = () => {
  const { id = '' } = useParams();
  const mayDraft = useCan('draft policy');
  const { data: policy, error, refetch } = useApi<PolicyRow>(`/policies/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHeader
        title={policy ? `Policy, version ${policy.version}` : 'Policy'}
        above={
          <Link component={RouterLink} to="/policies">
            Policy in force
          </Link>
        }
        actions={
          policy ? (
            <>
              <PrintButton />
              {mayDraft ? <NewDraftButton from={`policy:${policy.id}`} /> : null}
            </>
          ) : undefined
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {policy ? <PolicyView policy={policy} /> : error ? null : <SkeletonRows rows={6} height={56} />}
    </>
  );
};
